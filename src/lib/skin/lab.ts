/** CIE L*a*b* under D65 of linear sRGB, and back. */
export type Lab = readonly [lightness: number, a: number, b: number];

const WHITE = [0.95047, 1, 1.08883] as const;

function curve(t: number): number {
	return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116;
}

function inverseCurve(f: number): number {
	return f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29);
}

export function labOf(red: number, green: number, blue: number): Lab {
	const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE[0]);
	const y = curve((0.2126729 * red + 0.7151522 * green + 0.072175 * blue) / WHITE[1]);
	const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / WHITE[2]);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** May lie outside 0–1 where no screen shows the colour. */
export function linearOf([lightness, a, b]: Lab): readonly [number, number, number] {
	const f = (lightness + 16) / 116;
	const x = WHITE[0] * inverseCurve(f + a / 500);
	const y = WHITE[1] * inverseCurve(f);
	const z = WHITE[2] * inverseCurve(f - b / 200);
	return [
		3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
		-0.969266 * x + 1.8760108 * y + 0.041556 * z,
		0.0556434 * x - 0.2040259 * y + 1.0572252 * z
	];
}
