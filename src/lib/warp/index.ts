export * from './types.ts';
export * from './render-types.ts';
export { createBestRenderer, createRenderer } from './render/index.ts';
