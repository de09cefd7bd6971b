import { expect, it } from 'vitest';
import { FROM_FILE } from './origin.ts';
import { Taking } from './taking.svelte.ts';

const photo = (name: string) => new File([], name);

it('opens and keeps what is taken one after another, past one that is refused', async () => {
	const done: string[] = [];
	let isOpening = false;
	const taking = new Taking({
		open: async (one) => {
			expect(isOpening).toBe(false);
			isOpening = true;
			await new Promise((resolve) => setTimeout(resolve, 5));
			isOpening = false;
			const { name } = one as File;
			done.push(`opened ${name}`);
			return name !== 'refused';
		},
		keepPlain: (one) => Promise.resolve(void done.push(`kept ${(one as File).name} unseen`)),
		keeping: { flush: () => Promise.resolve(void done.push('kept')) }
	});
	const all = ['front', 'refused', 'profile-left', 'side'].map((name) =>
		taking.take({
			photo: photo(name),
			origin: name === 'profile-left' ? { source: 'camera', standardView: name } : FROM_FILE
		})
	);
	expect(taking.waiting).toBe(4);
	await Promise.all(all);
	expect(taking.waiting).toBe(0);
	expect(done).toEqual([
		'opened front',
		'kept',
		'opened refused',
		'kept profile-left unseen',
		'opened side',
		'kept'
	]);
});
