/**
 * The n-th operation fails, in the full form for every n, in the whole of "create a scope → save a photograph and a
 * record → amend → erase". Whatever fails, what was acknowledged is there afterwards, nothing is half
 * there, and what was saved long before can still be read.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { firstDifference } from '../../../tests/support/first-difference.ts';
import {
	clearVaults,
	close,
	failingCrypto,
	failingStorage,
	freshName,
	kit,
	openVault,
	pattern,
	rawRows,
	text,
	words,
	type Fault,
	type Faults,
	type Opened
} from '../../../tests/support/vault.ts';
import { isAppError } from '../errors.ts';
import { newId } from './ids.ts';
import type { RecordRow } from './store.ts';
import type { Changes, ScopeId } from './types.ts';

afterEach(clearVaults);

const OLD = { record: newId(), asset: newId() };
const NEW = { record: newId(), second: newId(), asset: newId() };
const HEADER = text('header');

type Ids = { readonly record: string; readonly asset: string };
const photoAndNote = ({ record, asset }: Ids, length: number, words: string): Changes => ({
	records: [{ id: record, content: text(words) }],
	assets: [{ id: asset, header: HEADER, content: pattern(length, words.length) }]
});

type Acknowledged = 'nothing' | 'scope' | 'saved' | 'amended' | 'erased';
const STEPS = ['scope', 'saved', 'amended', 'erased'] as const;

/** The job that is interrupted. Remembers how far it was told that it had come. */
class Scenario {
	acknowledged: Acknowledged = 'nothing';
	scope: ScopeId | null = null;
	readonly #one: Opened;
	readonly #length: number;

	constructor(one: Opened, length: number) {
		this.#one = one;
		this.#length = length;
	}

	async step(step: (typeof STEPS)[number]): Promise<void> {
		const { vault } = this.#one;
		const scope = (this.scope ??= step === 'scope' ? await vault.createScope() : null);
		if (scope === null) throw new Error('no scope');
		if (step === 'saved') await vault.save(scope, photoAndNote(NEW, this.#length, 'first words'));
		if (step === 'amended') {
			await vault.save(scope, {
				records: [
					{ id: NEW.record, content: text('amended words') },
					{ id: NEW.second, content: text('second note') }
				],
				assets: []
			});
		}
		if (step === 'erased') await vault.eraseScope(scope);
		this.acknowledged = step;
	}
}

/** What a scope holds, in words: nothing, all of the first save, all of the second. */
async function contentsOf({ vault }: Opened, scope: ScopeId, length: number): Promise<string> {
	const { records, quarantined } = await vault.records(scope);
	const { assets, quarantined: damaged } = await vault.assets(scope);
	expect([...quarantined, ...damaged]).toEqual([]);
	const notes = records.map(({ content }) => words(content)).sort();
	for (const { id } of assets) {
		const { content } = await vault.asset(scope, id);
		expect(firstDifference(content, pattern(length, 'first words'.length))).toBe(-1);
	}
	return `${notes.join(' + ')} | ${String(assets.length)}`;
}

const EMPTY = ' | 0';
const SAVED = 'first words | 1';
const AMENDED = 'amended words + second note | 1';
/** What may be there after an acknowledgement, when the next step may have been made or not. */
const POSSIBLE: Readonly<Record<Exclude<Acknowledged, 'nothing'>, readonly string[]>> = {
	scope: [EMPTY, SAVED],
	saved: [SAVED, AMENDED],
	amended: [AMENDED, 'erased'],
	erased: ['erased']
};

async function checkRows(name: string, scopes: readonly ScopeId[]): Promise<void> {
	const rows = await rawRows(name);
	const assets = rows.get('assets') as { id: string; scope: string; n: number }[];
	const chunks = rows.get('chunks') as { asset: string }[];
	for (const row of [...assets, ...(rows.get('recs') as RecordRow[])]) {
		expect(scopes).toContain(row.scope);
	}
	const counted = assets.map(({ id }) => chunks.filter(({ asset }) => asset === id).length);
	expect(counted).toEqual(assets.map(({ n }) => n));
	expect(chunks.length).toBe(counted.reduce((sum, count) => sum + count, 0));
}

async function checkAfter(
	name: string,
	old: ScopeId,
	{ scope, acknowledged }: Scenario,
	length: number
): Promise<void> {
	const after = openVault(name);
	const { scopes } = await after.vault.unlock(kit(), false);
	expect(words((await after.vault.record(old, OLD.record)).content)).toBe('old words');
	const { content } = await after.vault.asset(old, OLD.asset);
	expect(firstDifference(content, pattern(5000, 'old words'.length))).toBe(-1);
	if (scope !== null && acknowledged !== 'nothing') {
		const found = scopes.includes(scope) ? await contentsOf(after, scope, length) : 'erased';
		expect(POSSIBLE[acknowledged]).toContain(found);
		const receipts = after.vault.erasures().map((receipt) => receipt.scope);
		expect(receipts).toEqual(found === 'erased' ? [scope] : []);
	}
	expect(after.vault.quarantined()).toEqual([]);
	await checkRows(name, scopes);
	await close(after);
}

async function prepared(): Promise<{ name: string; old: ScopeId; one: Opened; faults: Faults }> {
	const name = freshName();
	const one = openVault(name);
	const faults = failingStorage(one.database);
	await one.vault.create(kit());
	const old = await one.vault.createScope();
	await one.vault.save(old, photoAndNote(OLD, 5000, 'old words'));
	return { name, old, one, faults };
}

type Mode = 'ends' | 'goes on';

/**
 * One run with the n-th operation failing. `ends`: the app stops at the failure. `goes on`: the step
 * is tried once more, as a person would. Resolves with false when there was no n-th operation.
 */
async function run(
	n: number,
	fault: Fault,
	mode: Mode,
	where: 'storage' | 'crypto',
	length: number
) {
	const { name, old, one, faults: storage } = await prepared();
	const broken = where === 'crypto' ? failingCrypto() : null;
	const faults = broken?.faults ?? storage;
	const scenario = new Scenario(one, length);
	let failed = 0;
	faults.arm(n, fault);
	try {
		for (const step of STEPS) {
			try {
				await scenario.step(step);
			} catch (error) {
				failed += 1;
				if (where === 'storage') expect(isAppError(error), String(error)).toBe(true);
				if (fault === 'quota' && isAppError(error)) {
					expect(['vault.no-space', 'vault.write-failed']).toContain(error.code);
				}
				if (mode === 'ends') break;
				await scenario.step(step);
			}
		}
	} finally {
		broken?.restore();
	}
	const reached = faults.count >= n;
	faults.disarm();
	if (mode === 'goes on') expect(scenario.acknowledged).toBe('erased');
	expect(failed).toBeLessThanOrEqual(1);
	await close(one);
	await checkAfter(name, old, scenario, length);
	return { reached, failed: failed > 0 };
}

/** The short form takes every seventh operation, each loop from another one on. */
const STRIDE = import.meta.env['VULTUS_FULL'] === '1' ? 1 : 7;
let loops = 0;

/** `failures`: of all operations, as far as those that were taken tell. */
async function forEveryOperation(
	fault: Fault,
	mode: Mode,
	where: 'storage' | 'crypto',
	length: number
) {
	let failures = 0;
	for (let n = 1 + (loops++ % STRIDE); ; n += STRIDE) {
		const { reached, failed } = await run(n, fault, mode, where, length).catch((error: unknown) => {
			throw new Error(`operation ${String(n)}, ${fault}, ${mode}`, { cause: error });
		});
		if (!reached) return { operations: n - 1, failures };
		if (failed) failures += STRIDE;
	}
}

const SHORT = 20_000;
/** Over one slice, so that an asset has two chunks. */
const TWO_CHUNKS = 2 ** 20 + 100;

describe('whatever fails in the storage', () => {
	it.each([
		['before', 'ends'],
		['before', 'goes on'],
		['after', 'ends'],
		['after', 'goes on'],
		['abort', 'ends'],
		['abort', 'goes on'],
		['quota', 'ends'],
		['quota', 'goes on']
	] as const)(
		'(%s, then it %s) nothing acknowledged is lost and nothing is torn',
		async (fault, mode) => {
			const { operations, failures } = await forEveryOperation(
				fault,
				mode,
				'storage',
				fault === 'abort' ? TWO_CHUNKS : SHORT
			);
			// If it fell, the loop would no longer see what it is for.
			expect(operations).toBeGreaterThan(40);
			expect(failures).toBeGreaterThan(20);
		},
		600_000
	);
});

describe('whatever fails in the cryptography', () => {
	it.each([['ends'], ['goes on']] as const)(
		'(then it %s) nothing acknowledged is lost and nothing is torn',
		async (mode) => {
			const { operations, failures } = await forEveryOperation('before', mode, 'crypto', SHORT);
			expect(operations).toBeGreaterThan(100);
			expect(failures).toBeGreaterThan(50);
		},
		600_000
	);
});
