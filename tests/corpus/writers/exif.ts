/** TIFF structures as EXIF has them. */
import { ascii, joined, u32, u32Little, type Bytes } from '../../../src/lib/photo/bytes.ts';

export type TiffEntry = {
	readonly tag: number;
	/** 2 = ASCII, 3 = SHORT, 4 = LONG. */
	readonly type: number;
	readonly value: number | string;
};

const ASCII = 2;
const SHORT = 3;

/** A TIFF file with one directory. */
export function tiff(entries: readonly TiffEntry[], order: 'II' | 'MM' = 'II'): Bytes {
	const u32of = order === 'II' ? u32Little : u32;
	const u16of = (value: number): Bytes =>
		order === 'II' ? Uint8Array.of(value, value >> 8) : Uint8Array.of(value >> 8, value);
	const texts: Bytes[] = [];
	let end = 8 + 2 + entries.length * 12 + 4;
	const written = entries.map(({ tag, type, value }) => {
		if (typeof value === 'number') {
			const field = type === SHORT ? joined(u16of(value), u16of(0)) : u32of(value);
			return joined(u16of(tag), u16of(type), u32of(1), field);
		}
		const text = ascii(`${value}\0`);
		const at = end;
		texts.push(text);
		end += text.length;
		return joined(u16of(tag), u16of(ASCII), u32of(text.length), u32of(at));
	});
	return joined(
		ascii(order),
		u16of(42),
		u32of(8),
		u16of(entries.length),
		...written,
		u32of(0),
		...texts
	);
}

export function orientationTiff(orientation: number, order: 'II' | 'MM' = 'II'): Bytes {
	return tiff([{ tag: 0x0112, type: SHORT, value: orientation }], order);
}
