import { plane, type Plane } from '../raster/index.ts';
import type { Rgb } from './types.ts';

export type Channel = 0 | 1 | 2;

export function perChannel(of: (channel: Channel) => Plane): Rgb {
	return [of(0), of(1), of(2)];
}

export function noGain({ width, height }: Pick<Plane, 'width' | 'height'>): Rgb {
	return perChannel(() => plane(width, height));
}

/** Mean of the three planes. */
export function meanOf([red, green, blue]: Rgb): Plane {
	const result = plane(red.width, red.height);
	for (let i = 0; i < result.data.length; i++) {
		result.data[i] = (red.data[i]! + green.data[i]! + blue.data[i]!) / 3;
	}
	return result;
}
