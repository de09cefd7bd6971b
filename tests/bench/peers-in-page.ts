/**
 * Runs inside the page, beside the scripts of the peers: each function must stand alone, because it
 * is sent there as text.
 */
import type { Size } from '../../src/lib/geometry/index.ts';
import type { Field } from '../../src/lib/warp/index.ts';

export type PeerQuestion = {
	/** RGBA at display size. */
	readonly picture: Uint8ClampedArray;
	/** In pixels of the display. */
	readonly field: Field;
	readonly display: Size;
	readonly runs: number;
};

type Mat = {
	readonly data: Uint8Array;
	readonly data32F: Float32Array;
	roi(rect: object): Mat;
	copyTo(other: Mat): void;
	delete(): void;
};

type OpenCv = {
	readonly Mat: new (rows: number, columns: number, type: number) => Mat;
	readonly Size: new (width: number, height: number) => object;
	readonly Rect: new (x: number, y: number, width: number, height: number) => object;
	readonly Scalar: new (...values: number[]) => object;
	readonly CV_8UC4: number;
	readonly CV_32FC1: number;
	readonly INTER_CUBIC: number;
	readonly BORDER_REPLICATE: number;
	onRuntimeInitialized?: () => void;
	resize(from: Mat, to: Mat, size: object, fx: number, fy: number, how: number): void;
	add(a: Mat, b: Mat, to: Mat): void;
	remap(from: Mat, to: Mat, x: Mat, y: Mat, how: number, border: number, outside: object): void;
};

/** Times in ms: the remap alone, and with the field made into maps as a new slider value needs it. */
export async function timeOpenCv({
	picture,
	field,
	display,
	runs
}: PeerQuestion): Promise<{ readonly remap: number[]; readonly whole: number[] }> {
	const { cv } = globalThis as { cv?: OpenCv };
	if (cv === undefined) throw new Error('OpenCV.js did not load');
	// Never awaited itself: it is a thenable that gives itself, for ever.
	if (typeof cv.Mat !== 'function') {
		await new Promise<void>((resolve) => (cv.onRuntimeInitialized = resolve));
	}
	const { width, height } = display;
	const source = new cv.Mat(height, width, cv.CV_8UC4);
	source.data.set(picture);
	const target = new cv.Mat(height, width, cv.CV_8UC4);
	const still = [new cv.Mat(height, width, cv.CV_32FC1), new cv.Mat(height, width, cv.CV_32FC1)];
	const maps = [new cv.Mat(height, width, cv.CV_32FC1), new cv.Mat(height, width, cv.CV_32FC1)];
	still.forEach((mat, axis) => {
		for (let i = 0; i < width * height; i++) {
			mat.data32F[i] = axis === 0 ? i % width : Math.floor(i / width);
		}
		mat.copyTo(maps[axis]!);
	});
	const side = Math.sqrt(field.data.length / 2);
	const size = { width: Math.round(field.box.width), height: Math.round(field.box.height) };
	const [left, top] = [Math.round(field.box.x), Math.round(field.box.y)];
	const [x0, y0] = [Math.max(0, left), Math.max(0, top)];
	const [x1, y1] = [Math.min(width, left + size.width), Math.min(height, top + size.height)];
	const inPicture = new cv.Rect(x0, y0, x1 - x0, y1 - y0);
	const inField = new cv.Rect(x0 - left, y0 - top, x1 - x0, y1 - y0);
	const coarse = new cv.Mat(side, side, cv.CV_32FC1);
	const fine = new cv.Mat(size.height, size.width, cv.CV_32FC1);
	const remap: number[] = [];
	const whole: number[] = [];
	for (let run = 0; run <= runs; run++) {
		const started = performance.now();
		for (const axis of [0, 1]) {
			coarse.data32F.set(field.data.subarray(axis * side * side, (axis + 1) * side * side));
			cv.resize(coarse, fine, new cv.Size(size.width, size.height), 0, 0, cv.INTER_CUBIC);
			const parts = [still[axis]!.roi(inPicture), fine.roi(inField), maps[axis]!.roi(inPicture)];
			cv.add(parts[0]!, parts[1]!, parts[2]!);
			for (const part of parts) part.delete();
		}
		const mapped = performance.now();
		const outside = new cv.Scalar(0, 0, 0, 255);
		cv.remap(source, target, maps[0]!, maps[1]!, cv.INTER_CUBIC, cv.BORDER_REPLICATE, outside);
		const ended = performance.now();
		// The first run warms up.
		if (run > 0) {
			remap.push(ended - mapped);
			whole.push(ended - started);
		}
	}
	for (const mat of [source, target, coarse, fine, ...still, ...maps]) mat.delete();
	return { remap, whole };
}

type PixiTexture = { readonly source: { update(): void } };
type PixiSprite = { width: number; height: number; x: number; y: number; filters: object[] };
type Pixi = {
	readonly WebGLRenderer: new () => {
		readonly gl: WebGL2RenderingContext;
		init(options: object): Promise<void>;
		render(options: object): void;
		destroy(): void;
	};
	readonly Container: new () => { addChild(child: PixiSprite): void };
	readonly Sprite: new (texture: PixiTexture) => PixiSprite;
	readonly Texture: { from(source: HTMLCanvasElement): PixiTexture };
	readonly DisplacementFilter: new (options: object) => object;
};

/** Times in ms from a new displacement map to the drawn picture. */
export async function timePixi({ picture, field, display, runs }: PeerQuestion): Promise<number[]> {
	const pixi = (globalThis as { PIXI?: Pixi }).PIXI;
	if (pixi === undefined) throw new Error('PixiJS did not load');
	const { width, height } = display;
	const canvasOf = (data: Uint8ClampedArray, w: number, h: number): HTMLCanvasElement => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [w, h];
		canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), w, h), 0, 0);
		return canvas;
	};
	const renderer = new pixi.WebGLRenderer();
	await renderer.init({ width, height, antialias: false });
	const stage = new pixi.Container();
	const sprite = new pixi.Sprite(pixi.Texture.from(canvasOf(picture, width, height)));
	const side = Math.sqrt(field.data.length / 2);
	const largest = field.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
	const coded = new Uint8ClampedArray(4 * side * side).fill(255);
	for (let i = 0; i < side * side; i++) {
		coded[4 * i] = 127.5 * (1 + field.data[i]! / largest);
		coded[4 * i + 1] = 127.5 * (1 + field.data[side * side + i]! / largest);
	}
	const map = pixi.Texture.from(canvasOf(coded, side, side));
	const mapSprite = new pixi.Sprite(map);
	Object.assign(mapSprite, field.box);
	stage.addChild(sprite);
	stage.addChild(mapSprite);
	const scale = { x: 2 * largest, y: 2 * largest };
	sprite.filters = [new pixi.DisplacementFilter({ sprite: mapSprite, scale })];
	const times: number[] = [];
	const pixel = new Uint8Array(4);
	for (let run = 0; run <= runs; run++) {
		const started = performance.now();
		map.source.update();
		renderer.render({ container: stage });
		// Reading a pixel waits until it is drawn.
		const { gl } = renderer;
		gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
		if (run > 0) times.push(performance.now() - started);
	}
	renderer.destroy();
	return times;
}
