import { EXPORT_TILE } from './export.ts';
import { LANCZOS3 } from './lanczos.ts';
import { lostError } from './lost.ts';
import type { Pyramid } from './pyramid.ts';
import type { RgbaImage } from '../render-types.ts';
import { levelTiles, type TileLayout } from './tiles.ts';
import { VERTEX_SHADER } from './webgl2-shader.ts';

/** Texture unit of each of the shaders' samplers. */
export const UNITS = { picture: 0, field: 1, person: 2, lanczos: 3, tone: 4 } as const;

export type Uploaded = {
	readonly image: RgbaImage;
	readonly layout: TileLayout;
	readonly levelCount: number;
	readonly texture: WebGLTexture;
};

export type ExportTarget = {
	readonly texture: WebGLTexture;
	readonly framebuffer: WebGLFramebuffer;
	readonly pixels: WebGLBuffer;
};

/** A linked program with its samplers and its uniform block bound. Throws `engine.renderer-lost`. */
export function buildProgram(gl: WebGL2RenderingContext, fragmentSource: string): WebGLProgram {
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

/** The picture and its pyramid as the tiles of `layout`. */
export function pictureTexture(
	gl: WebGL2RenderingContext,
	pyramid: Pyramid,
	layout: TileLayout
): WebGLTexture {
	const texture = emptyPicture(gl, layout, pyramid.count);
	for (let level = 0; level < pyramid.count; level++) {
		uploadLevel(gl, level, pyramid.level(level), layout);
	}
	return texture;
}

/** Room for the tiles of `layout`, `levels` deep; stays bound. */
export function emptyPicture(
	gl: WebGL2RenderingContext,
	{ width, height, columns, rows }: TileLayout,
	levels: number
): WebGLTexture {
	const texture = gl.createTexture();
	gl.activeTexture(gl.TEXTURE0 + UNITS.picture);
	gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
	gl.texStorage3D(gl.TEXTURE_2D_ARRAY, levels, gl.RGBA8UI, width, height, columns * rows);
	gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.NEAREST_MIPMAP_NEAREST);
	gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
	return texture;
}

function uploadLevel(
	gl: WebGL2RenderingContext,
	level: number,
	image: RgbaImage,
	layout: TileLayout
): void {
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

/** The tabulated export kernel. */
export function kernelTexture(gl: WebGL2RenderingContext): WebGLTexture {
	const texture = flatTexture(gl, gl.R32F, LANCZOS3.length, 1);
	gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, LANCZOS3.length, 1, gl.RED, gl.FLOAT, LANCZOS3);
	return texture;
}

/** A texture without mips or filtering; stays bound. */
export function flatTexture(
	gl: WebGL2RenderingContext,
	format: GLenum,
	width: number,
	height: number
): WebGLTexture {
	const texture = gl.createTexture();
	gl.activeTexture(gl.TEXTURE0 + UNITS.person);
	gl.bindTexture(gl.TEXTURE_2D, texture);
	gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
	return texture;
}

/** Where parts of an export are painted and read back from. */
export function exportTarget(gl: WebGL2RenderingContext): ExportTarget {
	const texture = flatTexture(gl, gl.RGBA8, EXPORT_TILE, EXPORT_TILE);
	const framebuffer = gl.createFramebuffer();
	gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
	gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
	const pixels = gl.createBuffer();
	gl.bindBuffer(gl.PIXEL_PACK_BUFFER, pixels);
	gl.bufferData(gl.PIXEL_PACK_BUFFER, 4 * EXPORT_TILE * EXPORT_TILE, gl.STREAM_READ);
	gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
	return { texture, framebuffer, pixels };
}
