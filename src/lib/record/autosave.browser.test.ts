import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../errors.ts';
import { Autosave } from './autosave.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what saves itself', () => {
	it('is kept once after a pause, as it is then', async () => {
		const kept: string[] = [];
		const one = new Autosave('', (text) => Promise.resolve(void kept.push(text)));
		for (const text of ['l', 'li', 'lip']) {
			one.set(text);
			await vi.advanceTimersByTimeAsync(500);
		}
		expect([one.isSaved, kept]).toEqual([false, []]);
		await vi.advanceTimersByTimeAsync(500);
		expect([one.isSaved, kept]).toEqual([true, ['lip']]);
	});

	it('is kept once more where it changed while it was being kept', async () => {
		const kept: string[] = [];
		const one = new Autosave('', async (text) => {
			await new Promise((done) => setTimeout(done, 1000));
			kept.push(text);
		});
		one.set('first');
		const saving = one.flush();
		await vi.advanceTimersByTimeAsync(500);
		one.set('second');
		await vi.advanceTimersByTimeAsync(550);
		await saving;
		expect([one.isSaved, kept]).toEqual([false, ['first']]);
		await vi.advanceTimersByTimeAsync(1100);
		expect([one.isSaved, kept]).toEqual([true, ['first', 'second']]);
	});

	it('says why it is not kept, and is tried again', async () => {
		let isFull = true;
		const one = new Autosave('', () =>
			isFull ? Promise.reject(new AppError('vault.no-space')) : Promise.resolve()
		);
		one.set('text');
		await one.flush();
		expect([one.isSaved, one.problem?.code]).toEqual([false, 'vault.no-space']);
		isFull = false;
		await one.flush();
		expect([one.isSaved, one.problem]).toEqual([true, null]);
	});
});
