export * from './types.ts';
export * from './render-types.ts';
