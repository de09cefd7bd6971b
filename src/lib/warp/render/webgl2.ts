import { AppError } from '../../errors.ts';
import { grow, type Rect } from '../../geometry/index.ts';
import type { Frame, PersonLayer, Renderer, RgbaImage, Tone } from '../render-types.ts';
import type { Field } from '../types.ts';
import { FieldGrid, PADDED } from './field-grid.ts';
import { IN_PLACE, visibleRect } from './law.ts';
import { lostError } from './lost.ts';
import { PASS_BYTES, packPass, personTexels } from './pass.ts';
import { Pyramid } from './pyramid.ts';
import { exportJob, EXPORT_TILE, fillByTiles } from './export.ts';
import { tileLayout } from './tiles.ts';
import { toneNeed } from './tone-pass.ts';
import {
	buildProgram,
	exportTarget,
	flatTexture,
	kernelTexture,
	pictureTexture,
	UNITS,
	type ExportTarget,
	type Uploaded
} from './webgl2-parts.ts';
import { EXPORT_SHADER, PREVIEW_SHADER } from './webgl2-shader.ts';
import { TONE_SHADER } from './webgl2-tone-shader.ts';
import { WebGl2Tone } from './webgl2-tone.ts';

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
	readonly #toning: WebGLProgram;
	readonly #pass: WebGLBuffer;
	readonly #kernel: WebGLTexture;
	readonly #drawField: WebGLTexture;
	readonly #nobody: WebGLTexture;
	readonly #grid = new FieldGrid();
	#picture: Uploaded | null = null;
	#person: Person | null = null;
	#tone: WebGl2Tone | null = null;

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
		this.#toning = buildProgram(gl, TONE_SHADER);
		this.#pass = gl.createBuffer();
		gl.bindBuffer(gl.UNIFORM_BUFFER, this.#pass);
		gl.bufferData(gl.UNIFORM_BUFFER, PASS_BYTES, gl.DYNAMIC_DRAW);
		this.#kernel = kernelTexture(gl);
		this.#drawField = flatTexture(gl, gl.RGBA32F, PADDED, PADDED);
		this.#nobody = flatTexture(gl, gl.RGBA8UI, 1, 1);
		this.#check();
	}

	setPicture(picture: RgbaImage): Promise<void> {
		this.#deletePicture();
		const pyramid = new Pyramid(picture);
		const layout = tileLayout(picture.width, picture.height, this.#textureLimit);
		const texture = pictureTexture(this.#gl, pyramid, layout);
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
		const texture = flatTexture(gl, gl.RGBA8UI, width, height);
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

	setTone(tone: Tone | null, changed?: Rect): void {
		if (tone !== null && this.#tone !== null) this.#tone.set(tone, changed);
		else if (tone !== null) {
			const tools = { gl: this.#gl, program: this.#toning, pass: this.#pass };
			this.#tone = new WebGl2Tone(tools, this.#held(), tone);
		} else {
			this.#tone?.dispose();
			this.#tone = null;
		}
	}

	async draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		const picture = this.#held();
		const gl = this.#gl;
		if (field !== null) {
			this.#grid.set(field);
			this.#uploadField(this.#drawField, this.#grid);
		}
		const grid = field !== null && this.#grid.moved !== null ? this.#grid : null;
		this.#resize(frame);
		const toned = this.#tonedFor(frame, picture, grid);
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
				grid: pane.shows === 'illustration' ? grid : null,
				person: this.#person?.layer ?? null,
				flippedHeight: frame.height
			});
			const bottom = frame.height - rect.y - rect.height;
			const texture = pane.shows === 'illustration' ? toned : picture.texture;
			this.#paint(this.#preview, texture, this.#drawField, uniforms, { ...rect, y: bottom });
		}
		const bitmap = this.#canvas.transferToImageBitmap();
		await this.#finished();
		return bitmap;
	}

	async renderFull(field: Field | null, signal?: AbortSignal): Promise<RgbaImage> {
		const picture = this.#held();
		const { width, height, data } = picture.image;
		const result = { width, height, data: new Uint8ClampedArray(data) };
		const { grid, moved, rect } = exportJob(picture.image, field, this.#tone?.tone ?? null);
		if (rect === null) return result;
		const gl = this.#gl;
		const fieldTexture = flatTexture(gl, gl.RGBA32F, PADDED, PADDED);
		this.#uploadField(fieldTexture, grid);
		const source = this.#tone?.exported(grow(rect, grid.reach)) ?? picture.texture;
		const target = exportTarget(gl);
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
						grid: moved === null ? null : grid,
						person: person?.layer ?? null,
						flippedHeight: 0
					});
					return this.#paintPart(target, source, fieldTexture, uniforms, part);
				},
				signal
			);
		} finally {
			if (source !== picture.texture) gl.deleteTexture(source);
			gl.deleteTexture(fieldTexture);
			gl.deleteTexture(target.texture);
			gl.deleteFramebuffer(target.framebuffer);
			gl.deleteBuffer(target.pixels);
		}
		return result;
	}

	dispose(): void {
		const gl = this.#gl;
		this.#deletePicture();
		for (const texture of [this.#kernel, this.#drawField, this.#nobody]) gl.deleteTexture(texture);
		gl.deleteBuffer(this.#pass);
		gl.deleteProgram(this.#preview);
		gl.deleteProgram(this.#export);
		gl.deleteProgram(this.#toning);
		this.#canvas.width = 1;
		this.#canvas.height = 1;
		// A browser has few contexts, and takes the oldest in use (MediaPipe's) for one too many.
		gl.getExtension('WEBGL_lose_context')?.loseContext();
	}

	#held(): Uploaded {
		this.#check();
		if (this.#picture === null) throw new AppError('engine.no-photo');
		return this.#picture;
	}

	/** Draws one pass into the bound framebuffer, inside `scissor`. */
	#paint(
		program: WebGLProgram,
		picture: WebGLTexture,
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
		gl.bindTexture(gl.TEXTURE_2D_ARRAY, picture);
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
		picture: WebGLTexture,
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

	/** Setting a canvas's size allocates it anew even when nothing changes. */
	#resize({ width, height }: Frame): void {
		if (this.#canvas.width !== width) this.#canvas.width = width;
		if (this.#canvas.height !== height) this.#canvas.height = height;
	}

	#check(): void {
		const gl = this.#gl;
		if (gl.isContextLost()) throw lostError('context lost');
		const code = gl.getError();
		if (code !== gl.NO_ERROR) throw lostError(`WebGL error ${String(code)}`);
	}

	#uploadField(texture: WebGLTexture, grid: FieldGrid): void {
		const gl = this.#gl;
		gl.activeTexture(gl.TEXTURE0 + UNITS.field);
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, PADDED, PADDED, gl.RGBA, gl.FLOAT, grid.texels);
	}

	/** The picture that illustrations show, toned where the frame reads it. */
	#tonedFor(frame: Frame, picture: Uploaded, grid: FieldGrid | null): WebGLTexture {
		const tone = this.#tone;
		if (tone === null) return picture.texture;
		const { levelCount, image } = picture;
		const size = { width: image.width, height: image.height, levelCount };
		for (const pane of frame.panes) {
			const need = pane.shows === 'illustration' ? toneNeed(pane, frame, size, grid) : null;
			if (need !== null) tone.prepare(need);
		}
		return tone.toned;
	}

	/** With person and tone, which belong to it. */
	#deletePicture(): void {
		this.setPerson(null);
		this.setTone(null);
		if (this.#picture !== null) this.#gl.deleteTexture(this.#picture.texture);
		this.#picture = null;
	}
}
