import type { RgbaImage } from '../render-types.ts';
import { lostError } from './lost.ts';
import type { Pyramid } from './pyramid.ts';
import { levelTiles, type TileLayout } from './tiles.ts';

export const FORMAT = 'rgba8unorm';

export type Uploaded = {
	readonly image: RgbaImage;
	readonly layout: TileLayout;
	readonly levelCount: number;
	readonly texture: GPUTexture;
};

/** A device able to hold the largest textures that its adapter can. Throws `engine.renderer-lost`. */
export async function requestDevice(): Promise<GPUDevice> {
	if (!('gpu' in navigator)) throw lostError('no WebGPU');
	const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
	if (adapter === null) throw lostError('no WebGPU adapter');
	try {
		return await adapter.requestDevice({
			requiredLimits: { maxTextureDimension2D: adapter.limits.maxTextureDimension2D }
		});
	} catch (cause) {
		throw lostError('no WebGPU device', cause);
	}
}

/** One pass's numbers, then picture, field, person and kernel, as the shaders number them. */
export function bindingLayout(device: GPUDevice): GPUBindGroupLayout {
	return device.createBindGroupLayout({
		entries: [
			{ binding: 0, visibility: GPUShaderStage.FRAGMENT, buffer: {} },
			...(
				[
					['uint', '2d-array'],
					['unfilterable-float', '2d'],
					['uint', '2d'],
					['unfilterable-float', '2d']
				] as const
			).map(([sampleType, viewDimension], index) => ({
				binding: index + 1,
				visibility: GPUShaderStage.FRAGMENT,
				texture: { sampleType, viewDimension }
			}))
		]
	});
}

/** Fills its target with one shader. */
export function buildPipeline(
	device: GPUDevice,
	bindings: GPUBindGroupLayout,
	code: string
): GPURenderPipeline {
	const module = device.createShaderModule({ code });
	return device.createRenderPipeline({
		layout: device.createPipelineLayout({ bindGroupLayouts: [bindings] }),
		vertex: { module },
		fragment: { module, targets: [{ format: FORMAT }] }
	});
}

/** The picture and its pyramid as the tiles of `layout`. */
export function pictureTexture(
	device: GPUDevice,
	pyramid: Pyramid,
	layout: TileLayout
): GPUTexture {
	const texture = emptyPicture(device, layout, pyramid.count, GPUTextureUsage.COPY_DST);
	for (let level = 0; level < pyramid.count; level++) {
		const image = pyramid.level(level);
		for (const { layer, rect } of levelTiles(layout, level, image)) {
			device.queue.writeTexture(
				{ texture, mipLevel: level, origin: [0, 0, layer] },
				image.data,
				{ offset: 4 * (rect.y * image.width + rect.x), bytesPerRow: 4 * image.width },
				[rect.width, rect.height]
			);
		}
	}
	return texture;
}

/** Room for the tiles of `layout`, `levels` deep, to be read and filled as `usage` says. */
export function emptyPicture(
	device: GPUDevice,
	{ width, height, columns, rows }: TileLayout,
	levels: number,
	usage: GPUTextureUsageFlags
): GPUTexture {
	return device.createTexture({
		size: [width, height, columns * rows],
		mipLevelCount: levels,
		format: 'rgba8uint',
		usage: GPUTextureUsage.TEXTURE_BINDING | usage
	});
}
