import type { Size } from '../geometry/index.ts';

/** An upright sRGB picture, RGBA 8 bit, no metadata. `data.length === 4 * width * height`. */
export type Pixels = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray<ArrayBuffer>;
};

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

/** What the user should know about a photograph that did open. */
export type PhotoNotice = 'first-frame-only' | 'scaled-down';

export type OpenedPhoto = {
	readonly pixels: Pixels;
	readonly kind: PhotoKind;
	/** Upright size as stored in the file, before scaling to the working copy. */
	readonly original: Size;
	readonly notices: readonly PhotoNotice[];
};

export type ProgressStep = 'reading' | 'decoding' | 'encoding';
export type OpenOptions = {
	readonly signal?: AbortSignal;
	readonly onProgress?: (step: ProgressStep) => void;
};

/** A photograph as it is kept; both JPEG. */
export type StorablePhoto = {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly thumbnail: Uint8Array<ArrayBuffer>;
};

/** What is written into an exported picture. */
export type PictureContent =
	| { readonly kind: 'photograph'; readonly pixels: Pixels }
	| { readonly kind: 'illustration'; readonly pixels: Pixels }
	| { readonly kind: 'pair'; readonly photograph: Pixels; readonly illustration: Pixels };

export type PictureFormat = 'png' | 'jpeg' | 'webp';

export type PictureLabel = {
	/** "Illustration – not a promise of outcome" in the user's language. */
	readonly illustration: string;
	/** "Photograph" in the user's language. */
	readonly photograph: string;
	/** Already formatted for the user's locale. */
	readonly date: string;
	readonly appVersion: string;
};

export type EncodeOptions = {
	readonly format: PictureFormat;
	readonly label: PictureLabel;
	readonly signal?: AbortSignal;
};
