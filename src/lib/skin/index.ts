export * from './types.ts';
export { prepareSkin, type Picture, type SkinClasses } from './prepare.ts';
