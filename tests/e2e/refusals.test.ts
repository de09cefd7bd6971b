import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANDMARK_GROUPS } from '../../src/lib/face/index.ts';
import type { Size, Vec2 } from '../../src/lib/geometry/index.ts';
import { startApp, type App } from '../support/app.ts';
import { standingStill } from '../support/look.ts';
import { Easel, type Drawing, type Layer, type Patch } from '../support/easel.ts';
import { FULL } from '../support/full.ts';
import { ASTRONAUT, GRACE_HOPPER, type ObservedPortrait } from '../support/landmark-fixtures.ts';
import { movingPng, movingWebp } from '../support/moving-pictures.ts';
import { photographs, PORTRAITS } from '../support/photographs.ts';
import { agree, choose, enter, skinRead } from '../support/user.ts';

/** Everything is opened under a patient's name, 300 characters long. */
const PATIENT = 'Wilhelmina Featherstonehaugh';
const FILE_NAME = `${PATIENT} ${'before '.repeat(50)}`.slice(0, 296) + '.png';
const JAW = 'Jaw slimming';

type Refusal = { readonly wrong: string; readonly todo: RegExp };

const NO_FACE: Refusal = { wrong: 'No face found', todo: /^Choose a photo with one face/ };
const CUT: Refusal = { wrong: 'The face is cut off', todo: /^Choose a photo that shows the whole/ };

let app: App;
let page: Page;
let easel: Easel;
/** Every line that any page or worker wrote. */
const written: string[] = [];

const hopper = portrait('grace-hopper', GRACE_HOPPER);
const astronaut = portrait('astronaut', ASTRONAUT);

/** By what is wrong with them; the first two in the short form, where the rules' own tests stand for the rest. */
const REFUSED: readonly (readonly [string, Drawing, Refusal])[] = [
	['a picture without a face', { size: { width: 800, height: 600 } }, NO_FACE],
	[
		'a face too small in its frame',
		{ size: { width: 1600, height: 1200 }, layers: [laid(hopper, 0.27, [700, 500])] },
		{
			wrong: 'The face is too small in this photo',
			todo: /^Take it again from nearer, or choose a photo with more pixels/
		}
	],
	['a face cut through the cheek and eye', cutAt(hopper, 0.35, 0), CUT],
	['a face cut through the brows', cutAt(hopper, 0, 0.35), CUT],
	[
		'a strongly blurred face',
		{ size: hopper.size, layers: [{ ...laid(hopper), blurred: 4 }] },
		{ wrong: 'The photo is blurred', todo: /^Hold the camera still, .* take it again/ }
	],
	[
		'a face with lids painted over its eyes',
		{ size: astronaut.size, layers: [laid(astronaut)], patches: lidsOf(astronaut) },
		{ wrong: 'The eyes are closed', todo: /^Choose a photo with open eyes/ }
	]
];

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 1180, height: 820 }, hasTouch: true } });
	app.context.on('console', (message) => written.push(message.text()));
	easel = await Easel.of(app);
	page = await app.open('/');
});

afterAll(async () => {
	await app.close();
});

describe('the first photograph', () => {
	it('may be refused, and the next one opens from there', async () => {
		await offer(await easel.draw({ size: { width: 800, height: 600 } }));
		await agree(page);
		await expectRefusal(NO_FACE);

		const chooser = page.waitForEvent('filechooser');
		await page.getByRole('button', { name: 'Choose another photo' }).click();
		await (await chooser).setFiles(fileOf(await readFile(hopper.photo)));
		await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
		// New volume catches the light only then: until the skin is read the picture may still change.
		await skinRead(page);
		await choose(page, 'Jaw', JAW);
		await enter(page, JAW, 4);
		await atRest();
	});
});

describe('beside an open photograph with work in it', () => {
	it.each(FULL ? REFUSED : REFUSED.slice(0, 2))(
		'refuses %s, says what to do, and changes nothing',
		async (_, drawing, refusal) => {
			await expectNothingChanged(await easel.draw(drawing), refusal);
		}
	);

	it.runIf(FULL)(
		'refuses a face that the landmarker sees turned beyond 60°, and names the profile tool',
		async () => {
			// The most turned photograph at hand reads 58°; made narrower it reads 63°.
			const part = { x: 0, y: 0, width: 800, height: 800 };
			const size = { width: 560, height: 800 };
			const layer = { photo: (await mostTurned()).path, part, at: { x: 0, y: 0, ...size } };
			await expectNothingChanged(await easel.draw({ size, layers: [layer] }), {
				wrong: 'The face is turned too far',
				todo: /^Choose a photo from the front or from about 45°\. A profile needs its own tool/
			});
		}
	);

	it('stays when no face of several is chosen', async () => {
		const before = await stage();
		await offerInstead(await easel.draw(TWO_FACES));
		await facesInOrder();
		expect(await stage()).toBe(before);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		await expectWorkKept(before);
	});
});

describe('what opens all the same', () => {
	it('asks which of two faces, and opens the one that is touched or clicked', async () => {
		const picture = await easel.draw(TWO_FACES);
		const before = await stage();
		await offerInstead(picture);
		const [, right] = await facesInOrder();
		await right?.tap();
		await opened(before);
		const astronauts = await tintOfStage();
		expect(astronauts.blue).toBeGreaterThan(astronauts.red);

		const between = await stage();
		await offer(picture);
		const [left] = await facesInOrder();
		await left?.click();
		await opened(between);
		const hoppers = await tintOfStage();
		expect(hoppers.red).toBeGreaterThan(hoppers.blue);
	});

	it.runIf(FULL)('opens the most turned photograph and says that it is turned', async () => {
		const before = await stage();
		await offer(await readFile((await mostTurned()).path));
		await page.getByText('The face is turned: some treatments cannot be shown.').waitFor();
		await opened(before);
		expect(await page.getByRole('alertdialog').count()).toBe(0);
		// The notice goes; the read-outs still say it.
		await page.getByRole('button', { name: 'More' }).click();
		await page.getByRole('menuitem', { name: /^Read-outs/ }).click();
		const sheet = page.getByRole('dialog', { name: 'Read-outs' });
		await sheet.getByText('The face is turned: some treatments cannot be shown.').waitFor();
		await page.keyboard.press('Escape');
		await sheet.waitFor({ state: 'hidden' });
	});

	it.runIf(FULL)(
		'turns a portrait that stands on its head, says so, and turns it back when asked',
		async () => {
			const before = await atRest();
			const layers = [{ ...laid(hopper), turned: 180 }];
			await offer(await easel.draw({ size: hopper.size, layers }));
			const said = page.getByText('The photo was turned so that the face is upright.');
			await said.waitFor({ timeout: 60_000 });
			await opened(before);
			const upright = await stage();

			await page.getByRole('button', { name: 'Turn back' }).click();
			await said.waitFor({ state: 'hidden' });
			await opened(upright);
			await page.getByRole('button', { name: 'Undo' }).click();
			await expect.poll(stage, { timeout: 60_000 }).toBe(upright);
		}
	);

	it.runIf(FULL)(
		'carries the work when the photograph is rotated from the menu and by key',
		async () => {
			await skinRead(page);
			await choose(page, 'Jaw', JAW);
			await enter(page, JAW, 4);
			const upright = await atRest();
			await page.getByRole('button', { name: 'More' }).click();
			await page.getByRole('menuitem', { name: 'Rotate by 90°' }).click();
			await opened(upright);
			const slider = page.getByRole('slider', { name: JAW }).first();
			expect(await slider.getAttribute('aria-valuenow')).toBe('4');
			await page.keyboard.press('Shift+R');
			await expect.poll(stage, { timeout: 60_000 }).toBe(upright);
			// Work would be asked about.
			await page.getByRole('button', { name: /^Reset Jaw/ }).click();
		}
	);

	it.runIf(FULL)('turns portraits on their heads that would pass for upright ones', async () => {
		for (const name of ['marie', 'team-1', 'bruce-mars']) {
			const { path } = await photograph(`soft-ui-design-system/${name}`);
			const [whole, size] = [
				{ x: 0, y: 0, width: 800, height: 800 },
				{ width: 800, height: 800 }
			];
			const layer = { photo: path, part: whole, at: whole, turned: 180 };
			await offer(await easel.draw({ size, layers: [layer] }));
			const said = page.getByText('The photo was turned so that the face is upright.');
			await said.waitFor({ timeout: 60_000 });
			await page.getByRole('button', { name: 'Dismiss' }).first().click();
		}
	});

	it.each(FULL ? (['WebP', 'PNG'] as const) : (['WebP'] as const))(
		'opens an animated %s at its first frame and says so',
		async (kind) => {
			const type = kind === 'PNG' ? 'image/png' : 'image/webp';
			const { size } = hopper;
			const face = await easel.draw({ size, layers: [laid(hopper)] }, type);
			const blank = await easel.draw({ size }, type);
			const moving = kind === 'PNG' ? movingPng : movingWebp;
			const notice = page.getByText('This picture moves: its first frame is shown.');

			await offer(moving([blank, face], size));
			await expectRefusal(NO_FACE);
			await page.getByRole('button', { name: 'Close' }).last().click();
			await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
			await notice.waitFor({ state: 'hidden' });
			await offer(moving([face, blank], size));
			await notice.waitFor();
		}
	);
});

describe('after all of that', () => {
	it('the file’s name stands nowhere: title, address, page, storage, console', async () => {
		const traces = await page.evaluate(async () => {
			const databases = await indexedDB.databases();
			const boxes = await Promise.all(
				(await caches.keys()).map(async (name) => {
					const requests = await (await caches.open(name)).keys();
					return [name, ...requests.map(({ url }) => url)];
				})
			);
			return [
				document.title,
				location.href,
				document.cookie,
				document.documentElement.outerHTML,
				JSON.stringify(history.state),
				JSON.stringify(Object.entries(localStorage)),
				JSON.stringify(Object.entries(sessionStorage)),
				JSON.stringify(databases),
				JSON.stringify(boxes)
			];
		});
		const [name] = PATIENT.split(' ');
		for (const trace of [...traces, ...written]) expect(trace).not.toContain(name);
	});

	it('nothing was asked of another origin and nothing went wrong unseen', () => {
		expect(app.foreignRequests).toEqual([]);
		expect(app.pageErrors).toEqual([]);
	});
});

type Portrait = ObservedPortrait & { readonly photo: string; readonly size: Size };

function portrait(name: string, observed: ObservedPortrait): Portrait {
	const found = PORTRAITS.find((entry) => entry.name === name);
	if (found === undefined) throw new Error(`no portrait ${name}`);
	return { ...observed, photo: found.path, size: observed.picture };
}

/** The whole portrait. */
function laid({ photo, size }: Portrait, scale = 1, [x, y]: Vec2 = [0, 0]): Layer {
	const at = { x, y, width: scale * size.width, height: scale * size.height };
	return { photo, part: { x: 0, y: 0, ...size }, at };
}

function pointOf({ observation }: Portrait, landmark: number): Vec2 {
	const at = (offset: number) => observation.landmarks[3 * landmark + offset] ?? NaN;
	return [at(0), at(1)];
}

/** The portrait without what lies left of, or above, a share of its face's width and height. */
function cutAt(whole: Portrait, shareAcross: number, shareDown: number): Drawing {
	const oval = LANDMARK_GROUPS.FACE_OVAL.map((landmark) => pointOf(whole, landmark));
	const along = (axis: 0 | 1, share: number): number => {
		const values = oval.map((point) => point[axis]);
		const low = Math.min(...values);
		return share === 0 ? 0 : Math.round(low + share * (Math.max(...values) - low));
	};
	const [x, y] = [along(0, shareAcross), along(1, shareDown)];
	const size = { width: whole.size.width - x, height: whole.size.height - y };
	const part = { x, y, ...size };
	return { size, layers: [{ photo: whole.photo, part, at: { x: 0, y: 0, ...size } }] };
}

/** Skin over both eyes with a line of lashes below: drawn lids, not a sleeper. */
function lidsOf(face: Portrait): Patch[] {
	return [LANDMARK_GROUPS.R_EYE_RING, LANDMARK_GROUPS.L_EYE_RING].flatMap((ring) => {
		const outline = ring.map((landmark) => pointOf(face, landmark));
		const mean = (axis: 0 | 1) =>
			outline.reduce((sum, point) => sum + point[axis], 0) / outline.length;
		const middle: Vec2 = [mean(0), mean(1)];
		const wider = outline.map(([x, y]): Vec2 => [
			middle[0] + 1.5 * (x - middle[0]),
			middle[1] + 1.5 * (y - middle[1])
		]);
		// The ring begins with the lower lid, corner to corner.
		const lower = outline.slice(0, 9);
		const lashes = [
			...lower.map(([x, y]): Vec2 => [x, y - 0.75]),
			...lower.toReversed().map(([x, y]): Vec2 => [x, y + 0.75])
		];
		return [
			{ outline: wider, colour: 'rgb(200 150 130)' },
			{ outline: lashes, colour: '#402a24' }
		];
	});
}

/** Hopper left under a red veil, the astronaut right under a blue one; their faces equally large. */
const TWO_FACES: Drawing = {
	size: { width: 800, height: 500 },
	layers: [
		{
			photo: hopper.photo,
			part: { x: 103, y: 33, width: 320, height: 400 },
			at: { x: 0, y: 0, width: 400, height: 500 }
		},
		{
			photo: astronaut.photo,
			part: { x: 145, y: 25, width: 160, height: 200 },
			at: { x: 400, y: 0, width: 400, height: 500 }
		}
	],
	patches: [
		{ outline: corners(0, 400), colour: 'rgb(255 0 0 / 30%)' },
		{ outline: corners(400, 800), colour: 'rgb(0 0 255 / 30%)' }
	]
};

function corners(left: number, right: number): Vec2[] {
	return [
		[left, 0],
		[right, 0],
		[right, 500],
		[left, 500]
	];
}

async function photograph(wanted: string) {
	const found = (await photographs()).find(({ name }) => name === wanted);
	if (found === undefined) throw new Error('the photograph is not among the sources');
	return found;
}

function mostTurned() {
	return photograph('soft-ui-design-system/team-4');
}

function fileOf(bytes: Uint8Array) {
	return { name: FILE_NAME, mimeType: 'image/png', buffer: Buffer.from(bytes) };
}

async function offer(picture: Uint8Array): Promise<void> {
	await page.locator('input[type=file]').setInputFiles(fileOf(picture));
}

/** As `offer`, where it would replace work: the question is answered with yes. */
async function offerInstead(picture: Uint8Array): Promise<void> {
	await offer(picture);
	const question = page.getByRole('alertdialog', { name: 'Open this photo?' });
	await question.getByRole('button', { name: 'Open', exact: true }).click();
	await question.waitFor({ state: 'hidden' });
}

async function expectRefusal({ wrong, todo }: Refusal): Promise<void> {
	const sheet = page.getByRole('alertdialog', { name: wrong, exact: true });
	await page.getByRole('alertdialog').waitFor({ timeout: 60_000 });
	expect(await page.getByRole('alertdialog').innerText()).toContain(wrong);
	expect(await sheet.getByText(todo).count()).toBe(1);
}

/** Refused; the stage and the slider are as they were, behind the sheet and without it. */
async function expectNothingChanged(picture: Uint8Array, refusal: Refusal): Promise<void> {
	const before = await stage();
	await offerInstead(picture);
	await expectRefusal(refusal);
	expect(await stage()).toBe(before);
	const sheet = page.getByRole('alertdialog');
	await sheet.getByRole('button', { name: 'Close' }).last().click();
	await sheet.waitFor({ state: 'hidden' });
	await expectWorkKept(before);
}

async function expectWorkKept(before: string): Promise<void> {
	expect(await stage()).toBe(before);
	const slider = page.getByRole('slider', { name: JAW }).first();
	expect(await slider.getAttribute('aria-valuenow')).toBe('4');
}

/** The buttons over the faces, from left to right. */
async function facesInOrder() {
	const sheet = page.getByRole('dialog', { name: 'Which face?' });
	await sheet.waitFor({ timeout: 60_000 });
	expect(await sheet.getByText('Touch the face that you want to work on.').count()).toBe(1);
	const faces = await sheet.getByRole('button', { name: /^Face \d$/ }).all();
	expect(faces.length).toBe(2);
	const lefts = await Promise.all(faces.map(async (face) => (await face.boundingBox())?.x ?? NaN));
	const order = faces.map((face, i) => ({ face, left: lefts[i] ?? NaN }));
	return order.sort((a, b) => a.left - b.left).map(({ face }) => face);
}

/** A digest of every pixel of the stage. */
function stage(): Promise<string> {
	return page.evaluate(async () => {
		const canvas = document.querySelector('canvas');
		if (canvas === null) return 'no stage';
		const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
		if (context === null) throw new Error('no canvas');
		context.drawImage(canvas, 0, 0);
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
		return `${canvas.width} × ${canvas.height}: ${digest.join(' ')}`;
	});
}

/** The stage at rest, to the pixel. */
function atRest(): Promise<string> {
	return standingStill(page, stage, (next, last) => next === last);
}

async function opened(before: string): Promise<void> {
	await expect.poll(stage, { timeout: 60_000 }).not.toBe(before);
	await atRest();
}

/** Mean red and blue around the middle of the stage. */
function tintOfStage(): Promise<{ red: number; blue: number }> {
	return page.evaluate(() => {
		const canvas = document.querySelector('canvas');
		const context = new OffscreenCanvas(1, 1).getContext('2d');
		if (canvas === null || context === null) throw new Error('no stage');
		const [width, height] = [canvas.width / 5, canvas.height / 5];
		context.imageSmoothingQuality = 'high';
		context.drawImage(canvas, 2 * width, 2 * height, width, height, 0, 0, 1, 1);
		const [red = 0, , blue = 0] = context.getImageData(0, 0, 1, 1).data;
		return { red, blue };
	});
}
