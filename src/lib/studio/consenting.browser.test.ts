import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { Consenting } from './consenting.svelte.ts';

const AGREED = { words: 1, guardian: null } as const;
const kept = () => Promise.resolve();

describe('consent', () => {
	it('is asked for once, and answers everybody who waited', async () => {
		const consenting = new Consenting(kept);
		const answers = [consenting.ask(), consenting.ask()];
		expect(consenting.isAsking).toBe(true);
		await consenting.give(AGREED);
		expect(await Promise.all(answers)).toEqual([AGREED, AGREED]);
		expect(consenting.isAsking).toBe(false);
		expect(await consenting.ask()).toEqual(AGREED);
		expect(consenting.isAsking).toBe(false);
	});

	it('that is not given is asked for again', async () => {
		const consenting = new Consenting(kept);
		const answer = consenting.ask();
		consenting.decline();
		expect(await answer).toBeNull();
		expect(consenting.given).toBeNull();
		void consenting.ask();
		expect(consenting.isAsking).toBe(true);
	});

	it('that could not be kept was not given', async () => {
		const consenting = new Consenting(() => Promise.reject(new AppError('vault.no-space')));
		void consenting.ask();
		await expect(consenting.give(AGREED)).rejects.toMatchObject({ code: 'vault.no-space' });
		expect(consenting.given).toBeNull();
		expect(consenting.isAsking).toBe(true);
	});
});
