import { AppError } from '../../errors.ts';
import { grow, type Rect } from '../../geometry/index.ts';
import type { Frame, PersonLayer, Renderer, RgbaImage, Tone } from '../render-types.ts';
import type { Field } from '../types.ts';
import { FieldGrid, PADDED } from './field-grid.ts';
import { LANCZOS3 } from './lanczos.ts';
import { IN_PLACE, visibleRect } from './law.ts';
import { lostError } from './lost.ts';
import { PASS_BYTES, packPass, personTexels } from './pass.ts';
import { Pyramid } from './pyramid.ts';
import { exportJob, EXPORT_TILE, fillByTiles } from './export.ts';
import { tileLayout } from './tiles.ts';
import { toneNeed } from './tone-pass.ts';
import {
	bindingLayout,
	buildPipeline,
	FORMAT,
	pictureTexture,
	type Uploaded
} from './webgpu-parts.ts';
import { EXPORT_SHADER, PREVIEW_SHADER } from './webgpu-shader.ts';
import { tonePipeline, WebGpuTone } from './webgpu-tone.ts';

type Person = { readonly layer: PersonLayer; readonly texture: GPUTexture };

/**
 * Renders by WebGPU. As in WebGL2, texels are loaded by index and filtered in the shader in 32-bit
 * floats.
 */
export class WebGpuRenderer implements Renderer {
	readonly kind = 'webgpu';
	readonly lost: Promise<string>;
	readonly #device: GPUDevice;
	readonly #canvas = new OffscreenCanvas(1, 1);
	readonly #context: GPUCanvasContext;
	readonly #textureLimit: number;
	readonly #bindings: GPUBindGroupLayout;
	readonly #preview: GPURenderPipeline;
	readonly #export: GPURenderPipeline;
	readonly #toning: GPURenderPipeline;
	readonly #kernel: GPUTexture;
	readonly #drawField: GPUTexture;
	readonly #nobody: GPUTexture;
	readonly #grid = new FieldGrid();
	#picture: Uploaded | null = null;
	#person: Person | null = null;
	#tone: WebGpuTone | null = null;
	#lostBecause: string | null = null;
	#disposed = false;

	/** `textureLimit`: the picture is cut into tiles above this side. Throws `engine.renderer-lost`. */
	constructor(device: GPUDevice, textureLimit = Infinity) {
		this.#device = device;
		this.#textureLimit = Math.min(textureLimit, device.limits.maxTextureDimension2D);
		this.lost = new Promise((resolve) => {
			void device.lost.then(({ reason, message }) => {
				this.#lostBecause = `${reason}: ${message}`;
				if (!this.#disposed) resolve(this.#lostBecause);
			});
		});
		const context = this.#canvas.getContext('webgpu');
		if (context === null) throw lostError('no WebGPU canvas');
		this.#context = context;
		context.configure({ device, format: FORMAT, alphaMode: 'opaque', colorSpace: 'srgb' });
		this.#bindings = bindingLayout(device);
		this.#preview = buildPipeline(device, this.#bindings, PREVIEW_SHADER);
		this.#export = buildPipeline(device, this.#bindings, EXPORT_SHADER);
		this.#toning = tonePipeline(device);
		this.#kernel = this.#flatTexture('r32float', LANCZOS3.length, 1);
		this.#write(this.#kernel, LANCZOS3, 4);
		this.#drawField = this.#flatTexture('rgba32float', PADDED, PADDED);
		this.#nobody = this.#flatTexture('rgba8uint', 1, 1);
	}

	async setPicture(picture: RgbaImage): Promise<void> {
		const device = this.#device;
		this.#picture?.texture.destroy();
		this.#picture = null;
		this.setPerson(null);
		this.setTone(null);
		device.pushErrorScope('out-of-memory');
		device.pushErrorScope('validation');
		const pyramid = new Pyramid(picture);
		const layout = tileLayout(picture.width, picture.height, this.#textureLimit);
		const texture = pictureTexture(device, pyramid, layout);
		this.#picture = { image: picture, layout, levelCount: pyramid.count, texture };
		const invalid = await device.popErrorScope();
		const exhausted = await device.popErrorScope();
		this.#check();
		const error = invalid ?? exhausted;
		if (error !== null) throw lostError(error.message);
	}

	setPerson(layer: PersonLayer | null): void {
		this.#person?.texture.destroy();
		this.#person = null;
		if (layer === null) return;
		const texture = this.#flatTexture('rgba8uint', layer.width, layer.height);
		this.#write(texture, personTexels(layer), 4);
		this.#person = { layer, texture };
	}

	setTone(tone: Tone | null, changed?: Rect): void {
		if (tone !== null && this.#tone !== null) this.#tone.set(tone, changed);
		else if (tone !== null) {
			const device = this.#device;
			const picture = this.#held();
			device.pushErrorScope('out-of-memory');
			this.#tone = new WebGpuTone(device, this.#toning, picture, tone);
			// What is drawn next finds out.
			void device.popErrorScope().then(
				(error) => {
					if (error !== null) this.#lostBecause = error.message;
				},
				() => null
			);
		} else {
			this.#tone?.dispose();
			this.#tone = null;
		}
	}

	async draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		const picture = this.#held();
		if (field !== null) {
			this.#grid.set(field);
			this.#write(this.#drawField, this.#grid.texels, 16);
		}
		const grid = field !== null && this.#grid.moved !== null ? this.#grid : null;
		this.#resize(frame);
		const toned = this.#tonedFor(frame, picture, grid);
		const [red, green, blue] = frame.surround;
		const encoder = this.#device.createCommandEncoder();
		const pass = encoder.beginRenderPass({
			colorAttachments: [
				{
					view: this.#context.getCurrentTexture().createView(),
					loadOp: 'clear',
					storeOp: 'store',
					clearValue: [red / 255, green / 255, blue / 255, 1]
				}
			]
		});
		const passBuffers: GPUBuffer[] = [];
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
				flippedHeight: 0
			});
			const texture = pane.shows === 'illustration' ? toned : picture.texture;
			passBuffers.push(this.#paint(pass, this.#preview, texture, this.#drawField, uniforms, rect));
		}
		pass.end();
		this.#device.queue.submit([encoder.finish()]);
		const bitmap = this.#canvas.transferToImageBitmap();
		// Callers then keep pace with a slow GPU.
		await this.#device.queue.onSubmittedWorkDone();
		for (const buffer of passBuffers) buffer.destroy();
		this.#check();
		return bitmap;
	}

	async renderFull(field: Field | null, signal?: AbortSignal): Promise<RgbaImage> {
		const picture = this.#held();
		const { width, height, data } = picture.image;
		const result = { width, height, data: new Uint8ClampedArray(data) };
		const { grid, moved, rect } = exportJob(picture.image, field, this.#tone?.tone ?? null);
		if (rect === null) return result;
		const source = this.#tone?.exported(grow(rect, grid.reach)) ?? picture.texture;
		const person = this.#person;
		const fieldTexture = this.#flatTexture('rgba32float', PADDED, PADDED);
		this.#write(fieldTexture, grid.texels, 16);
		const target = this.#device.createTexture({
			size: [EXPORT_TILE, EXPORT_TILE],
			format: FORMAT,
			usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC
		});
		const pixels = this.#device.createBuffer({
			size: 4 * EXPORT_TILE * EXPORT_TILE,
			usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ
		});
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
					return this.#paintPart(target, pixels, source, fieldTexture, uniforms, part);
				},
				signal
			);
		} finally {
			if (source !== picture.texture) source.destroy();
			fieldTexture.destroy();
			target.destroy();
			pixels.destroy();
		}
		return result;
	}

	dispose(): void {
		this.#disposed = true;
		this.#picture = null;
		this.#person = null;
		this.#tone = null;
		this.#context.unconfigure();
		this.#device.destroy();
	}

	#held(): Uploaded {
		this.#check();
		if (this.#picture === null) throw new AppError('engine.no-photo');
		return this.#picture;
	}

	/** Setting a canvas's size allocates it anew even when nothing changes. */
	#resize({ width, height }: Frame): void {
		if (this.#canvas.width !== width) this.#canvas.width = width;
		if (this.#canvas.height !== height) this.#canvas.height = height;
	}

	#check(): void {
		if (this.#lostBecause !== null) throw lostError(this.#lostBecause);
	}

	/** The picture that illustrations show, toned where the frame reads it. */
	#tonedFor(frame: Frame, picture: Uploaded, grid: FieldGrid | null): GPUTexture {
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

	/** Draws one pane or part, inside `scissor`; gives back the uniform buffer to free afterwards. */
	#paint(
		pass: GPURenderPassEncoder,
		pipeline: GPURenderPipeline,
		picture: GPUTexture,
		field: GPUTexture,
		uniforms: ArrayBuffer,
		scissor: Rect
	): GPUBuffer {
		const device = this.#device;
		const buffer = device.createBuffer({
			size: PASS_BYTES,
			usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST
		});
		device.queue.writeBuffer(buffer, 0, uniforms);
		const textures = [
			picture.createView({ dimension: '2d-array' }),
			field.createView(),
			(this.#person?.texture ?? this.#nobody).createView(),
			this.#kernel.createView()
		];
		pass.setPipeline(pipeline);
		pass.setBindGroup(
			0,
			device.createBindGroup({
				layout: this.#bindings,
				entries: [
					{ binding: 0, resource: { buffer } },
					...textures.map((resource, index) => ({ binding: index + 1, resource }))
				]
			})
		);
		pass.setScissorRect(scissor.x, scissor.y, scissor.width, scissor.height);
		pass.draw(3);
		return buffer;
	}

	async #paintPart(
		target: GPUTexture,
		pixels: GPUBuffer,
		picture: GPUTexture,
		field: GPUTexture,
		uniforms: ArrayBuffer,
		part: Rect
	): Promise<{ bytes: Uint8Array; bytesPerRow: number }> {
		this.#check();
		const { width, height } = part;
		const bytesPerRow = Math.ceil((4 * width) / 256) * 256;
		const encoder = this.#device.createCommandEncoder();
		const pass = encoder.beginRenderPass({
			colorAttachments: [{ view: target.createView(), loadOp: 'clear', storeOp: 'store' }]
		});
		const scissor = { x: 0, y: 0, width, height };
		const buffer = this.#paint(pass, this.#export, picture, field, uniforms, scissor);
		pass.end();
		encoder.copyTextureToBuffer({ texture: target }, { buffer: pixels, bytesPerRow }, [
			width,
			height
		]);
		this.#device.queue.submit([encoder.finish()]);
		try {
			await pixels.mapAsync(GPUMapMode.READ, 0, bytesPerRow * height);
		} catch (cause) {
			throw lostError('read-back failed', cause);
		}
		const bytes = new Uint8Array(pixels.getMappedRange(0, bytesPerRow * height)).slice();
		pixels.unmap();
		buffer.destroy();
		return { bytes, bytesPerRow };
	}

	#flatTexture(format: GPUTextureFormat, width: number, height: number): GPUTexture {
		return this.#device.createTexture({
			size: [width, height],
			format,
			usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST
		});
	}

	#write(
		texture: GPUTexture,
		data: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>,
		texelBytes: number
	): void {
		this.#device.queue.writeTexture(
			{ texture },
			data,
			{ bytesPerRow: texelBytes * texture.width },
			[texture.width, texture.height]
		);
	}
}
