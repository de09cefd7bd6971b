export * from './types.ts';
export { createEngine } from './engine.ts';
