import type { Size } from '../geometry/index.ts';
import type { Bytes } from './bytes.ts';
import type { Orientation } from './orient.ts';
import type { PhotoKind } from './types.ts';

/** How the numbers of a picture mean colours, where its container says it outside the coded data. */
export type Colour =
	| { readonly kind: 'icc'; readonly profile: Bytes }
	/** Code points of ITU-T H.273. */
	| { readonly kind: 'cicp'; readonly primaries: number; readonly transfer: number };

/** What the header of a picture says, found without decoding it. */
export type Inspection = {
	readonly kind: PhotoKind;
	/** As decoded from `decodable`. */
	readonly size: Size;
	/** As decoded where a browser ignores the crop that the container asks for; most files have none. */
	readonly uncropped: Size;
	/** Still to be applied to what `decodable` decodes to. */
	readonly orientation: Orientation;
	readonly animated: boolean;
	/**
	 * A file of the same kind with what a decoder needs to show one frame in its colours and nothing
	 * else: no EXIF (so no browser turns the picture a second time), no text, nothing appended.
	 */
	readonly decodable: readonly Bytes[];
	/** For a decoder that ignores it; null where that question does not arise, or for sRGB. */
	readonly colour: Colour | null;
};
