import { describe, expect, it } from 'vitest';
import type { Photograph, RecordRoom } from '../record/index.ts';
import { ghostOf } from './ghost.ts';

const NOW = { folder: 'f'.repeat(32), consultation: 'c'.repeat(32) };

type Kept = {
	readonly id: string;
	readonly at: number;
	readonly colour: string;
	readonly visit?: string;
	readonly quarterTurns?: number;
} & Partial<Pick<Photograph, 'standardView' | 'view'>>;

async function painted(colour: string): Promise<Uint8Array<ArrayBuffer>> {
	const canvas = new OffscreenCanvas(400, 300);
	const context = canvas.getContext('2d')!;
	context.fillStyle = colour;
	context.fillRect(0, 0, 400, 300);
	return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

/** The vault, as far as it is asked. */
function roomWith(kept: readonly Kept[]): Pick<RecordRoom, 'folder' | 'reopen'> {
	return {
		folder: () =>
			Promise.resolve({
				unreadable: 0,
				entries: kept.map(
					({ id, at, standardView = null, view = 'frontal', visit = 'earlier' }) => ({
						id,
						entry: { kind: 'photograph', openedAt: at, standardView, view, consultation: visit }
					})
				)
			} as unknown as Awaited<ReturnType<RecordRoom['folder']>>),
		reopen: async (_, wanted) => {
			const one = kept.find(({ id }) => id === wanted)!;
			return {
				bytes: await painted(one.colour),
				study: { quarterTurns: one.quarterTurns ?? 0 }
			} as Awaited<ReturnType<RecordRoom['reopen']>>;
		}
	};
}

function colourOf(picture: ImageBitmap): readonly number[] {
	const context = new OffscreenCanvas(1, 1).getContext('2d')!;
	context.drawImage(picture, 0, 0);
	return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

describe('the earlier photograph of a view', () => {
	it('is the newest of another visit', async () => {
		const room = roomWith([
			{ id: 'old', at: 1, colour: 'red', standardView: 'smile' },
			{ id: 'newer', at: 2, colour: 'lime', standardView: 'smile' },
			{ id: 'other', at: 3, colour: 'blue', standardView: 'frown' },
			{ id: 'own', at: 4, colour: 'white', standardView: 'smile', visit: NOW.consultation }
		]);
		const found = await ghostOf(room, NOW, 'smile');
		expect(found && colourOf(found)).toEqual([0, 255, 0]);
	});

	it('stands upright, as it was left', async () => {
		const room = roomWith([
			{ id: 'lying', at: 1, colour: 'red', standardView: 'smile', quarterTurns: 1 }
		]);
		expect(await ghostOf(room, NOW, 'smile')).toMatchObject({ width: 300, height: 400 });
	});

	it('from the front may be one that was taken for no view', async () => {
		const room = roomWith([{ id: 'any', at: 1, colour: 'red' }]);
		expect(await ghostOf(room, NOW, 'front')).not.toBeNull();
		expect(await ghostOf(room, NOW, 'smile')).toBeNull();
		const turned = roomWith([{ id: 'turned', at: 1, colour: 'red', view: 'oblique' }]);
		expect(await ghostOf(turned, NOW, 'front')).toBeNull();
	});
});
