/** libheif's WebAssembly build, for browsers without an HEIC decoder of their own. */
import createLibheif, { type MainModule } from 'libheif-js/libheif-wasm/libheif.js';
import { AppError } from '../errors.ts';
import type { Bytes } from './bytes.ts';
import { coloredPng } from './colored-png.ts';
import type { Codec } from './decode.ts';
import type { Colour } from './inspection.ts';
import type { LoadCodec } from './serve.ts';
import type { Pixels } from './types.ts';

type Handle = Parameters<MainModule['heif_image_handle_release']>[0];
type Channel = {
	readonly id: unknown;
	readonly width: number;
	readonly height: number;
	readonly stride: number;
	/** Lies in the codec's memory. */
	readonly data: Uint8Array;
};
type Decoded = { readonly image: unknown; readonly channels: readonly Channel[] };

function isDecoded(value: unknown): value is Decoded {
	return typeof value === 'object' && value !== null && 'channels' in value && 'image' in value;
}

async function compile(url: string): Promise<WebAssembly.Module> {
	try {
		const response = await fetch(url);
		if (!response.ok) throw new Error(`status ${response.status}`);
		return await WebAssembly.compile(await response.arrayBuffer());
	} catch (cause) {
		throw new AppError('photo.heic-unavailable', { retryable: true, cause });
	}
}

type Receive = (instance: WebAssembly.Instance) => WebAssembly.Exports;

async function start(url: string): Promise<MainModule> {
	const compiled = await compile(url);
	const silent = (): void => undefined;
	return createLibheif({
		// The glue's own loader asks the network synchronously and cannot say why it failed.
		instantiateWasm: (imports: WebAssembly.Imports, receive: Receive) =>
			receive(new WebAssembly.Instance(compiled, imports)),
		print: silent,
		printErr: silent
	});
}

/** Rows without the codec's padding. */
function copied({ width, height, stride, data }: Channel): Pixels {
	const row = width * 4;
	const copy = new Uint8ClampedArray(row * height);
	for (let y = 0; y < height; y++) {
		copy.set(data.subarray(y * stride, y * stride + row), y * row);
	}
	return { width, height, data: copy };
}

/** The primary picture, cropped, turned and mirrored as its container says, in its own colours. */
function decode(libheif: MainModule, bytes: Bytes): Pixels {
	const context = libheif.heif_context_alloc();
	const read = libheif.heif_context_read_from_memory(context, bytes);
	if (read.code !== libheif.heif_error_code.heif_error_Ok) throw new Error('not readable');
	const handle = libheif.heif_js_context_get_primary_image_handle(context) as Handle;
	const decoded: unknown = libheif.heif_js_decode_image2(
		handle,
		libheif.heif_colorspace.heif_colorspace_RGB,
		libheif.heif_chroma.heif_chroma_interleaved_RGBA
	);
	const channel = isDecoded(decoded) ? decoded.channels[0] : undefined;
	if (channel === undefined) throw new Error('not decodable');
	return copied(channel);
}

/** H.273: BT.709 or unsaid primaries with a curve that every browser shows as sRGB's. */
function isSrgb(colour: Colour | null): colour is null {
	if (colour === null) return true;
	return colour.kind === 'cicp' && colour.primaries <= 2 && [1, 2, 6, 13].includes(colour.transfer);
}

export const loadLibheif: LoadCodec = async (url) => {
	const libheif = await start(url);
	const codec: Codec = async (bytes, { colour }) => {
		try {
			const pixels = decode(libheif, bytes);
			if (!isSrgb(colour)) return await createImageBitmap(new Blob([coloredPng(pixels, colour)]));
			return await createImageBitmap(new ImageData(pixels.data, pixels.width, pixels.height));
		} catch (cause) {
			throw new AppError('photo.decode-failed', { cause });
		}
	};
	return codec;
};
