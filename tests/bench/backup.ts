/** Area `vault`: how fast a backup is made, checked and restored. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { App } from '../support/app.ts';
import { PASSPHRASE, setUpVault } from '../support/records.ts';
import { atLeast, plain, type Row } from './rows.ts';

const AREA = 'vault';
const BACKUP_GOAL_MB_S = 25;
const MEGABYTE = 1e6;
/** As many photographs of 4 MiB. */
const PHOTOGRAPHS = 40;
const SLICES = 4;

/**
 * Photographs of random bytes, beside the vault's back: a backup carries rows as they are, so what is
 * in them makes no difference.
 */
async function fill(page: Page): Promise<void> {
	await page.evaluate(
		async ([photographs, slices]) => {
			const database = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open('vultus-vault');
				request.onsuccess = () => resolve(request.result);
			});
			const scope = await new Promise<string>((resolve) => {
				const request = database.transaction('recs').objectStore('recs').getAll();
				request.onsuccess = () => resolve((request.result as [{ scope: string }])[0].scope);
			});
			const random = (length: number): Uint8Array => {
				const bytes = new Uint8Array(length);
				for (let at = 0; at < length; at += 65_536) {
					crypto.getRandomValues(bytes.subarray(at, at + 65_536));
				}
				return bytes;
			};
			for (let photograph = 0; photograph < photographs; photograph++) {
				const id = random(16).toHex();
				const adding = database.transaction(['assets', 'chunks'], 'readwrite');
				adding.objectStore('assets').put({ id, scope, rev: 1, n: slices, body: random(384) });
				for (let i = 0; i < slices; i++) {
					adding.objectStore('chunks').put({ asset: id, i, body: random(2 ** 20) });
				}
				await new Promise((resolve) => (adding.oncomplete = resolve));
			}
			database.close();
		},
		[PHOTOGRAPHS, SLICES] as const
	);
}

async function choose(page: Page, file: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Choose the file' }).click();
	await (await chooser).setFiles(file);
}

/** Seconds until `seen`, from pressing the button on. */
async function secondsFrom(press: () => Promise<void>, seen: Promise<unknown>): Promise<number> {
	const started = performance.now();
	await press();
	await seen;
	return (performance.now() - started) / 1000;
}

export async function measureBackup(app: App): Promise<readonly Row[]> {
	const folder = mkdtempSync(join(tmpdir(), 'vultus-bench-'));
	const file = join(folder, 'backup.tar.age');
	const page = await app.open('/setup');
	// The system's dialog cannot be driven; without it the file is downloaded.
	await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
	const press = (name: string) => () =>
		page.getByRole('button', { name, exact: true }).click({ timeout: 60_000 });
	await setUpVault(page);
	await press('Go to today')();
	await fill(page);
	await press('Settings')();
	await page.getByRole('radio', { name: 'Owner’s key' }).click();
	await press('Make a key')();
	const identity = await page.locator('code').innerText();
	await press('Save as text')();
	await press('Use this key')();
	const made = page.waitForEvent('download', { timeout: 120_000 });
	const writing = await secondsFrom(press('Make a backup'), made);
	await (await made).saveAs(file);
	const size = statSync(file).size / MEGABYTE;
	const whole = page.getByText('The backup is whole').waitFor({ timeout: 120_000 });
	const checking = await secondsFrom(() => choose(page, file), whole);
	const devtools = await app.context.newCDPSession(page);
	await page.goto('about:blank');
	await devtools.send('Storage.clearDataForOrigin', { origin: app.url, storageTypes: 'all' });
	await page.goto(`${app.url}/restore`);
	await choose(page, file);
	await page.getByLabel('Owner’s secret key').fill(identity);
	await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
	const open = page.waitForURL('**/today', { timeout: 240_000 });
	const restoring = await secondsFrom(press('Restore'), open);
	await page.close();
	rmSync(folder, { recursive: true });
	const of = `of ${size.toFixed(0)} MB`;
	return [
		atLeast(AREA, `backup ${of}, written`, size / writing, 'MB/s', BACKUP_GOAL_MB_S),
		plain(AREA, `backup ${of}, read back`, size / checking, 'MB/s'),
		plain(AREA, `backup ${of}, restored and compared`, size / restoring, 'MB/s')
	];
}
