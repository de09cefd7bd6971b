import { describe, expect, it } from 'vitest';
import { lasting, plane, scratched, type Plane } from './index.ts';

const of = (value: number): Plane => plane(64, 64, value);
const isAll = ({ data }: Plane, value: number) => data.every((is) => is === value);

/** As much as lets everything that was given up be written over. */
function overwrite(): void {
	scratched(() => {
		for (let k = 0; k < 600; k++) of(-1);
	});
}

describe('scratched', () => {
	it('gives planes that later computations leave alone', () => {
		const { kept, list } = scratched(() => {
			of(1);
			return { kept: of(2), list: [of(3), of(4)] as const };
		});
		overwrite();
		expect(isAll(kept, 2)).toBe(true);
		expect(list.every((one, k) => isAll(one, 3 + k))).toBe(true);
		expect(kept.data.buffer.byteLength).toBe(kept.data.byteLength);
	});

	it('lays planes where given up ones were, empty again', () => {
		const where = (): number =>
			scratched(() => {
				const { data } = of(5);
				return data.byteOffset;
			});
		scratched(() => {
			expect(where()).toBe(where());
			expect(isAll(plane(64, 64), 0)).toBe(true);
		});
	});

	it('hands on what a computation within another returns, in whatever order', () => {
		const [first, second, third] = scratched(() => {
			const mine = of(1);
			const [b, a] = scratched(() => {
				of(9);
				const early = of(2);
				of(9);
				return [of(3), early] as const;
			});
			scratched(() => of(8));
			return [mine, a, b] as const;
		});
		expect(isAll(first, 1) && isAll(second, 2) && isAll(third, 3)).toBe(true);
	});

	it('leaves alone what a computation hands back as it was given', () => {
		scratched(() => {
			const given = of(7);
			expect(scratched(() => given)).toBe(given);
		});
	});

	it('gives the same plane back once, however often it is returned', () => {
		const { a, b } = scratched(() => {
			const one = of(1);
			return { a: one, b: one };
		});
		expect(a.data).toBe(b.data);
	});

	it('goes on as before after an error', () => {
		const failing = () =>
			scratched(() => {
				of(1);
				throw new Error('no');
			});
		expect(failing).toThrow('no');
		const own = of(2);
		overwrite();
		expect(isAll(own, 2)).toBe(true);
	});
});

describe('lasting', () => {
	it('gives planes that outlive the computation around', () => {
		const cache: Plane[] = [];
		scratched(() => {
			of(1);
			cache.push(lasting(() => of(6)));
			of(2);
		});
		overwrite();
		expect(cache.every((one) => isAll(one, 6))).toBe(true);
	});
});
