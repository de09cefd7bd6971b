/** The eviction drill: a backup, a browser that has lost everything, and all of it back again. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ageOrSay } from '../support/age.ts';
import { startApp, type App } from '../support/app.ts';
import { newVisit, PASSPHRASE, savedInVault, setUpVault } from '../support/records.ts';

const SAMPLE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));
const NAME = 'Zoë Ångström';

let app: App;
let page: Page;
let before: Contents;
const folder = mkdtempSync(join(tmpdir(), 'vultus-backup-'));
const file = join(folder, 'backup.tar.age');

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 1180, height: 820 } } });
	// The system's dialog cannot be driven; without it the file is downloaded.
	await app.context.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
});

afterAll(async () => {
	await app.close();
	rmSync(folder, { recursive: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });
const path = () => new URL(page.url()).pathname;

/** SHA-256 of every row's body, by table and key; records by their scope. */
type Contents = Readonly<Record<string, string>>;

async function contents(): Promise<Contents> {
	return page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('vultus-vault');
			request.onsuccess = () => resolve(request.result);
		});
		const found: Record<string, string> = {};
		for (const table of ['recs', 'assets', 'chunks']) {
			const rows = await new Promise<{ body: Uint8Array<ArrayBuffer> }[]>((resolve) => {
				const request = database.transaction(table).objectStore(table).getAll();
				request.onsuccess = () => resolve(request.result as { body: Uint8Array<ArrayBuffer> }[]);
			});
			for (const { body, ...key } of rows) {
				const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
				found[`${table} ${JSON.stringify(key)}`] = String(hash);
			}
		}
		database.close();
		return found;
	});
}

async function choose(label: string, path: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await button(label).click();
	await (await chooser).setFiles(path);
}

async function restore(passphrase: string): Promise<void> {
	await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
}

const says = (words: string) => page.getByRole('alert').getByText(words).waitFor();

describe('a backup', () => {
	it('is made with the passphrase that opens the vault', async () => {
		page = await app.open('/setup');
		await setUpVault(page);
		await button('Go to today').click();
		await newVisit(page, SAMPLE);
		await savedInVault(page);
		await button('Saved. Go to the file').click();
		await button('Add a name').click();
		await page.getByLabel('Name', { exact: true }).fill(NAME);
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await heading(NAME).waitFor();
		await button('Settings').click();
		await page.getByText('There is no backup yet').waitFor();
		const field = page.getByLabel('Your passphrase');
		await field.fill('not the passphrase');
		await button('Make a backup').click();
		await says('does not open the vault');
		before = await contents();
		await field.fill(PASSPHRASE);
		const download = page.waitForEvent('download');
		await button('Make a backup').click();
		expect((await download).suggestedFilename()).toMatch(/^backup-\d{4}-\d\d-\d\d\.tar\.age$/);
		await (await download).saveAs(file);
	});

	it('counts only once that very file was read back', async () => {
		await page.getByText('only then the backup counts').waitFor();
		await choose('Choose the file', SAMPLE);
		await says('This file is not a backup');
		const bytes = readFileSync(file);
		const broken = join(folder, 'broken.tar.age');
		writeFileSync(broken, bytes.subarray(0, bytes.length - 100));
		await choose('Choose the file', broken);
		await says('damaged or incomplete');
		expect(await page.getByText('There is no backup yet').count()).toBe(1);
		await choose('Choose the file', file);
		await page.getByText('The backup is whole').waitFor();
		await page.getByText(/^Last backup on .* read back and whole\.$/).waitFor();
	});
});

describe('a browser that has lost everything', () => {
	const clear = async (storageTypes: string): Promise<void> => {
		const devtools = await app.context.newCDPSession(page);
		await page.goto('about:blank');
		await devtools.send('Storage.clearDataForOrigin', { origin: app.url, storageTypes });
		await devtools.detach();
	};

	it('is told so, and led to a backup, where it still knows of a vault', async () => {
		await clear('indexeddb');
		await page.goto(app.url);
		await button(/^Restore the records/).click();
		await page.getByText('The browser has cleared the records').waitFor();
		await page.goto(`${app.url}/today`);
		await page.waitForURL('**/restore');
	});

	it('is offered to restore where a vault would be made', async () => {
		await clear('all');
		await page.goto(`${app.url}/unlock`);
		await page.waitForURL('**/setup');
		await button('Restore from a backup').click();
		await heading('Restore from a backup').waitFor();
	});

	it('says what is wrong with a file or a passphrase', async () => {
		await choose('Choose the file', SAMPLE);
		await says('This file is not a backup');
		await choose('Choose the file', join(folder, 'broken.tar.age'));
		await restore(PASSPHRASE);
		await says('damaged or incomplete');
		await choose('Choose another file', file);
		await restore(`${PASSPHRASE}x`);
		await says('does not open the backup');
	});

	it('has every photograph and record back, byte for byte', async () => {
		await restore(PASSPHRASE);
		await page.waitForURL('**/today');
		await heading('Hello, Ana').waitFor();
		const after = await contents();
		// Only the clinic's own scope has changed: it says that it was restored.
		const assets = Object.keys(before).filter((key) => key.startsWith('assets '));
		const scope = /"scope":"(\w+)"/.exec(assets[0] ?? '')?.[1] ?? 'none';
		const patients = Object.keys(before).filter(
			(key) => !key.startsWith('recs ') || key.includes(scope)
		);
		expect(assets).toHaveLength(2);
		expect(patients.length).toBeGreaterThan(8);
		expect(Object.fromEntries(patients.map((key) => [key, after[key]]))).toEqual(
			Object.fromEntries(patients.map((key) => [key, before[key]]))
		);
		await button(new RegExp(NAME)).click();
		await heading(NAME).waitFor();
		await button(/^Open the photograph of/).click();
		await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
	});
});

describe('a backup of what is there', () => {
	it('changes nothing but to say that it was restored', async () => {
		await button('Saved. Go to the file').click();
		await button('Settings').click();
		await button('Restore from a backup').click();
		await page.getByText('What is here stays as it is').waitFor();
		await choose('Choose the file', file);
		await restore(PASSPHRASE);
		await page.waitForURL('**/today');
		await button(new RegExp(NAME)).first().waitFor();
		expect(path()).toBe('/today');
	});
});

describe('a vault whose head is lost', () => {
	it('is opened again by a backup', async () => {
		await page.goto('about:blank');
		await page.goto(`${app.url}/locked`);
		await page.evaluate(
			() =>
				new Promise((resolve) => {
					const request = indexedDB.open('vultus-vault');
					request.onsuccess = () => {
						const clearing = request.result.transaction(['meta', 'ring'], 'readwrite');
						clearing.objectStore('meta').clear();
						clearing.objectStore('ring').clear();
						clearing.oncomplete = () => {
							request.result.close();
							resolve(undefined);
						};
					};
				})
		);
		await page.goto(`${app.url}/unlock`);
		await says('cannot be read');
		await button('Restore from a backup').click();
		await page.getByText('what is still here is kept').waitFor();
		await choose('Choose the file', file);
		await restore(PASSPHRASE);
		await page.waitForURL('**/today');
		await button(new RegExp(NAME)).first().waitFor();
	});
});

/** As the system's dialog would give it: a file that is written in place. */
async function pickInto(page: Page): Promise<void> {
	await page.evaluate(() => {
		const pick = async ({ suggestedName }: { suggestedName: string }) =>
			(await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
		Object.assign(window, { showSaveFilePicker: pick });
	});
}

/** Names and contents of what was saved there, in base 64. */
async function savedFiles(page: Page): Promise<readonly (readonly [string, string])[]> {
	return page.evaluate(async () => {
		const saved: [string, string][] = [];
		const files = (await navigator.storage.getDirectory()) as unknown as {
			entries(): AsyncIterable<[string, FileSystemFileHandle]>;
		};
		for await (const [name, handle] of files.entries()) {
			const url = await new Promise<string>((resolve) => {
				const reader = new FileReader();
				reader.onload = () => resolve(reader.result as string);
				void handle.getFile().then((file) => reader.readAsDataURL(file));
			});
			saved.push([name, url.slice(url.indexOf(',') + 1)]);
		}
		return saved;
	});
}

describe('a backup into a file that is picked', () => {
	it('leaves no file when it is stopped', async () => {
		await button('Settings').click();
		await pickInto(page);
		await page.getByLabel('Your passphrase').fill(PASSPHRASE);
		await button('Make a backup').click();
		await button('Cancel').click();
		await button('Make a backup').waitFor();
		expect(await savedFiles(page)).toEqual([]);
		expect(await page.getByRole('alert').allInnerTexts()).not.toContain('Stopped');
	});

	it('is read back by itself, and opens with the owner’s key and other people’s tools', async () => {
		await page.getByRole('radio', { name: 'Owner’s key' }).click();
		await button('Make a key').click();
		const download = page.waitForEvent('download');
		await button('Save as text').click();
		const key = join(folder, 'owner-key.txt');
		await (await download).saveAs(key);
		await button('Use this key').click();
		await button('Make a backup').click();
		await page.getByText('The backup is whole').waitFor();
		const [saved, ...others] = await savedFiles(page);
		expect(others).toEqual([]);
		expect(saved?.[0]).toMatch(/^backup-.*\.tar\.age$/);
		if (!ageOrSay()) return;
		const input = Buffer.from(saved?.[1] ?? '', 'base64');
		const tar = execFileSync('age', ['-d', '-i', key], { input, maxBuffer: 2 ** 30 });
		execFileSync('tar', ['-xf', '-', '-C', folder], { input: tar });
		const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
			readonly files: readonly { readonly name: string; readonly sha256: string }[];
		};
		expect(files.length).toBeGreaterThan(6);
		for (const { name, sha256 } of files) {
			const hash = createHash('sha256').update(readFileSync(join(folder, name)));
			expect(hash.digest('hex'), name).toBe(sha256);
		}
	});
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
