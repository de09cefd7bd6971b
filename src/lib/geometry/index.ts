export * from './units.ts';
export * from './vector.ts';
