import { describe, expect, it } from 'vitest';
import { Kept, readRemembered } from './kept.svelte.ts';

const known = (id: string) => id.startsWith('lip_');

describe('readRemembered', () => {
	it.each([null, '', 'not json', '[]', 'null', '3', '{"presets":7,"favourites":"x"}'])(
		'falls back to defaults for %j',
		(text) => {
			const remembered = readRemembered(text, known);
			expect(remembered).toEqual({
				theme: 'auto',
				hand: 'right',
				singleKeys: true,
				graphics: 'auto',
				lockMinutes: 5,
				favourites: [],
				presets: []
			});
		}
	);

	it('keeps known ids and numbers and drops everything else', () => {
		const text = JSON.stringify({
			theme: 'light',
			hand: 'left',
			singleKeys: false,
			graphics: 'cpu',
			lockMinutes: 10,
			favourites: ['lip_width', 'gone', 4],
			presets: [
				{ id: 1, plan: { lip_width: { left: 1, right: 2 }, gone: { left: 1, right: 1 } } },
				{ id: 2, plan: { lip_width: { left: 'a', right: 2 } } },
				{ id: 'x', plan: {} }
			],
			patient: 'A name'
		});
		expect(readRemembered(text, known)).toEqual({
			theme: 'light',
			hand: 'left',
			singleKeys: false,
			graphics: 'cpu',
			lockMinutes: 10,
			favourites: ['lip_width'],
			presets: [{ id: 1, plan: { lip_width: { left: 1, right: 2 } } }]
		});
	});
});

describe('saved presets', () => {
	it('come back in their place when a removal is undone', () => {
		const kept = new Kept(null, known);
		for (const left of [1, 2, 3]) kept.savePreset({ lip_width: { left, right: 0 } });
		const before = kept.presets;
		const [, second] = before;
		if (second === undefined) throw new Error('not saved');
		kept.removePreset(second.id);
		expect(kept.presets).toHaveLength(2);
		kept.restorePreset(second);
		expect(kept.presets).toEqual(before);
	});
});
