import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSince, sealCode, sealOf } from './index.ts';
import type { Signed } from './seal.ts';

const hash = (digit: string): string => digit.repeat(64);

const SIGNED: Signed = {
	text: { template: 'a1', version: 2, title: 'Filler', risks: ['Bruising', 'Swelling'] },
	plan: { items: [{ treatment: 'lip_volume', product: 'X', amount: 0.5, unit: 'mL' }] },
	pictures: [hash('1'), hash('2')],
	terms: { signer: 'patient', handedAt: 1, signedAt: 2, acknowledged: 2 },
	mark: {
		kind: 'drawn',
		strokes: [
			[
				[0, 0],
				[10, 4]
			]
		]
	}
};

describe('what was signed', () => {
	it('is found unchanged where nothing was changed', async () => {
		expect(await changesSince(await sealOf(SIGNED), structuredClone(SIGNED))).toEqual([]);
	});

	it.each([
		['text', { text: { ...(SIGNED.text as object), title: 'Fillen' } }],
		[
			'plan',
			{ plan: { items: [{ treatment: 'lip_volume', product: 'X', amount: 0.6, unit: 'mL' }] } }
		],
		['terms', { terms: { signer: 'guardian', handedAt: 1, signedAt: 2, acknowledged: 2 } }],
		['mark', { mark: { kind: 'typed', name: 'A' } }]
	] as const)('says that the %s was changed, and nothing else', async (part, change) => {
		expect(await changesSince(await sealOf(SIGNED), { ...SIGNED, ...change })).toEqual([{ part }]);
	});

	it('says which picture was changed, is gone or came to it', async () => {
		const seal = await sealOf(SIGNED);
		const [first = ''] = SIGNED.pictures;
		const with_ = (pictures: readonly (string | null)[]) =>
			changesSince(seal, { ...SIGNED, pictures });
		const second = [{ part: 'picture', at: 1 }];
		expect(await with_([first, hash('3')])).toEqual(second);
		expect(await with_([first, null])).toEqual(second);
		expect(await with_([first])).toEqual(second);
		expect(await with_([...SIGNED.pictures, hash('3')])).toEqual([{ part: 'picture', at: 2 }]);
	});

	it('cannot be made to fit by changing a hash of it', async () => {
		const seal = await sealOf(SIGNED);
		const plan = { items: [] };
		const forged = { ...seal, plan: (await sealOf({ ...SIGNED, plan })).plan };
		expect(await changesSince(forged, { ...SIGNED, plan })).toEqual([{ part: 'seal' }]);
	});

	it('shows a change of any one character of its text', async () => {
		const letters = fc.string({ minLength: 1, maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(
				letters,
				fc.nat(),
				fc.string({ minLength: 1, maxLength: 1 }),
				async (text, n, other) => {
					const at = n % text.length;
					fc.pre(text[at] !== other);
					const changed = text.slice(0, at) + other + text.slice(at + 1);
					const seal = await sealOf({ ...SIGNED, text });
					expect(await changesSince(seal, { ...SIGNED, text: changed })).toEqual([
						{ part: 'text' }
					]);
				}
			),
			{ numRuns: 50 }
		);
	});

	it('has a code that people can compare, another one for another mark', async () => {
		const code = await sealCode(await sealOf(SIGNED));
		expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(
			await sealCode(await sealOf({ ...SIGNED, mark: { kind: 'typed', name: 'A' } }))
		).not.toBe(code);
	});
});
