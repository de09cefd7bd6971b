/** What one version of the app is made of; written by the build (src/hosting/bundle.ts). */

/** `app`: whatever a page may load at once. All else is fetched when it is used, or asked for. */
export type Kind = 'app' | 'engine' | 'models' | 'heic' | 'barcode';

export type BundleFile = {
	/** From the origin's root, with the slash. */
	readonly path: string;
	readonly kind: Kind;
	/** 64 hexadecimal digits. */
	readonly sha256: string;
	/** As it is stored. */
	readonly bytes: number;
	/** As it is sent to a browser that unpacks Brotli. */
	readonly sent: number;
	readonly type: string;
};

export type Headers = readonly (readonly [name: string, value: string])[];

export type Bundle = {
	readonly version: string;
	/** 64 hexadecimal digits, over everything else that stands here (docs/offline.md). */
	readonly hash: string;
	/** With every file, and with every page but one. */
	readonly headers: Headers;
	/** With the locked page. */
	readonly lockedHeaders: Headers;
	readonly files: readonly BundleFile[];
};
