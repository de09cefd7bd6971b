/** sRGB and what the eye makes of it: the one place of these formulas (IEC 61966-2-1, Rec. 709). */

/** Linear light, 0–1, of an sRGB value, 0–1. */
export function srgbToLinear(value: number): number {
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The same of each level of eight bits. */
export const LINEAR_OF_LEVEL = Float64Array.from({ length: 256 }, (_, level) =>
	srgbToLinear(level / 255)
);

/** sRGB value, 0–1, of linear light, 0–1. */
export function linearToSrgb(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** Shares of linear red, green and blue in luminance. */
export const LUMA = [0.2126, 0.7152, 0.0722] as const;

/** Relative luminance of linear light. */
export function luminance(red: number, green: number, blue: number): number {
	return LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue;
}

/** Light below which a logarithm of it no longer falls. */
export const LEAST_LIGHT = 0.004;
