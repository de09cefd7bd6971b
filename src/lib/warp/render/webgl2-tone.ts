import type { Rect } from '../../geometry/index.ts';
import type { Tone } from '../render-types.ts';
import { levelSize } from './pyramid.ts';
import { SAMPLE_TEXELS, toneJobs, type ToneJob, type ToneNeed } from './tone-pass.ts';
import { ToneTiles } from './tone-tiles.ts';
import { changeOf } from './tone.ts';
import { emptyPicture, flatTexture, UNITS, type Uploaded } from './webgl2-parts.ts';

/** What a tone pass draws with; owned by the renderer. */
export type ToneTools = {
	readonly gl: WebGL2RenderingContext;
	readonly program: WebGLProgram;
	readonly pass: WebGLBuffer;
};

/** A tone on the GPU, and the toned copy of the picture, painted where it is looked at. */
export class WebGl2Tone {
	/** Laid out as the picture; as the tone wants it wherever `prepare` has looked since. */
	readonly toned: WebGLTexture;
	readonly #tools: ToneTools;
	readonly #picture: Uploaded;
	readonly #framebuffer: WebGLFramebuffer;
	readonly #tiles: ToneTiles;
	#tone: Tone;
	#samples: WebGLTexture;

	constructor(tools: ToneTools, picture: Uploaded, tone: Tone) {
		const { gl } = tools;
		this.#tools = tools;
		this.#picture = picture;
		this.#framebuffer = gl.createFramebuffer();
		this.toned = emptyPicture(gl, picture.layout, picture.levelCount);
		this.#tiles = new ToneTiles(picture.image);
		this.#tone = tone;
		this.#samples = this.#allSamples();
	}

	get tone(): Tone {
		return this.#tone;
	}

	set(tone: Tone, changed: Rect | undefined): void {
		const change = changeOf(this.#tone, tone, changed);
		this.#tone = tone;
		this.#tiles.invalidate(change.area);
		if (change.samples === null) {
			this.#tools.gl.deleteTexture(this.#samples);
			this.#samples = this.#allSamples();
		} else this.#upload(this.#samples, change.samples);
	}

	/** Brings `toned` up to date where it is needed. Leaves its own framebuffer bound. */
	prepare({ area, first, last }: ToneNeed): void {
		for (let level = first; level <= last; level++) {
			this.#paint(this.toned, level, this.#tiles.take(level, area));
		}
	}

	/** Level 0 over `area` as it is now, in a texture of its own that the caller deletes. */
	exported(area: Rect): WebGLTexture {
		const texture = emptyPicture(this.#tools.gl, this.#picture.layout, 1);
		this.#paint(texture, 0, new ToneTiles(this.#picture.image).take(0, area));
		return texture;
	}

	dispose(): void {
		const { gl } = this.#tools;
		gl.deleteTexture(this.toned);
		gl.deleteTexture(this.#samples);
		gl.deleteFramebuffer(this.#framebuffer);
	}

	#allSamples(): WebGLTexture {
		const { gl } = this.#tools;
		const { width, height } = this.#tone;
		const texture = flatTexture(gl, gl.RG32F, SAMPLE_TEXELS * width, height);
		this.#upload(texture, { x: 0, y: 0, width, height });
		return texture;
	}

	#upload(texture: WebGLTexture, samples: Rect): void {
		const { gl } = this.#tools;
		const { width, data } = this.#tone;
		const x = SAMPLE_TEXELS * samples.x;
		const columns = SAMPLE_TEXELS * samples.width;
		gl.activeTexture(gl.TEXTURE0 + UNITS.tone);
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.pixelStorei(gl.UNPACK_ROW_LENGTH, SAMPLE_TEXELS * width);
		gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x);
		gl.pixelStorei(gl.UNPACK_SKIP_ROWS, samples.y);
		const { y, height } = samples;
		gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, columns, height, gl.RG, gl.FLOAT, data);
		gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
		gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
		gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
	}

	#paint(target: WebGLTexture, level: number, stale: readonly Rect[]): void {
		if (stale.length === 0) return;
		const { gl, program } = this.#tools;
		const { image, layout, texture } = this.#picture;
		gl.useProgram(program);
		gl.activeTexture(gl.TEXTURE0 + UNITS.picture);
		gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
		gl.activeTexture(gl.TEXTURE0 + UNITS.tone);
		gl.bindTexture(gl.TEXTURE_2D, this.#samples);
		gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
		const { width, height } = levelSize(layout, level);
		gl.viewport(0, 0, width, height);
		gl.enable(gl.SCISSOR_TEST);
		for (const job of toneJobs(this.#tone, image, layout, level, stale)) {
			this.#paintLayer(target, job);
		}
	}

	#paintLayer(target: WebGLTexture, { level, layer, uniforms, scissors }: ToneJob): void {
		const { gl, pass } = this.#tools;
		gl.framebufferTextureLayer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, target, level, layer);
		gl.bindBuffer(gl.UNIFORM_BUFFER, pass);
		gl.bufferSubData(gl.UNIFORM_BUFFER, 0, uniforms);
		gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, pass);
		for (const { x, y, width, height } of scissors) {
			gl.scissor(x, y, width, height);
			gl.drawArrays(gl.TRIANGLES, 0, 3);
		}
	}
}
