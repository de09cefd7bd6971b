/** Area `vault`, as a person meets it: unlocking, the list, and keeping a photograph. */
import type { Page } from 'playwright';
import type { App } from '../support/app.ts';
import { addPatients, nameOf } from '../support/many-patients.ts';
import { newVisit, PASSPHRASE, setUpVault, unlock } from '../support/records.ts';
import { portraitAt, SIZES } from './pictures.ts';
import { atMost, median, plain, repeated, type Row } from './rows.ts';

const AREA = 'vault';
const RUNS = 3;
const UNLOCK_GOAL_MS = 1500;
const SAVE_GOAL_MS = 1000;
const KEY_GOAL_MS = 50;
const CARDS = 2000;
const LISTED = 10_000;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function lock(page: Page): Promise<void> {
	await button(page, 'Lock').click();
	await page.waitForURL('**/locked');
}

async function toUnlock(page: Page): Promise<void> {
	if (!page.url().endsWith('/unlock')) await button(page, 'Unlock').click();
	await page.waitForURL('**/unlock');
	await page.getByLabel('Passphrase', { exact: true }).waitFor();
}

/**
 * From pressing the button until something is on the screen, by the page's own clock: what drives the
 * page from outside is slower than the page.
 */
async function pressedToSeen(page: Page, name: string, seen: string): Promise<number> {
	await page.evaluate((selector) => {
		const clock = { pressed: 0, seen: Promise.withResolvers<number>() };
		addEventListener('click', () => (clock.pressed ||= performance.now()), { capture: true });
		const look = (): void => {
			if (clock.pressed === 0 || document.querySelector(selector) === null) {
				requestAnimationFrame(look);
			} else requestAnimationFrame(() => clock.seen.resolve(performance.now() - clock.pressed));
		};
		look();
		Object.assign(globalThis, { clock });
	}, seen);
	await page.getByRole('button', { name, exact: true }).click();
	return page.evaluate(
		() =>
			(globalThis as unknown as { clock: { seen: { promise: Promise<number> } } }).clock.seen
				.promise
	);
}

/** Until a wrong passphrase is refused: nothing but the derivation of its key. */
async function refusal(page: Page): Promise<number> {
	await toUnlock(page);
	await page.getByLabel('Passphrase', { exact: true }).fill(`${PASSPHRASE}x`);
	return pressedToSeen(page, 'Unlock', '[role=alert]:not(:empty)');
}

async function unlocking(page: Page): Promise<number> {
	await toUnlock(page);
	await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
	const took = await pressedToSeen(page, 'Unlock', 'nav');
	await lock(page);
	return took;
}

/** From each key until what it finds is painted, ms. */
async function typing(page: Page, text: string): Promise<readonly number[]> {
	const field = page.getByRole('searchbox');
	await field.fill('');
	await page.waitForTimeout(500);
	await page.evaluate(() => {
		const taken: number[] = [];
		let typed = 0;
		const list = document.querySelector('main') ?? document.body;
		// The frame after the one in which the answer was put in: by then that one is on the screen.
		new MutationObserver(() => {
			const since = typed;
			if (since === 0) return;
			typed = 0;
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => taken.push(performance.now() - since);
				channel.port2.postMessage(null);
			});
		}).observe(list.querySelector('[role=status]')!, {
			characterData: true,
			childList: true,
			subtree: true
		});
		addEventListener('keydown', () => (typed = performance.now()), { capture: true });
		Object.assign(globalThis, { taken });
	});
	for (const letter of text) {
		await page.keyboard.type(letter);
		await page.waitForTimeout(250);
	}
	return page.evaluate(() => (globalThis as unknown as { taken: readonly number[] }).taken);
}

/** The longest frame while the list is scrolled from its top to its end, ms. */
async function scrolling(page: Page): Promise<number> {
	const box = await page.getByRole('list').last().boundingBox();
	if (box === null) throw new Error('the list is not to be seen');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.evaluate(() => {
		const frames: number[] = [];
		let last = performance.now();
		const next = (): void => {
			const now = performance.now();
			frames.push(now - last);
			last = now;
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
		Object.assign(globalThis, { frames });
	});
	for (let step = 0; step < 60; step++) {
		await page.mouse.wheel(0, 600);
		await page.waitForTimeout(16);
	}
	const frames = await page.evaluate(
		() => (globalThis as unknown as { frames: readonly number[] }).frames
	);
	return frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0;
}

type Saving = { readonly vault: number; readonly all: number };

/** A visit that begins with this photograph: what the vault takes, and what the person waits for. */
async function saving(page: Page): Promise<Saving> {
	const photograph = await portraitAt(page, SIZES['12 MP']);
	await page.evaluate(() => {
		type Message = { readonly id: string; readonly path?: readonly string[] };
		const kept = { asked: 0, vault: 0, all: 0 };
		const post = new Proxy(Reflect.get(Worker.prototype, 'postMessage') as () => void, {
			apply(original, worker: Worker, given: [Message]) {
				const [{ id, path }] = given;
				if (path?.[0] === 'keepPhotograph') {
					const asked = performance.now();
					worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
						if (data.id === id) kept.vault = performance.now() - asked;
					});
				}
				Reflect.apply(original, worker, given);
			}
		});
		Object.defineProperty(Worker.prototype, 'postMessage', { value: post, configurable: true });
		let keeping = 0;
		const look = (): void => {
			const states = [...document.querySelectorAll('button')].map((one) => one.className);
			if (keeping === 0 && states.some((state) => state.includes('keeping'))) {
				keeping = performance.now();
			}
			if (keeping > 0 && kept.all === 0 && states.some((state) => /\bsaved\b/.test(state))) {
				kept.all = performance.now() - keeping;
			} else requestAnimationFrame(look);
		};
		look();
		Object.assign(globalThis, { kept });
	});
	await newVisit(page, photograph);
	await button(page, /^Saved/).waitFor({ timeout: 120_000 });
	const kept = await page.evaluate(() => (globalThis as unknown as { kept: Saving }).kept);
	await page.goto('about:blank');
	return kept;
}

export async function measureRecords(app: App): Promise<readonly Row[]> {
	const page = await app.open('/setup');
	await setUpVault(page);
	await button(page, 'Go to today').click();
	await lock(page);
	const saved = await repeated(RUNS, async () => {
		await page.goto(`${app.url}/unlock`);
		await toUnlock(page);
		await unlock(page);
		await button(page, 'Today').click({ timeout: 60_000 });
		return saving(page);
	});
	await page.goto(`${app.url}/locked`);
	await addPatients(page, PASSPHRASE, CARDS);
	const derived = await repeated(RUNS, () => refusal(page));
	const unlocked = await repeated(RUNS, () => unlocking(page));

	await addPatients(page, PASSPHRASE, LISTED - CARDS);
	await toUnlock(page);
	await unlock(page);
	await button(page, 'Patients').waitFor({ timeout: 60_000 });
	const listed = await pressedToSeen(page, 'Patients', '[role=listitem] button');
	await page.getByText(`${String(LISTED)} patients`).waitFor();
	const keys = await typing(page, nameOf(4711).slice(0, 8));
	await page.getByRole('searchbox').fill('');
	await page.waitForTimeout(500);
	const frames = await scrolling(page);
	await lock(page);

	await page.close();
	return [
		plain(AREA, 'passphrase to key', median(derived), 'ms'),
		atMost(
			AREA,
			`unlock with ${CARDS} patients, all of it`,
			median(unlocked),
			'ms',
			UNLOCK_GOAL_MS
		),
		plain(AREA, `list of ${LISTED} patients opened`, listed, 'ms'),
		atMost(AREA, `search of ${LISTED} as you type, each key`, median(keys), 'ms', KEY_GOAL_MS),
		plain(AREA, `search of ${LISTED} as you type, slowest key`, Math.max(...keys), 'ms'),
		plain(AREA, `list of ${LISTED} scrolled, 95 % of frames within`, frames, 'ms'),
		atMost(
			...([AREA, 'save a 12 MP photograph, read back'] as const),
			...([median(saved.map(({ vault }) => vault)), 'ms', SAVE_GOAL_MS] as const)
		),
		plain(
			...([AREA, 'save a 12 MP photograph, encoding and its decode included'] as const),
			...([median(saved.map(({ all }) => all)), 'ms'] as const)
		)
	];
}
