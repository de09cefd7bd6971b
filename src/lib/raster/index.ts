export { along, alongEach, layLined, type Lined } from './along.ts';
export { difference, larger, product, scaled } from './arithmetic.ts';
export * from './types.ts';
export { gaussian, normalised, NormalisedBlur } from './blur.ts';
export {
	LEAST_LIGHT,
	LINEAR_OF_LEVEL,
	linearToSrgb,
	LUMA,
	luminance,
	srgbToLinear
} from './light.ts';
export { dilate, erode } from './morphology.ts';
export { convexHull, fillPolygon } from './polygon.ts';
export { bilinear, lifted, resize, resized, smoothstep } from './sample.ts';
export { lasting, scratched } from './scratch.ts';
export { filters, type Filters, type Laid } from './simd/index.ts';
