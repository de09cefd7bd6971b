export * from './types.ts';
export { glue, unglue } from './anchor.ts';
export { extentOf, markAt } from './mark.ts';
export { glueStroke } from './stroke.ts';
