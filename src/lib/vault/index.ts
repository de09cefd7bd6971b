export { newId } from './ids.ts';
export { openVaultRoom } from './room.ts';
export * from './types.ts';
