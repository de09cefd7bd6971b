import { describe, expect, it } from 'vitest';
import { TREATMENTS } from './catalogue.ts';
import { isInjectable } from './injectables.ts';
import { COMMON_TREATMENTS } from './presets.ts';

describe('injectables', () => {
	const injected = TREATMENTS.filter(({ id }) => isInjectable(id)).map(({ id }) => id);

	it('are in the catalogue, each of them', () => {
		// As many as the list has: a misspelt one would be missing.
		expect(injected).toHaveLength(40);
	});

	it('are all twelve that most consultations begin with', () => {
		expect(COMMON_TREATMENTS.filter((id) => !isInjectable(id))).toEqual([]);
	});

	it('are not what only an operation, a laser or a dentist does', () => {
		for (const id of [
			'ear_setback',
			'face_lift',
			'hairline_lowering',
			'teeth_shade',
			'skin_shine'
		]) {
			expect(injected).not.toContain(id);
		}
	});
});
