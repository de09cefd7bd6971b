import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guidanceAfter, READ, type Guidance } from './guidance.ts';
import {
	afterLook,
	ARMED,
	HOLD,
	LEAST_LOOKS,
	LONGEST_GAP,
	SPENT,
	STILL,
	type AutoShutter,
	type Sighting
} from './shutter.ts';
import type { Placement, Verdict } from './types.ts';

const PX_PER_MM = 1.2;
const HERE: Placement = { x: 640, y: 400, pxPerMm: PX_PER_MM };

function at(mm: number): Placement {
	return { ...HERE, x: HERE.x + mm * PX_PER_MM };
}

/** Looks in the order of time, a few hundred milliseconds apart; more often right than not. */
const looks = fc
	.array(
		fc.record({
			after: fc.oneof(
				{ weight: 8, arbitrary: fc.integer({ min: 20, max: 900 }) },
				{ weight: 1, arbitrary: fc.integer({ min: LONGEST_GAP, max: 2 * LONGEST_GAP }) }
			),
			verdict: fc.oneof(
				{ weight: 6, arbitrary: fc.constant<Verdict>('ready') },
				{ weight: 1, arbitrary: fc.constantFrom<Verdict>('blurred', 'by-hand', 'no-face') }
			),
			mm: fc.oneof(
				{ weight: 6, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }) },
				{ weight: 1, arbitrary: fc.double({ min: 0, max: 30, noNaN: true }) }
			)
		}),
		{ maxLength: 40 }
	)
	.map((steps) => {
		let now = 0;
		return steps.map(({ after, verdict, mm }): Sighting => {
			now += after;
			const placement = verdict === 'no-face' ? null : at(mm);
			return { at: now, verdict, placement };
		});
	});

/** The states after each look. */
function run(sightings: readonly Sighting[], begin: AutoShutter = ARMED): AutoShutter[] {
	let state = begin;
	return sightings.map((sighting) => (state = afterLook(state, sighting)));
}

describe('the automatic shutter', () => {
	test('goes off only behind looks that were all right, close together and still', () => {
		fc.assert(
			fc.property(looks, (sightings) => {
				const went = run(sightings).findIndex(({ share }) => share === 1);
				if (went === -1) return;
				const end = sightings[went]!.at;
				const longEnough = sightings.findLastIndex(({ at: then }) => then <= end - HOLD);
				const start = Math.min(longEnough, went - (LEAST_LOOKS - 1));
				expect(start).toBeGreaterThanOrEqual(0);
				const held = sightings.slice(start, went + 1);
				for (const [index, look] of held.entries()) {
					expect(look.verdict).toBe('ready');
					const before = held[index - 1];
					if (before !== undefined) expect(look.at - before.at).toBeLessThanOrEqual(LONGEST_GAP);
				}
				const places = held.map(({ placement }) => placement!.x / PX_PER_MM);
				expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(2 * STILL + 1e-9);
			}),
			{ numRuns: 2000 }
		);
	});

	test('goes off whenever all was right for long enough', () => {
		fc.assert(
			fc.property(
				looks,
				fc.array(fc.integer({ min: 20, max: LONGEST_GAP }), { minLength: 3, maxLength: 60 }),
				(before, gaps) => {
					let now = before.at(-1)?.at ?? 0;
					const good = gaps.map((gap): Sighting => {
						now += gap;
						return { at: now, verdict: 'ready', placement: HERE };
					});
					const long = now - good[0]!.at >= HOLD;
					const states = run([...before, ...good]).slice(before.length);
					if (long) expect(states.some(({ share }) => share === 1)).toBe(true);
				}
			)
		);
	});

	test('counts from nothing to all without a step back while it holds', () => {
		fc.assert(
			fc.property(looks, (sightings) => {
				let before: AutoShutter = ARMED;
				for (const state of run(sightings)) {
					expect(state.share).toBeGreaterThanOrEqual(0);
					expect(state.share).toBeLessThanOrEqual(1);
					if (state.hold?.since === before.hold?.since) {
						expect(state.share).toBeGreaterThanOrEqual(before.share);
					}
					if (state.hold === null) expect(state.share).toBe(0);
					before = state;
				}
			})
		);
	});

	test('spent, it stays so whatever is seen', () => {
		fc.assert(
			fc.property(looks, (sightings) => {
				for (const state of run(sightings, SPENT)) expect(state).toEqual(SPENT);
			})
		);
	});

	test('one look that is wrong begins the hold anew', () => {
		const ready = (time: number): Sighting => ({ at: time, verdict: 'ready', placement: HERE });
		const wrong: Sighting = { at: 500, verdict: 'turn-left', placement: HERE };
		const shares = run([ready(0), ready(400), wrong, ready(600), ready(1000), ready(1400)]);
		expect(shares.map(({ share }) => share)).toEqual([0, 0.5, 0, 0, 0.5, 1]);
	});

	test('a hand that wanders away begins it anew, from where it is', () => {
		const looked = [0, 3, 6, 9, 10, 11].map((mm, step): Sighting => ({
			at: step * 400,
			verdict: 'ready',
			placement: at(mm)
		}));
		expect(run(looked).map(({ share }) => share)).toEqual([0, 0.5, 1, 0, 0.5, 1]);
	});
});

describe('what is said', () => {
	test('is said long enough to be read, and is the newest as soon as that is over', () => {
		fc.assert(
			fc.property(looks, (sightings) => {
				let said: Guidance | null = null;
				for (const { at: now, verdict } of sightings) {
					const before: Guidance | null = said;
					said = guidanceAfter(before, verdict, now);
					if (before === null || now - before.since >= READ) expect(said.says).toBe(verdict);
					else expect(said).toEqual(before);
				}
			})
		);
	});
});
