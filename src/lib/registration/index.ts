export { exposureBetween, lit, type ChannelGains } from './exposure.ts';
export { register, type Registration } from './register.ts';
