import { expect, it } from 'vitest';
import { SharedStart } from './shared-start.ts';

/** A start that goes on until it is told how to end. */
function startable() {
	const begun: { signal: AbortSignal; ending: PromiseWithResolvers<string> }[] = [];
	const start = new SharedStart((signal) => {
		const ending = Promise.withResolvers<string>();
		begun.push({ signal, ending });
		return ending.promise;
	});
	return { start, begun };
}

it('lets all who ask share one start', async () => {
	const { start, begun } = startable();
	const both = Promise.all([start.join(), start.join()]);
	begun[0]?.ending.resolve('ready');
	expect(await both).toEqual(['ready', 'ready']);
	expect(begun).toHaveLength(1);
});

it('goes on for the others when one leaves', async () => {
	const { start, begun } = startable();
	const impatient = new AbortController();
	const leaving = start.join(impatient.signal);
	const staying = start.join();
	impatient.abort();
	await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
	expect(begun[0]?.signal.aborted).toBe(false);
	begun[0]?.ending.resolve('ready');
	expect(await staying).toBe('ready');
});

it('is given up when everybody has left, and can be asked for again', async () => {
	const { start, begun } = startable();
	const impatient = new AbortController();
	const leaving = start.join(impatient.signal);
	impatient.abort();
	await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
	expect(begun[0]?.signal.aborted).toBe(true);
	const again = start.join();
	expect(begun).toHaveLength(2);
	begun[1]?.ending.resolve('ready');
	expect(await again).toBe('ready');
});

it('starts anew after a failure', async () => {
	const { start, begun } = startable();
	const failing = start.join();
	begun[0]?.ending.reject(new Error('no'));
	await expect(failing).rejects.toThrow('no');
	const again = start.join();
	begun[1]?.ending.resolve('ready');
	expect(await again).toBe('ready');
});

it('does not begin for one who has left already', async () => {
	const { start, begun } = startable();
	await expect(start.join(AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
	expect(begun).toHaveLength(0);
});
