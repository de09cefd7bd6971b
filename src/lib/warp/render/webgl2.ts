import { AppError } from '../../errors.ts';
import type { Rect } from '../../geometry/index.ts';
import type { Frame, PersonLayer, Renderer, RgbaImage } from '../render-types.ts';
import type { Field } from '../types.ts';
import { FieldGrid, PADDED } from './field-grid.ts';
import { LANCZOS3 } from './lanczos.ts';
import { IN_PLACE, visibleRect } from './law.ts';
import { lostError } from './lost.ts';
import { PASS_BYTES, packPass, personTexels } from './pass.ts';
import { Pyramid } from './pyramid.ts';
import { exportJob, EXPORT_TILE, fillByTiles } from './export.ts';
import { levelTiles, tileLayout, type TileLayout } from './tiles.ts';
import { EXPORT_SHADER, PREVIEW_SHADER, VERTEX_SHADER } from './webgl2-shader.ts';

const UNITS = { picture: 0, field: 1, person: 2, lanczos: 3 } as const;

type Uploaded = {
	readonly image: RgbaImage;
	readonly layout: TileLayout;
	readonly levelCount: number;
	readonly texture: WebGLTexture;
};

type Person = { readonly layer: PersonLayer; readonly texture: WebGLTexture };

/**
 * Renders by WebGL2. Every texel is fetched by its index and filtered in the shader, in 32-bit
 * floats, so that the result does not depend on a driver's own filtering.
 */
export class WebGl2Renderer implements Renderer {
	readonly kind = 'webgl2';
	readonly lost: Promise<string>;
	readonly #gl: WebGL2RenderingContext;
	readonly #canvas: OffscreenCanvas;
	readonly #textureLimit: number;
	readonly #preview: WebGLProgram;
	readonly #export: WebGLProgram;
	readonly #pass: WebGLBuffer;
	readonly #kernel: WebGLTexture;
	readonly #drawField: WebGLTexture;
	readonly #nobody: WebGLTexture;
	readonly #grid = new FieldGrid();
	#picture: Uploaded | null = null;
	#person: Person | null = null;

	/** `textureLimit`: the picture is cut into tiles above this side. Throws `engine.renderer-lost`. */
	constructor(canvas: OffscreenCanvas, textureLimit = Infinity) {
		const gl = canvas.getContext('webgl2', {
			alpha: false,
			antialias: false,
			depth: false,
			powerPreference: 'high-performance'
		});
		if (gl === null) throw lostError('no WebGL2 context');
		this.#gl = gl;
		this.#canvas = canvas;
		this.#textureLimit = Math.min(textureLimit, gl.getParameter(gl.MAX_TEXTURE_SIZE) as number);
		this.lost = new Promise((resolve) => {
			canvas.addEventListener('webglcontextlost', () => {
				resolve('webglcontextlost');
			});
		});
		this.#preview = buildProgram(gl, PREVIEW_SHADER);
		this.#export = buildProgram(gl, EXPORT_SHADER);
		this.#pass = gl.createBuffer();
		gl.bindBuffer(gl.UNIFORM_BUFFER, this.#pass);
		gl.bufferData(gl.UNIFORM_BUFFER, PASS_BYTES, gl.DYNAMIC_DRAW);
		this.#kernel = this.#table();
		this.#drawField = this.#fieldTexture();
		this.#nobody = this.#flatTexture(gl.RGBA8UI, 1, 1);
		this.#check();
	}

	setPicture(picture: RgbaImage): Promise<void> {
		const gl = this.#gl;
		this.#deletePicture();
		this.setPerson(null);
		const pyramid = new Pyramid(picture);
		const layout = tileLayout(picture.width, picture.height, this.#textureLimit);
		const texture = gl.createTexture();
		gl.activeTexture(gl.TEXTURE0 + UNITS.picture);
		gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
		gl.texStorage3D(
			gl.TEXTURE_2D_ARRAY,
			pyramid.count,
			gl.RGBA8UI,
			layout.width,
			layout.height,
			layout.columns * layout.rows
		);
		gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.NEAREST_MIPMAP_NEAREST);
		gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
		for (let level = 0; level < pyramid.count; level++) {
			this.#uploadLevel(level, pyramid.level(level), layout);
		}
		this.#picture = { image: picture, layout, levelCount: pyramid.count, texture };
		this.#check();
		return Promise.resolve();
	}

	setPerson(layer: PersonLayer | null): void {
		const gl = this.#gl;
		if (this.#person !== null) gl.deleteTexture(this.#person.texture);
		this.#person = null;
		if (layer === null) return;
		const { width, height } = layer;
		const texture = this.#flatTexture(gl.RGBA8UI, width, height);
		gl.texSubImage2D(
			gl.TEXTURE_2D,
			0,
			0,
			0,
			width,
			height,
			gl.RGBA_INTEGER,
			gl.UNSIGNED_BYTE,
			personTexels(layer)
		);
		this.#person = { layer, texture };
	}

	async draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		const picture = this.#held();
		const gl = this.#gl;
		if (field !== null) {
			this.#grid.set(field);
			this.#uploadField(this.#drawField, this.#grid);
		}
		const moves = field !== null && this.#grid.moved !== null;
		this.#canvas.width = frame.width;
		this.#canvas.height = frame.height;
		gl.bindFramebuffer(gl.FRAMEBUFFER, null);
		gl.viewport(0, 0, frame.width, frame.height);
		gl.disable(gl.SCISSOR_TEST);
		const [red, green, blue] = frame.surround;
		gl.clearColor(red / 255, green / 255, blue / 255, 1);
		gl.clear(gl.COLOR_BUFFER_BIT);
		for (const pane of frame.panes) {
			const rect = visibleRect(pane, frame, picture.image);
			if (rect === null) continue;
			const uniforms = packPass({
				transform: pane.transform,
				picture: picture.image,
				layout: picture.layout,
				levelCount: picture.levelCount,
				grid: moves && pane.shows === 'illustration' ? this.#grid : null,
				person: this.#person?.layer ?? null,
				flippedHeight: frame.height
			});
			const bottom = frame.height - rect.y - rect.height;
			this.#paint(this.#preview, picture, this.#drawField, uniforms, { ...rect, y: bottom });
		}
		const bitmap = this.#canvas.transferToImageBitmap();
		await this.#finished();
		return bitmap;
	}

	async renderFull(field: Field | null, signal?: AbortSignal): Promise<RgbaImage> {
		const picture = this.#held();
		const { width, height, data } = picture.image;
		const result = { width, height, data: new Uint8ClampedArray(data) };
		const job = exportJob(picture.image, field);
		if (job === null) return result;
		const { grid, rect } = job;
		const gl = this.#gl;
		const fieldTexture = this.#fieldTexture();
		this.#uploadField(fieldTexture, grid);
		const target = this.#exportTarget();
		const person = this.#person;
		try {
			await fillByTiles(
				result,
				rect,
				(part) => {
					// A new picture or person has taken the textures away: this export is obsolete.
					if (this.#picture !== picture || this.#person !== person) {
						throw new AppError('cancelled');
					}
					const uniforms = packPass({
						transform: { ...IN_PLACE, offsetX: 0 - part.x, offsetY: 0 - part.y },
						picture: picture.image,
						layout: picture.layout,
						levelCount: picture.levelCount,
						grid,
						person: person?.layer ?? null,
						flippedHeight: 0
					});
					return this.#paintPart(target, picture, fieldTexture, uniforms, part);
				},
				signal
			);
		} finally {
			gl.deleteTexture(fieldTexture);
			gl.deleteTexture(target.texture);
			gl.deleteFramebuffer(target.framebuffer);
			gl.deleteBuffer(target.pixels);
		}
		return result;
	}

	dispose(): void {
		const gl = this.#gl;
		this.setPerson(null);
		this.#deletePicture();
		for (const texture of [this.#kernel, this.#drawField, this.#nobody]) gl.deleteTexture(texture);
		gl.deleteBuffer(this.#pass);
		gl.deleteProgram(this.#preview);
		gl.deleteProgram(this.#export);
		this.#canvas.width = 1;
		this.#canvas.height = 1;
	}

	#held(): Uploaded {
		this.#check();
		if (this.#picture === null) throw new AppError('engine.no-photo');
		return this.#picture;
	}

	/** Draws one pass into the bound framebuffer, inside `scissor`. */
	#paint(
		program: WebGLProgram,
		picture: Uploaded,
		field: WebGLTexture,
		uniforms: ArrayBuffer,
		scissor: Rect
	): void {
		const gl = this.#gl;
		gl.useProgram(program);
		gl.bindBuffer(gl.UNIFORM_BUFFER, this.#pass);
		gl.bufferSubData(gl.UNIFORM_BUFFER, 0, uniforms);
		gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, this.#pass);
		gl.activeTexture(gl.TEXTURE0 + UNITS.picture);
		gl.bindTexture(gl.TEXTURE_2D_ARRAY, picture.texture);
		gl.activeTexture(gl.TEXTURE0 + UNITS.field);
		gl.bindTexture(gl.TEXTURE_2D, field);
		gl.activeTexture(gl.TEXTURE0 + UNITS.person);
		gl.bindTexture(gl.TEXTURE_2D, this.#person?.texture ?? this.#nobody);
		gl.activeTexture(gl.TEXTURE0 + UNITS.lanczos);
		gl.bindTexture(gl.TEXTURE_2D, this.#kernel);
		gl.enable(gl.SCISSOR_TEST);
		gl.scissor(scissor.x, scissor.y, scissor.width, scissor.height);
		gl.drawArrays(gl.TRIANGLES, 0, 3);
	}

	async #paintPart(
		target: ExportTarget,
		picture: Uploaded,
		field: WebGLTexture,
		uniforms: ArrayBuffer,
		part: Rect
	): Promise<{ bytes: Uint8Array; bytesPerRow: number }> {
		const gl = this.#gl;
		const { width, height } = part;
		gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
		gl.viewport(0, 0, EXPORT_TILE, EXPORT_TILE);
		this.#paint(this.#export, picture, field, uniforms, { x: 0, y: 0, width, height });
		gl.bindBuffer(gl.PIXEL_PACK_BUFFER, target.pixels);
		gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
		gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
		await this.#finished();
		const bytes = new Uint8Array(4 * width * height);
		gl.bindBuffer(gl.PIXEL_PACK_BUFFER, target.pixels);
		gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, bytes);
		gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
		this.#check();
		return { bytes, bytesPerRow: 4 * width };
	}

	/** Waits until the GPU has done what it was given: callers then keep pace with a slow one. */
	async #finished(): Promise<void> {
		const gl = this.#gl;
		const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
		gl.flush();
		while (sync !== null && !gl.isContextLost()) {
			const status = gl.clientWaitSync(sync, 0, 0);
			if (status !== gl.TIMEOUT_EXPIRED) break;
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		gl.deleteSync(sync);
		this.#check();
	}

	#check(): void {
		const gl = this.#gl;
		if (gl.isContextLost()) throw lostError('context lost');
		const code = gl.getError();
		if (code !== gl.NO_ERROR) throw lostError(`WebGL error ${String(code)}`);
	}

	#uploadLevel(level: number, image: RgbaImage, layout: TileLayout): void {
		const gl = this.#gl;
		gl.pixelStorei(gl.UNPACK_ROW_LENGTH, image.width);
		gl.pixelStorei(gl.UNPACK_IMAGE_HEIGHT, image.height);
		for (const { layer, rect } of levelTiles(layout, level, image)) {
			gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, rect.x);
			gl.pixelStorei(gl.UNPACK_SKIP_ROWS, rect.y);
			gl.texSubImage3D(
				gl.TEXTURE_2D_ARRAY,
				level,
				0,
				0,
				layer,
				rect.width,
				rect.height,
				1,
				gl.RGBA_INTEGER,
				gl.UNSIGNED_BYTE,
				image.data
			);
		}
		gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
		gl.pixelStorei(gl.UNPACK_IMAGE_HEIGHT, 0);
		gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
		gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
	}

	#uploadField(texture: WebGLTexture, grid: FieldGrid): void {
		const gl = this.#gl;
		gl.activeTexture(gl.TEXTURE0 + UNITS.field);
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, PADDED, PADDED, gl.RGBA, gl.FLOAT, grid.texels);
	}

	#fieldTexture(): WebGLTexture {
		return this.#flatTexture(this.#gl.RGBA32F, PADDED, PADDED);
	}

	#table(): WebGLTexture {
		const gl = this.#gl;
		const texture = this.#flatTexture(gl.R32F, LANCZOS3.length, 1);
		gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, LANCZOS3.length, 1, gl.RED, gl.FLOAT, LANCZOS3);
		return texture;
	}

	/** A texture without mips or filtering; stays bound. */
	#flatTexture(format: GLenum, width: number, height: number): WebGLTexture {
		const gl = this.#gl;
		const texture = gl.createTexture();
		gl.activeTexture(gl.TEXTURE0 + UNITS.person);
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
		return texture;
	}

	#exportTarget(): ExportTarget {
		const gl = this.#gl;
		const texture = this.#flatTexture(gl.RGBA8, EXPORT_TILE, EXPORT_TILE);
		const framebuffer = gl.createFramebuffer();
		gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
		gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
		const pixels = gl.createBuffer();
		gl.bindBuffer(gl.PIXEL_PACK_BUFFER, pixels);
		gl.bufferData(gl.PIXEL_PACK_BUFFER, 4 * EXPORT_TILE * EXPORT_TILE, gl.STREAM_READ);
		gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
		return { texture, framebuffer, pixels };
	}

	#deletePicture(): void {
		if (this.#picture !== null) this.#gl.deleteTexture(this.#picture.texture);
		this.#picture = null;
	}
}

type ExportTarget = {
	readonly texture: WebGLTexture;
	readonly framebuffer: WebGLFramebuffer;
	readonly pixels: WebGLBuffer;
};

function buildProgram(gl: WebGL2RenderingContext, fragmentSource: string): WebGLProgram {
	const program = gl.createProgram();
	for (const [type, source] of [
		[gl.VERTEX_SHADER, VERTEX_SHADER],
		[gl.FRAGMENT_SHADER, fragmentSource]
	] as const) {
		const shader = gl.createShader(type);
		if (shader === null) throw lostError('context lost');
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) {
		throw lostError(gl.getProgramInfoLog(program) ?? 'shader did not link');
	}
	gl.useProgram(program);
	gl.uniformBlockBinding(program, gl.getUniformBlockIndex(program, 'Pass'), 0);
	for (const [name, unit] of Object.entries(UNITS)) {
		gl.uniform1i(gl.getUniformLocation(program, name), unit);
	}
	return program;
}
