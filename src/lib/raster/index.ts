export * from './types.ts';
export { gaussian, normalised, NormalisedBlur } from './blur.ts';
export { dilate, erode } from './morphology.ts';
export { convexHull, fillPolygon } from './polygon.ts';
export { bilinear, resize, smoothstep } from './sample.ts';
