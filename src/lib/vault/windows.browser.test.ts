/**
 * Two and five windows of one vault that unlock, save, erase, lock and take over as it comes. fast-check
 * chooses what each does and in which order it begins; how it overlaps is up to the browser. At no time
 * are two of them open, and in the end all that was acknowledged is there and nothing is half there.
 */
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { firstDifference } from '../../../tests/support/first-difference.ts';
import {
	clearVaults,
	close,
	freshName,
	kit,
	openVault,
	pattern,
	text,
	words,
	type Opened
} from '../../../tests/support/vault.ts';
import { isAppError } from '../errors.ts';
import { newId } from './ids.ts';
import type { ScopeId } from './types.ts';

afterEach(clearVaults);

/** `work` and `erase` take over first: who does so wants to do something. */
type Deed = 'unlock' | 'work' | 'save' | 'create' | 'erase' | 'lock';

/** What may become of a deed in a window that is not, or no longer, the one that writes. */
const REFUSALS = ['vault.locked', 'vault.opened-elsewhere', 'vault.not-found'] as const;

/** A record and an asset of the same words: one is not there without the other. */
type Saved = { readonly scope: ScopeId; readonly record: string; readonly asset: string };

/** What the windows were told. */
class Told {
	readonly scopes: ScopeId[] = [];
	readonly saved: Saved[] = [];
	readonly erased = new Set<ScopeId>();
	/** Begun, whether or not it was acknowledged. */
	readonly erasing = new Set<ScopeId>();
	readonly refusals: string[] = [];
}

function isOpen({ vault }: Opened): boolean {
	try {
		vault.quarantined();
		return true;
	} catch {
		return false;
	}
}

function contentOf(record: string): Uint8Array<ArrayBuffer> {
	return pattern(3000, Number.parseInt(record.slice(0, 4), 16));
}

async function act(deed: Deed, { vault }: Opened, told: Told, which: number): Promise<void> {
	const scope = told.scopes[which % told.scopes.length]!;
	if (deed === 'unlock') await vault.unlock(kit(), false);
	if (deed === 'work' || deed === 'erase') await vault.unlock(kit(), true);
	if (deed === 'lock') await vault.lock();
	if (deed === 'create') told.scopes.push(await vault.createScope());
	if (deed === 'work' || deed === 'save') {
		const saved = { scope, record: newId(), asset: newId() };
		const content = contentOf(saved.record);
		await vault.save(scope, {
			records: [{ id: saved.record, content: text(saved.asset) }],
			assets: [{ id: saved.asset, header: text(saved.record), content }]
		});
		told.saved.push(saved);
	}
	if (deed === 'erase') {
		told.erasing.add(scope);
		await vault.eraseScope(scope);
		told.erased.add(scope);
	}
}

/** Refusals are part of the game; whatever else goes wrong is not. */
async function tryTo(deed: Deed, one: Opened, told: Told, which: number): Promise<void> {
	try {
		await act(deed, one, told, which);
	} catch (error) {
		const code = REFUSALS.find((refusal) => isAppError(error, refusal));
		if (code === undefined) throw new Error(deed, { cause: error });
		told.refusals.push(code);
	}
}

async function checkAfter(name: string, told: Told): Promise<void> {
	const after = openVault(name);
	const { scopes } = await after.vault.unlock(kit(), false);
	const receipts = after.vault.erasures().map(({ scope }) => scope);
	for (const scope of told.scopes) {
		expect(scopes.includes(scope)).toBe(!receipts.includes(scope));
		if (receipts.includes(scope)) expect(told.erasing).toContain(scope);
		if (told.erased.has(scope)) expect(receipts).toContain(scope);
	}
	for (const scope of scopes) {
		const { records } = await after.vault.records(scope);
		const { assets } = await after.vault.assets(scope);
		const pairs = records.map(({ id, content }) => `${words(content)} ${id}`);
		expect(assets.map(({ id, header }) => `${id} ${words(header)}`).sort()).toEqual(pairs.sort());
		for (const { id, header } of assets) {
			const { content } = await after.vault.asset(scope, id);
			expect(firstDifference(content, contentOf(words(header)))).toBe(-1);
		}
		for (const { record, asset } of told.saved.filter((saved) => saved.scope === scope)) {
			expect(pairs).toContain(`${asset} ${record}`);
		}
	}
	expect(after.vault.quarantined()).toEqual([]);
	await close(after);
}

type Script = readonly { readonly deed: Deed; readonly which: number }[];

/** The first window has the vault open; one that is frozen answers nobody and does nothing more. */
async function play(
	scripts: readonly Script[],
	isFrozen: boolean,
	scheduler: fc.Scheduler
): Promise<Told> {
	const name = freshName();
	const told = new Told();
	const windows = scripts.map((_, at) =>
		openVault(name, isFrozen && at === 0 ? { asked: () => undefined } : {})
	);
	await windows[0]!.vault.create(kit());
	told.scopes.push(await windows[0]!.vault.createScope());
	const begin = async (one: Opened, script: Script): Promise<void> => {
		for (const { deed, which } of script) {
			await scheduler.schedule(Promise.resolve(), deed);
			await tryTo(deed, one, told, which);
			expect(windows.filter(isOpen).length).toBeLessThanOrEqual(1);
		}
	};
	const lively = isFrozen ? windows.slice(1) : windows;
	const all = lively.map((one, at) => begin(one, scripts[at]!));
	await scheduler.waitFor(Promise.all(all));
	expect(windows.filter(isOpen).length).toBeLessThanOrEqual(1);
	for (const one of windows) await close(one);
	await checkAfter(name, told);
	return told;
}

const RUNS = import.meta.env['VULTUS_FULL'] === '1' ? 100 : 6;
const deed = fc.oneof(
	{ weight: 4, arbitrary: fc.constant<Deed>('work') },
	{ weight: 4, arbitrary: fc.constant<Deed>('save') },
	{ weight: 4, arbitrary: fc.constantFrom<Deed>('unlock', 'erase', 'lock') },
	{ weight: 2, arbitrary: fc.constant<Deed>('create') }
);
const step = fc.record({ deed, which: fc.nat(3) });

describe('windows that do as they like', () => {
	it.each([2, 5])(
		'(%i of them) lose and tear nothing, and never are two open',
		async (count) => {
			const script = fc.array(step, { minLength: 5, maxLength: 10 });
			const scripts = fc.array(script, { minLength: count, maxLength: count });
			const isFrozen = fc.nat(5).map((one) => one === 0);
			const seen = { saved: 0, erased: 0, refusals: 0 };
			await fc.assert(
				fc.asyncProperty(scripts, isFrozen, fc.scheduler(), async (given, frozen, scheduler) => {
					const told = await play(given, frozen, scheduler);
					seen.saved += told.saved.length;
					seen.erased += told.erased.size;
					seen.refusals += told.refusals.length;
					await clearVaults();
				}),
				{ numRuns: RUNS, endOnFailure: true }
			);
			// If they fell, the windows would no longer get in each other's way, or do anything at all.
			expect(seen.saved).toBeGreaterThan(RUNS / 2);
			expect(seen.erased).toBeGreaterThanOrEqual(RUNS / 12);
			expect(seen.refusals).toBeGreaterThan(RUNS);
		},
		RUNS * 30_000
	);
});
