import {
	exposureBetween,
	register,
	type ChannelGains,
	type Registration
} from '../registration/index.ts';
import type { StoredPicture } from './stored-picture.ts';

/** How one photograph lies over another, and what brings its light to the other's. */
export type Laid = { readonly registration: Registration; readonly gains: ChannelGains };

const UPON_ITSELF: Laid = {
	registration: { toReference: { cos: 1, sin: 0, x: 0, y: 0 }, residual: 0, turned: 0, nodded: 0 },
	gains: [1, 1, 1]
};

export function laidOver(first: StoredPicture, second: StoredPicture): Laid {
	if (first === second) return UPON_ITSELF;
	const [reference, other] = [photographed(first), photographed(second)];
	return {
		registration: register(reference, other),
		gains: exposureBetween(reference, other)
	};
}

const photographed = ({ pixels, face }: StoredPicture) => ({ picture: pixels, face });
