import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import graceHopper from '../../../tests/fixtures/grace-hopper.jpg?url';
import { createEngine, type Engine } from '../engine/index.ts';
import { quarterTurns, turnedPoint, type QuarterTurns } from '../geometry/index.ts';
import { FROM_FILE } from './origin.ts';
import { Studio } from './studio.svelte.ts';

const TURNS: readonly QuarterTurns[] = import.meta.env['VULTUS_FULL'] === '1' ? [1, 2, 3] : [1];
const UPPER_LIP = 'lip_upper_vermilion';
const UPRIGHT = { width: 512, height: 600 };
const SIDEWAYS = { width: 600, height: 512 };

let engine: Engine;
let studio: Studio;

/** The sample face lying as it would without its orientation, in a file without loss. */
async function lying(turns: QuarterTurns): Promise<Blob> {
	const face = await createImageBitmap(await (await fetch(graceHopper)).blob());
	const { width, height } = turns % 2 === 0 ? UPRIGHT : SIDEWAYS;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d')!;
	context.translate(width / 2, height / 2);
	context.rotate((turns * Math.PI) / 2);
	context.drawImage(face, -face.width / 2, -face.height / 2);
	return canvas.convertToBlob({ type: 'image/png' });
}

async function pixels(): Promise<Uint8ClampedArray> {
	return (await engine.render(null)).data;
}

function same(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
	return a.length === b.length && a.every((level, at) => level === b[at]);
}

function roll(): number {
	return studio.session.photograph?.face.pose.roll ?? NaN;
}

function landmarks(): Float64Array {
	return studio.session.photograph!.face.landmarks;
}

function point(index: number): readonly [number, number] {
	return [landmarks()[3 * index]!, landmarks()[3 * index + 1]!];
}

/** Once the photograph stands as the document says. */
async function turned(size: typeof UPRIGHT): Promise<void> {
	await expect.poll(() => [studio.view.picture, studio.session.progress]).toEqual([size, null]);
}

beforeAll(async () => {
	engine = createEngine();
	await engine.start();
});

afterAll(() => engine.dispose());

beforeEach(() => {
	studio = new Studio(engine, null);
	studio.view.resize({ width: 800, height: 800 });
	studio.consenting.given = { words: 1, guardian: null };
});

// The engine is one for all of them: a turn that still runs would adopt its picture over the next one's.
afterEach(() => studio.session.close());

describe('a photograph that lies', () => {
	it('is left as it is when it stands', async () => {
		await studio.open(await lying(0), FROM_FILE);
		expect(studio.session.photograph).toMatchObject({ picture: UPRIGHT, turnedUpright: 0 });
		expect(studio.notices.shown.filter(({ notice }) => notice.kind === 'turned')).toEqual([]);
	});

	it.each(TURNS)('by %d × 90° opens upright, without loss, and says so', async (turns) => {
		await studio.open(await lying(0), FROM_FILE);
		const standing = { pixels: await pixels(), landmarks: landmarks() };

		expect(await studio.open(await lying(turns), FROM_FILE)).toBe(true);
		expect(studio.session.photograph).toMatchObject({
			picture: UPRIGHT,
			turnedUpright: quarterTurns(-turns)
		});
		expect(studio.view.picture).toEqual(UPRIGHT);
		expect(studio.notices.shown[0]?.notice).toEqual({ kind: 'turned', back: turns });
		expect(studio.history.canUndo).toBe(false);
		expect(same(await pixels(), standing.pixels)).toBe(true);
		expect(landmarks()).toEqual(standing.landmarks);
		expect(studio.session.preview).toMatchObject(UPRIGHT);
	});

	it('can be turned back from what is said, and upright again by undo', async () => {
		await studio.open(await lying(1), FROM_FILE);
		const [said] = studio.notices.shown;
		if (said?.notice.kind !== 'turned') throw new Error('nothing was said');
		const upright = await pixels();
		studio.turn(said.notice.back);
		await turned(SIDEWAYS);
		expect(studio.notices.shown).toEqual([]);
		expect(Math.abs(roll() + 90)).toBeLessThan(10);
		studio.history.undo();
		await turned(UPRIGHT);
		expect(same(await pixels(), upright)).toBe(true);
	});
});

describe('turning by hand', () => {
	beforeEach(async () => {
		await studio.open(await lying(0), FROM_FILE);
	});

	it('carries treatments, scale and corrected landmarks, and undoes as one step', async () => {
		const before = { pixels: await pixels(), nose: point(4) };
		studio.plans.settle(UPPER_LIP, 'both', 1);
		studio.setScale({ irisDiameter: 12, pupilDistance: null });
		studio.correction.nudge(4, [9, -5]);
		studio.rotate('right');
		await turned(SIDEWAYS);

		expect(studio.plans.current).toEqual({ [UPPER_LIP]: { left: 1, right: 1 } });
		expect(studio.history.present.scale.irisDiameter).toBe(12);
		const moved = [before.nose[0] + 9, before.nose[1] - 5] as const;
		const [x, y] = turnedPoint(moved, UPRIGHT, 1);
		expect(point(4)[0]).toBeCloseTo(x, 9);
		expect(point(4)[1]).toBeCloseTo(y, 9);
		expect((await engine.solve(studio.plans.current)).minJacobian).toBeLessThan(1);

		studio.history.undo();
		await turned(UPRIGHT);
		expect(point(4)).toEqual(moved);
		expect(same(await pixels(), before.pixels)).toBe(true);
		expect(studio.history.canRedo).toBe(true);
	});

	it('follows presses that come faster than pictures turn', async () => {
		const before = await pixels();
		for (let press = 0; press < 3; press++) studio.rotate('right');
		await turned(SIDEWAYS);
		expect(studio.history.present.quarterTurns).toBe(3);
		await expect.poll(() => studio.session.photograph?.parts.quarterTurns).toBe(3);
		studio.rotate('right');
		await turned(UPRIGHT);
		expect(same(await pixels(), before)).toBe(true);
	});

	it('turns to the side that is pressed when the picture is mirrored', () => {
		studio.view.mirrored = true;
		studio.rotate('right');
		expect(studio.history.present.quarterTurns).toBe(3);
		studio.rotate('left');
		expect(studio.history.present.quarterTurns).toBe(0);
	});

	it('offers no landmark to be dragged until the picture has turned', async () => {
		studio.correction.active = true;
		expect(studio.correction.points.length).toBeGreaterThan(0);
		studio.rotate('right');
		expect(studio.correction.points).toEqual([]);
		await turned(SIDEWAYS);
		expect(studio.correction.points.length).toBeGreaterThan(0);
	});

	it('gives way to a photograph that is opened meanwhile', async () => {
		const opening = studio.open(await lying(2), FROM_FILE);
		studio.rotate('right');
		expect(await opening).toBe(true);
		await turned(UPRIGHT);
		expect(studio.session.problem).toBeNull();
		expect(studio.history.present.quarterTurns).toBe(0);
		const { picture, id } = studio.session.photograph!;
		expect(picture).toEqual(UPRIGHT);
		const shown = await engine.render(null);
		expect([shown.width, shown.height]).toEqual([512, 600]);
		expect(same((await engine.pixelsOf(id)).data, shown.data)).toBe(true);
	});
});
