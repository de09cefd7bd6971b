import { pointOf } from '../face/index.ts';
import { median } from '../geometry/index.ts';
import { LINEAR_OF_LEVEL, linearToSrgb, luminance } from '../raster/index.ts';
import type { Photographed } from './types.ts';

/** Factors on red, green and blue in linear light. */
export type ChannelGains = readonly [red: number, green: number, blue: number];

/** Skin that is rarely covered, shadowed or made up: forehead, bridge of the nose, cheeks, chin. */
const SKIN: readonly number[] = [
	...[10, 151, 9, 67, 297, 109, 338, 69, 299, 108, 337],
	...[6, 197, 195, 50, 280, 101, 330, 36, 266, 205, 425, 187, 411, 118, 347, 199, 200]
];
/** Radius of the disc over which a place is averaged. */
const DISC_MM = 2;
/** Outside of these, linear light of 0 to 1, a place says nothing: black, or burnt out. */
const USABLE = { least: 0.01, most: 0.92 };
const FEWEST = 6;
/** Beyond this it is no exposure but another light. */
const MOST = 4;

/**
 * What brings the light of `other` to that of `reference`: per channel the median ratio of linear light
 * over the same places of skin. 1 where too few places can be compared.
 */
export function exposureBetween(reference: Photographed, other: Photographed): ChannelGains {
	const ratios = SKIN.flatMap((landmark) => {
		if (reference.face.visible[landmark] !== 1 || other.face.visible[landmark] !== 1) return [];
		const [a, b] = [lightAt(reference, landmark), lightAt(other, landmark)];
		if (a === null || b === null) return [];
		return [[0, 1, 2].map((channel) => Math.log(a[channel]! / b[channel]!))];
	});
	if (ratios.length < FEWEST) return [1, 1, 1];
	const gain = (channel: number): number => {
		const ratio = Math.exp(median(ratios.map((one) => one[channel]!)));
		return Math.min(MOST, Math.max(1 / MOST, ratio));
	};
	return [gain(0), gain(1), gain(2)];
}

/** RGBA in the light that `exposureBetween` found; the same pixels where there is nothing to change. */
export function lit(
	data: Uint8ClampedArray<ArrayBuffer>,
	gains: ChannelGains
): Uint8ClampedArray<ArrayBuffer> {
	if (gains.every((gain) => gain === 1)) return data;
	const levels = gains.map((gain) =>
		Uint8ClampedArray.from(
			LINEAR_OF_LEVEL,
			(light) => 255 * linearToSrgb(Math.min(1, gain * light))
		)
	);
	const out = data.slice();
	for (let at = 0; at < out.length; at += 4) {
		for (let channel = 0; channel < 3; channel++) {
			out[at + channel] = levels[channel]![data[at + channel]!]!;
		}
	}
	return out;
}

/** Mean linear light of the disc around a landmark; null where it cannot be told. */
function lightAt({ picture, face }: Photographed, landmark: number): readonly number[] | null {
	const { data, width, height } = picture;
	const [cx, cy] = pointOf(face.landmarks, landmark);
	const radius = DISC_MM * face.scale.pxPerMm;
	const sum = [0, 0, 0];
	let count = 0;
	for (let y = Math.ceil(cy - radius); y <= cy + radius; y++) {
		for (let x = Math.ceil(cx - radius); x <= cx + radius; x++) {
			if (x < 0 || y < 0 || x >= width || y >= height) continue;
			if (Math.hypot(x - cx, y - cy) > radius) continue;
			const i = 4 * (y * width + x);
			for (let c = 0; c < 3; c++) sum[c]! += LINEAR_OF_LEVEL[data[i + c]!]!;
			count += 1;
		}
	}
	if (count === 0) return null;
	const mean = sum.map((value) => value / count);
	const light = luminance(mean[0]!, mean[1]!, mean[2]!);
	const usable = light > USABLE.least && Math.max(...mean) < USABLE.most && Math.min(...mean) > 0;
	return usable ? mean : null;
}
