import type { Rect } from '../../geometry/index.ts';
import type { Tone } from '../render-types.ts';
import {
	SAMPLE_TEXELS,
	TONE_PASS_BYTES,
	toneJobs,
	type ToneJob,
	type ToneNeed
} from './tone-pass.ts';
import { ToneTiles } from './tone-tiles.ts';
import { changeOf, SAMPLE_VALUES } from './tone.ts';
import { emptyPicture, type Uploaded } from './webgpu-parts.ts';
import { TONE_SHADER } from './webgpu-tone-shader.ts';

export function tonePipeline(device: GPUDevice): GPURenderPipeline {
	const module = device.createShaderModule({ code: TONE_SHADER });
	return device.createRenderPipeline({
		layout: 'auto',
		vertex: { module },
		fragment: { module, targets: [{ format: 'rgba8uint' }] }
	});
}

/** A tone on the GPU, and the toned copy of the picture, painted where it is looked at. */
export class WebGpuTone {
	/** Laid out as the picture; as the tone wants it wherever `prepare` has looked since. */
	readonly toned: GPUTexture;
	readonly #device: GPUDevice;
	readonly #pipeline: GPURenderPipeline;
	readonly #picture: Uploaded;
	readonly #tiles: ToneTiles;
	#tone: Tone;
	#samples: GPUTexture;

	constructor(device: GPUDevice, pipeline: GPURenderPipeline, picture: Uploaded, tone: Tone) {
		this.#device = device;
		this.#pipeline = pipeline;
		this.#picture = picture;
		this.toned = this.#target(picture.levelCount);
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
			this.#samples.destroy();
			this.#samples = this.#allSamples();
		} else this.#upload(this.#samples, change.samples);
	}

	/** Brings `toned` up to date where it is needed. */
	prepare({ area, first, last }: ToneNeed): void {
		for (let level = first; level <= last; level++) {
			this.#paint(this.toned, level, this.#tiles.take(level, area));
		}
	}

	/** Level 0 over `area` as it is now, in a texture of its own that the caller destroys. */
	exported(area: Rect): GPUTexture {
		const texture = this.#target(1);
		this.#paint(texture, 0, new ToneTiles(this.#picture.image).take(0, area));
		return texture;
	}

	dispose(): void {
		this.toned.destroy();
		this.#samples.destroy();
	}

	#target(levels: number): GPUTexture {
		const { layout } = this.#picture;
		return emptyPicture(this.#device, layout, levels, GPUTextureUsage.RENDER_ATTACHMENT);
	}

	#allSamples(): GPUTexture {
		const { width, height } = this.#tone;
		const texture = this.#device.createTexture({
			size: [SAMPLE_TEXELS * width, height],
			format: 'rg32float',
			usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST
		});
		this.#upload(texture, { x: 0, y: 0, width, height });
		return texture;
	}

	#upload(texture: GPUTexture, { x, y, width, height }: Rect): void {
		const { data, width: columns } = this.#tone;
		const sampleBytes = SAMPLE_VALUES * data.BYTES_PER_ELEMENT;
		this.#device.queue.writeTexture(
			{ texture, origin: [SAMPLE_TEXELS * x, y] },
			data,
			{ offset: sampleBytes * (y * columns + x), bytesPerRow: sampleBytes * columns },
			[SAMPLE_TEXELS * width, height]
		);
	}

	#paint(target: GPUTexture, level: number, stale: readonly Rect[]): void {
		if (stale.length === 0) return;
		const { image, layout } = this.#picture;
		const encoder = this.#device.createCommandEncoder();
		const buffers = toneJobs(this.#tone, image, layout, level, stale).map((job) =>
			this.#paintLayer(encoder, target, job)
		);
		this.#device.queue.submit([encoder.finish()]);
		for (const buffer of buffers) buffer.destroy();
	}

	/** Gives back the uniform buffer to free once submitted. */
	#paintLayer(
		encoder: GPUCommandEncoder,
		target: GPUTexture,
		{ level, layer, uniforms, scissors }: ToneJob
	): GPUBuffer {
		const device = this.#device;
		const buffer = device.createBuffer({
			size: TONE_PASS_BYTES,
			usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST
		});
		device.queue.writeBuffer(buffer, 0, uniforms);
		const view = target.createView({
			dimension: '2d',
			baseMipLevel: level,
			mipLevelCount: 1,
			baseArrayLayer: layer,
			arrayLayerCount: 1
		});
		const pass = encoder.beginRenderPass({
			colorAttachments: [{ view, loadOp: 'load', storeOp: 'store' }]
		});
		pass.setPipeline(this.#pipeline);
		const picture = this.#picture.texture.createView({ dimension: '2d-array' });
		pass.setBindGroup(
			0,
			device.createBindGroup({
				layout: this.#pipeline.getBindGroupLayout(0),
				entries: [
					{ binding: 0, resource: { buffer } },
					{ binding: 1, resource: picture },
					{ binding: 2, resource: this.#samples.createView() }
				]
			})
		);
		for (const { x, y, width, height } of scissors) {
			pass.setScissorRect(x, y, width, height);
			pass.draw(3);
		}
		pass.end();
		return buffer;
	}
}
