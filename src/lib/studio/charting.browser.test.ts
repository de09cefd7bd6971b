import { afterEach, describe, expect, it } from 'vitest';
import portraitUrl from '../../../tests/fixtures/grace-hopper.jpg?url';
import { GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import { pointOf } from '../face/index.ts';
import { turnedPoint, type Vec2 } from '../geometry/index.ts';
import { Autosave } from '../record/autosave.svelte.ts';
import type { PlanContent, StoredPhotograph } from '../record/index.ts';
import { Charting } from './charting.svelte.ts';

const NOTHING: PlanContent = { marks: [], items: [], note: '', quote: null };
const NOSE_TIP = 4;
const { picture, observation } = GRACE_HOPPER;
const nose = pointOf(observation.landmarks, NOSE_TIP);

let charting: Charting;
afterEach(() => charting.close());

/** The same portrait, which stands in one of them and was turned in the other. */
function stored(photograph: string, bytes: Uint8Array<ArrayBuffer>): StoredPhotograph {
	return {
		kept: { folder: 'f', consultation: 'c', photograph, study: `study of ${photograph}` },
		photograph: {
			kind: 'photograph',
			consultation: 'c',
			asset: 'a',
			thumbnail: 't',
			openedAt: 0,
			view: 'frontal',
			standardView: photograph === 'upright' ? 'front' : null,
			source: 'file',
			...picture,
			observation: {
				landmarks: [...observation.landmarks],
				pose: [...observation.pose],
				blendshapes: null
			},
			model: 'm',
			app: '0'
		},
		study: {
			kind: 'study',
			photograph,
			quarterTurns: photograph === 'upright' ? 0 : 1,
			landmarks: null,
			scale: { irisDiameter: 11.7, pupilDistance: null },
			variants: { A: {}, B: {}, C: {} },
			shown: 'none',
			unlinked: [],
			marks: { strokes: [], folds: [] }
		},
		beside: [],
		consent: null,
		bytes
	};
}

async function begun(
	photographs: readonly string[] = [],
	last: PlanContent | null = null,
	noInjectables = false
) {
	const bytes = new Uint8Array(await (await fetch(portraitUrl)).arrayBuffer());
	const kept: PlanContent[] = [];
	const plan = new Autosave(NOTHING, (content) => Promise.resolve(void kept.push(content)));
	const all = photographs.map((id) => stored(id, bytes));
	const reopen = (_: string, id: string): Promise<StoredPhotograph> =>
		Promise.resolve(all.find(({ kept: { photograph } }) => photograph === id)!);
	charting = new Charting(
		{ reopen },
		{
			place: { folder: 'f', consultation: 'c' },
			shots: all.map((one) => ({
				id: one.kept.photograph,
				photograph: one.photograph,
				study: one.study
			})),
			plan,
			planBefore: last,
			treatments: ['lip_width'],
			limits: { noInjectables, isPaused: false, isStopped: false }
		}
	);
	await charting.openFirst();
	return { kept, plan };
}

function drawn(tool: 'line' | 'area', points: readonly Vec2[]): void {
	charting.tool = tool;
	charting.press(points[0]!, 10);
	for (const point of points.slice(1)) charting.drag(point);
	charting.lift(5);
}

const at = (n: number): Vec2 => charting.marks[n]!.at[0]!.at;
const off = ([ax, ay]: Vec2, [bx, by]: Vec2): number => Math.hypot(ax - bx, ay - by);
const middle: Vec2 = [512, 560];

describe('drawing a plan', () => {
	it('appears on another photograph of the face, at the same place', async () => {
		await begun(['turned', 'upright']);
		expect(charting.shown?.photograph).toBe('upright');
		charting.press(nose, 10);
		charting.lift(5);
		const right: Vec2 = [nose[0] + 80, nose[1] + 30];
		drawn('line', [nose, right]);
		expect(off(at(0), nose)).toBeLessThan(1e-6);

		await charting.open('turned');
		expect(charting.error).toBeNull();
		expect(off(at(0), turnedPoint(nose, picture, 1))).toBeLessThan(0.01);
		const end = charting.marks[1]!.at.at(-1)!.at;
		expect(off(end, turnedPoint(right, picture, 1))).toBeLessThan(0.01);
		expect(charting.marks.map(({ extent }) => extent !== null)).toEqual([false, true]);
	});

	it('is done on the drawn face where there is no photograph, and kept', async () => {
		const { kept, plan } = await begun();
		expect(charting.shown?.photograph).toBeNull();
		drawn('area', [
			[400, 500],
			[480, 500],
			[480, 580],
			[400, 580]
		]);
		expect(charting.marks).toMatchObject([{ shape: 'area', mark: { item: null, note: '' } }]);
		await plan.flush();
		expect(kept.at(-1)?.marks).toEqual([charting.plan.marks[0]]);
	});

	it('takes each thing that was done back, and does it again', async () => {
		await begun();
		charting.press(middle, 10);
		charting.drag([middle[0] + 20, middle[1]]);
		charting.lift(5);
		expect(off(at(0), [middle[0] + 20, middle[1]])).toBeLessThan(1e-6);
		charting.tool = 'move';
		charting.press([middle[0] + 22, middle[1]], 10);
		charting.drag([middle[0] + 22, middle[1] + 30]);
		charting.lift(5);
		expect(off(at(0), [middle[0] + 20, middle[1] + 30])).toBeLessThan(1e-6);
		charting.tool = 'erase';
		charting.press([middle[0] + 20, middle[1] + 30], 10);
		charting.lift(5);
		expect(charting.marks).toEqual([]);
		charting.undo();
		charting.undo();
		expect(off(at(0), [middle[0] + 20, middle[1]])).toBeLessThan(1e-6);
		charting.undo();
		expect([charting.marks, charting.canUndo]).toEqual([[], false]);
		charting.redo();
		expect(charting.marks).toHaveLength(1);
	});

	it('forgets what a second finger interrupts, and a slip', async () => {
		await begun();
		charting.press(middle, 10);
		charting.cancel();
		charting.tool = 'line';
		charting.press(middle, 10);
		charting.drag([middle[0] + 2, middle[1]]);
		charting.lift(5);
		expect([charting.marks, charting.canUndo, charting.stroke]).toEqual([[], false, []]);
	});

	it('is moved by keys, in millimetres', async () => {
		await begun();
		charting.addPoint();
		const before = at(0);
		charting.nudge(charting.plan.marks[0]!.id, [5, -1]);
		const { pxPerMm } = charting.shown!.face.scale;
		expect(off(at(0), [before[0] + 5 * pxPerMm, before[1] - pxPerMm])).toBeLessThan(1e-6);
	});

	it('is for the item in hand, and an item that goes leaves its marks', async () => {
		await begun();
		charting.addItem();
		const [item] = charting.plan.items;
		charting.addPoint();
		expect(charting.plan.marks[0]?.item).toBe(item?.id);
		charting.removeItem(item!.id);
		expect(charting.plan.marks[0]?.item).toBeNull();
		expect(charting.itemInHand).toBeNull();
	});

	it('is one step per field that is typed in, and kept while it is', async () => {
		const { plan } = await begun();
		charting.addItem();
		for (const product of ['F', 'Fi', 'Fil']) {
			charting.typeItem({ ...charting.plan.items[0]!, product });
		}
		expect(plan.value.items[0]?.product).toBe('Fil');
		charting.settle();
		charting.undo();
		expect(plan.value.items[0]?.product).toBe('');
	});

	it('repeats that of the last visit, and shows it below', async () => {
		await begun();
		charting.addItem();
		charting.typeItem({ ...charting.plan.items[0]!, product: 'Filler', amount: 1, unit: 'mL' });
		charting.settle();
		charting.addPoint();
		const last = charting.plan;
		charting.close();

		const { plan } = await begun([], last);
		expect(charting.lastMarks).toEqual([]);
		charting.showsLast = true;
		expect(charting.lastMarks).toHaveLength(1);
		charting.repeatLast();
		const [item] = charting.plan.items;
		expect(item).toMatchObject({ product: 'Filler', amount: null });
		expect(charting.lastAmount(item!)).toMatchObject({ amount: 1, unit: 'mL' });
		expect(plan.value.marks).toHaveLength(1);
	});

	it('lists the treatments that are illustrated in the visit first', async () => {
		await begun();
		expect(charting.treatments[0]).toBe('lip_width');
		expect(new Set(charting.treatments).size).toBe(charting.treatments.length);
		expect(charting.treatments.length).toBeGreaterThan(40);
	});

	it('lists nothing that is injected where the clinic injects nobody so young', async () => {
		await begun([], null, true);
		expect(charting.noInjectables).toBe(true);
		expect(charting.treatments).not.toContain('lip_lower_volume');
		expect(charting.treatments).toContain('skin_redness');
	});
});
