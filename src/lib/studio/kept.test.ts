import { describe, expect, it } from 'vitest';
import { readRemembered } from './kept.svelte.ts';

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
			favourites: ['lip_width'],
			presets: [{ id: 1, plan: { lip_width: { left: 1, right: 2 } } }]
		});
	});
});
