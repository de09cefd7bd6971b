import { PRODUCT_NAME } from '../product.ts';
import type { PictureContent, PictureFormat } from './types.ts';

const EXTENSIONS: Readonly<Record<PictureFormat, string>> = {
	png: 'png',
	jpeg: 'jpg',
	webp: 'webp'
};

/** What a picture is called outside: what it is and when it was made (local time), never of whom. */
export function fileName(
	kind: PictureContent['kind'],
	format: PictureFormat,
	date: Date = new Date()
): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
	const time = two(date.getHours()) + two(date.getMinutes());
	return `${PRODUCT_NAME.toLowerCase()}-${kind}-${day}-${time}.${EXTENSIONS[format]}`;
}
