import type { Rect } from '../geometry/index.ts';
import type { Field } from './types.ts';

/** As `photo.Pixels`; repeated structurally because warp does not import photo. */
export type RgbaImage = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray<ArrayBuffer>;
};

export type RendererKind = 'webgpu' | 'webgl2' | 'cpu';

/**
 * The person as a layer over the background, at the mask's own resolution over `box` (picture px).
 * With y = x + u(x), alpha a and the background plate B (the picture where a = 0, `fill` wherever
 * there is any trace of the person): out(x) = I(y) + (1 − a(y)) · (B(x) − B(y)). Exactly I(x) where u = 0.
 */
export type PersonLayer = {
	readonly box: Rect;
	readonly width: number;
	readonly height: number;
	/** 255 = person, 1 = no more than the fringe of the outline, 0 = background. */
	readonly alpha: Uint8Array<ArrayBuffer>;
	/** RGBA; the background continued under the person by harmonic extension. Alpha unused (255). */
	readonly fill: Uint8ClampedArray<ArrayBuffer>;
};

/**
 * What the photograph's colours are multiplied with before anything moves, over `box` of the picture
 * (px), `width` × `height` samples, sampled by a cubic B-spline. Repeated structurally from `skin`,
 * which says what it means; six values per sample: log gain red, green, blue; pores; base; 0.
 */
export type Tone = {
	readonly box: Rect;
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array<ArrayBuffer>;
};

/** Where a picture point lands on the output: out = offset + scale · p (p.x mirrored first if so). */
export type ViewTransform = {
	readonly scale: number;
	readonly offsetX: number;
	readonly offsetY: number;
	/** Mirror image: x runs from the picture's right edge. */
	readonly mirrored: boolean;
};

/** A clipped part of the output (whole output pixels). */
export type Pane = {
	readonly clip: Rect;
	readonly transform: ViewTransform;
	readonly shows: 'photograph' | 'illustration';
};

export type Frame = {
	readonly width: number;
	readonly height: number;
	/** sRGB 0–255, around the picture. */
	readonly surround: readonly [number, number, number];
	readonly panes: readonly Pane[];
};

export interface Renderer {
	readonly kind: RendererKind;
	/** Resolves with a technical reason when the device is lost; never rejects. */
	readonly lost: Promise<string>;
	/**
	 * The photograph; kept by reference on the CPU, uploaded (tiled above the texture limit) on a GPU.
	 * Forgets person and tone.
	 */
	setPicture(picture: RgbaImage): Promise<void>;
	setPerson(layer: PersonLayer | null): void;
	/**
	 * What illustrations are toned with from now on; panes that show the photograph are not. Samples
	 * may be read until the next call, and only written right before it. `changed`: the samples
	 * (whole numbers from the grid's corner) in which the tone differs from the one set before on the
	 * same grid; absent: all of them may. An export keeps the tone with which it began. Throws
	 * `engine.no-photo` before a picture is set.
	 */
	setTone(tone: Tone | null, changed?: Rect): void;
	/** Preview: Catmull-Rom, antialiased where it shrinks. `field` null = no displacement. */
	draw(frame: Frame, field: Field | null): Promise<ImageBitmap>;
	/** Export: the whole picture at its own resolution, toned, moved by Lanczos3. */
	renderFull(field: Field | null, signal?: AbortSignal): Promise<RgbaImage>;
	dispose(): void;
}
