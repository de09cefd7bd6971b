export * from './types.ts';
export * from './render-types.ts';
export * from './field/index.ts';
export { buildPersonLayer } from './person/index.ts';
export { createBestRenderer, createRenderer } from './render/index.ts';
