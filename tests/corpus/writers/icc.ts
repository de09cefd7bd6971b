/** ICC profiles (ICC.1:2022) of matrix and curve, and where their colours lie in sRGB. */
import { ascii, joined, u32, type Bytes } from '../../../src/lib/photo/bytes.ts';
import type { Rgb } from './quilt.ts';

type Matrix = readonly (readonly [number, number, number])[];

const fixed = (value: number): Bytes => u32(Math.round(value * 65536));
const xyz = (values: readonly number[]): Bytes =>
	joined(ascii('XYZ \0\0\0\0'), ...values.map(fixed));

/** Parametric curve of type 3, the one of sRGB. */
const SRGB_CURVE = joined(
	ascii('para\0\0\0\0'),
	Uint8Array.of(0, 3, 0, 0),
	...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed)
);

/** `colorants`: red, green, blue in XYZ adapted to D50. */
function profile(colorants: Matrix, curve: Bytes): Bytes {
	const [red, green, blue] = colorants.map(xyz) as [Bytes, Bytes, Bytes];
	const text = (words: string): Bytes =>
		joined(
			ascii('mluc\0\0\0\0'),
			u32(1),
			u32(12),
			ascii('enUS'),
			u32(words.length * 2),
			u32(28),
			ascii(words.replace(/./g, '\0$&'))
		);
	const tags: [string, Bytes][] = [
		['desc', text('test')],
		['cprt', text('none')],
		['wtpt', xyz([0.9642, 1, 0.8249])],
		['rXYZ', red],
		['gXYZ', green],
		['bXYZ', blue],
		['rTRC', curve],
		['gTRC', curve],
		['bTRC', curve]
	];
	let at = 128 + 4 + tags.length * 12;
	const table: Bytes[] = [];
	const data: Bytes[] = [];
	for (const [name, value] of tags) {
		const padded = joined(value, new Uint8Array((4 - (value.length % 4)) % 4));
		table.push(joined(ascii(name), u32(at), u32(value.length)));
		data.push(padded);
		at += padded.length;
	}
	const header = joined(
		u32(at),
		u32(0),
		Uint8Array.of(4, 0x30, 0, 0),
		ascii('mntrRGB XYZ '),
		new Uint8Array(12),
		ascii('acsp'),
		new Uint8Array(28),
		...[0.9642, 1, 0.8249].map(fixed),
		new Uint8Array(48)
	);
	return joined(header, u32(tags.length), ...table, ...data);
}

export const DISPLAY_P3 = profile(
	[
		[0.51512, 0.2412, -0.00105],
		[0.29198, 0.69225, 0.04189],
		[0.1571, 0.06657, 0.78407]
	],
	SRGB_CURVE
);

export const BROKEN = joined(DISPLAY_P3.subarray(0, 200), new Uint8Array(40).fill(0xee));

/** Display P3 to sRGB in linear light (CSS Color 4 §10). */
const P3_TO_SRGB: Matrix = [
	[1.2249401762805598, -0.22494017628055996, 0],
	[-0.042056954709688163, 1.0420569547096881, 0],
	[-0.0196375545903344, -0.0786360455506319, 1.0982736001409663]
];

function linear(level: number): number {
	const value = level / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function level(light: number): number {
	const clipped = Math.min(1, Math.max(0, light));
	const value = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
	return Math.round(value * 255);
}

/** What sRGB shows for a colour of Display P3. */
export function p3InSrgb(colour: Rgb): Rgb {
	const light = colour.map(linear);
	const [red, green, blue] = P3_TO_SRGB.map((row) =>
		level(row.reduce((sum, factor, index) => sum + factor * light[index]!, 0))
	);
	return [red!, green!, blue!];
}
