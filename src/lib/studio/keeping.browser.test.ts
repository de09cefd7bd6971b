import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../../tests/support/refusal.ts';
import type { NewConsent, NewRelease, RecordRoom, VisitLimits } from '../record/index.ts';
import { newDocument } from './document.ts';
import { Keeping } from './keeping.svelte.ts';

const AGREED = { words: 1, guardian: null } as const;
const visitOf = (folder: string) => ({ folder, consultation: `visit of ${folder}` });

/** Where it was asked to keep a photograph. */
type Asked = { readonly folder: string | null; readonly visit: string | NewConsent };

let asked: Asked[];
let answer: NewConsent | null;
let limits: VisitLimits;
let released: (Pick<NewRelease, 'content' | 'uses' | 'isAttested'> & { readonly folder: string })[];
let stored: PromiseWithResolvers<void>;
let keeping: Keeping;

/** The vault, as far as it is asked. */
const room = {
	keepPhotograph: (folder: string | null, visit: string | NewConsent) => {
		asked.push({ folder, visit });
		const into = visitOf(folder ?? 'new');
		return Promise.resolve({ ...into, photograph: 'p', study: 's' });
	},
	hasBegun: () => Promise.resolve(false),
	limitsOf: () => Promise.resolve(limits),
	release: (folder: string, { content, uses, isAttested }: NewRelease) => {
		released.push({ folder, content, uses, isAttested });
		return Promise.resolve();
	}
} as unknown as RecordRoom;

beforeEach(() => {
	asked = [];
	released = [];
	answer = AGREED;
	limits = { noInjectables: false, isPaused: false, isStopped: false };
	stored = Promise.withResolvers();
	const document = newDocument();
	keeping = new Keeping({
		document: () => document,
		store: async () => {
			await stored.promise;
			const found = { landmarks: new Float64Array(), pose: [], blendshapes: null };
			const about = { openedAt: 1, view: 'frontal', standardView: null, source: null } as const;
			return {
				bytes: new Uint8Array(),
				thumbnail: new Uint8Array(),
				about: { ...about, width: 1, height: 1, model: '', app: '', found }
			};
		},
		ask: () => Promise.resolve(answer),
		reopen: () => Promise.resolve(true),
		fail: (error) => {
			throw error;
		}
	});
	keeping.room = room;
});

describe('a photograph', () => {
	it('is kept with the visit for which it came, whoever is in hand by then', async () => {
		keeping.restart({ visit: visitOf('Ana'), agreed: AGREED });
		keeping.visit = visitOf('Bea');
		stored.resolve();
		await keeping.flush();
		expect(asked).toEqual([{ folder: 'Ana', visit: 'visit of Ana' }]);
		expect(keeping.kept).toMatchObject({ folder: 'Ana' });
		expect(keeping.visit).toEqual(visitOf('Bea'));
	});

	it('of no visit begins one with what was agreed to, or is asked about', async () => {
		stored.resolve();
		keeping.restart({ visit: null, agreed: AGREED });
		await keeping.flush();
		expect(asked).toEqual([]);
		await keeping.keep();
		expect(asked).toEqual([{ folder: null, visit: AGREED }]);
		expect(keeping.visit).toEqual(visitOf('new'));
	});

	it('of somebody under 18 shows no injectables, until its visit says otherwise', async () => {
		const guardian = { name: 'Max', relation: 'father' };
		keeping.restart({ visit: null, agreed: { words: 1, guardian } });
		expect(keeping.limits).toEqual({ noInjectables: true, isPaused: false, isStopped: false });
		stored.resolve();
		await keeping.keep();
		expect(keeping.limits).toEqual(limits);
		limits = { noInjectables: true, isPaused: true, isStopped: false };
		await keeping.readLimits();
		expect(keeping.limits).toEqual(limits);
		keeping.restart({ visit: null, agreed: AGREED });
		expect(keeping.limits).toEqual({ noInjectables: false, isPaused: false, isStopped: false });
	});

	it('of nobody who agreed is not kept', async () => {
		stored.resolve();
		answer = null;
		keeping.restart({ visit: null, agreed: null });
		await keeping.keep();
		expect(asked).toEqual([]);
		expect(keeping.state).toBe('not-kept');
	});
});

describe('a picture that leaves', () => {
	it('is told to the file first, with all that it is used for', async () => {
		keeping.restart({ visit: visitOf('Ana'), agreed: AGREED });
		await keeping.release('before', null);
		await keeping.release('pair', 'promotion-web');
		expect(released).toEqual([
			{ folder: 'Ana', content: 'before', uses: ['record'] },
			{
				folder: 'Ana',
				content: 'pair',
				uses: ['record', 'simulation', 'promotion-web'],
				isAttested: true
			}
		]);
	});

	it('of somebody who is kept nowhere is their own copy, or does not leave', async () => {
		keeping.restart({ visit: null, agreed: AGREED });
		await keeping.release('after', null);
		const out = keeping.release('after', 'training');
		expect(await refusalOf(out, 'left')).toBe('privacy.not-kept');
		expect(released).toEqual([]);
	});
});
