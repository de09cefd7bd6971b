import { describe, expect, it } from 'vitest';
import { Newest } from './newest.ts';

describe('Newest', () => {
	it('settles overtaken jobs as null and finishes the newest', async () => {
		const ran: number[] = [];
		const queue = new Newest(async (job: number) => {
			ran.push(job);
			await Promise.resolve();
			return job * 10;
		});
		const outcomes = await Promise.all([1, 2, 3].map((job) => queue.run(job)));
		expect(outcomes).toEqual([null, null, 30]);
		expect(ran).toEqual([3]);
	});

	it('goes on after a job that failed', async () => {
		const queue = new Newest((job: number) =>
			job < 0 ? Promise.reject(new Error('no')) : Promise.resolve(job)
		);
		await expect(queue.run(-1)).rejects.toThrow('no');
		expect(await queue.run(5)).toBe(5);
	});

	it('takes up jobs that arrive while one runs', async () => {
		const queue = new Newest(async (job: number) => {
			await new Promise((resolve) => setTimeout(resolve, 5));
			return job;
		});
		const first = queue.run(1);
		await new Promise((resolve) => setTimeout(resolve, 2));
		const second = queue.run(2);
		const third = queue.run(3);
		expect(await Promise.all([first, second, third])).toEqual([1, null, 3]);
	});
});
