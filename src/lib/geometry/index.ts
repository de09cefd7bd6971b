export * from './least-squares.ts';
export * from './median.ts';
export * from './polyline.ts';
export * from './quarter-turns.ts';
export * from './rectangle.ts';
export * from './rotation.ts';
export * from './units.ts';
export * from './vector.ts';
