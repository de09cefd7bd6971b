export type { PackLabel } from './gs1.ts';
export { readPack } from './reader.ts';
