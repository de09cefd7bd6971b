import { linearToSrgb, srgbToLinear } from '../../raster/index.ts';

/** sRGB bytes and linear light, as tables: what the pyramid averages in and what a tone multiplies. */
export const LINEAR_STEPS = 16384;

/** Linear light of a byte, 0 to LINEAR_STEPS − 1. */
export const TO_LINEAR = Float32Array.from(
	{ length: 256 },
	(_, value) => srgbToLinear(value / 255) * (LINEAR_STEPS - 1)
);

/** The byte of every step of linear light. */
export const TO_SRGB = Uint8Array.from({ length: LINEAR_STEPS }, (_, step) =>
	Math.round(linearToSrgb(step / (LINEAR_STEPS - 1)) * 255)
);
