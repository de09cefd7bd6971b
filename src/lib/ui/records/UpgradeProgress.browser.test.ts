import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import WithDesk from '../../../../tests/support/WithDesk.svelte';
import { thaw, type FrozenVault } from '../../../../tests/fixtures/vault/frozen.ts';
import version2 from '../../../../tests/fixtures/vault/version-2.json' with { type: 'json' };
import { clearVaults, close, openVault, text } from '../../../../tests/support/vault.ts';
import { Desk } from '../../record/index.ts';
import UpgradeProgress from './UpgradeProgress.svelte';

const FROZEN = version2 as unknown as FrozenVault;
/** The one that the app's own worker opens. */
const DATABASE = 'vultus-vault';
/** So many that bringing them up to date cannot be over before anybody looks. */
const VISITS = 60;

let desk: Desk;

afterEach(async () => {
	await desk.lock();
	await clearVaults();
});

async function makeOlder(): Promise<void> {
	await thaw(FROZEN, DATABASE);
	const one = openVault(DATABASE);
	const { person } = await one.vault.unlock({ kind: 'recovery', kit: FROZEN.kit }, false);
	const visit = { version: 1, kind: 'consultation', startedAt: 1, by: person, followUp: null };
	const records = Array.from({ length: VISITS }, (_, at) => ({
		id: at.toString(16).padStart(32, '0'),
		content: text(JSON.stringify(visit))
	}));
	await one.vault.save(FROZEN.folders[0]!.folder, { records, assets: [] });
	await close(one);
}

it('is there while an older vault is brought to today’s form, and gone when that is done', async () => {
	await makeOlder();
	desk = new Desk(() => undefined);
	await desk.look();
	await desk.unlockWithKit(FROZEN.kit, false);
	const { container } = await render(WithDesk, { desk, body: UpgradeProgress });
	const words = () => container.querySelector('[role=progressbar]')?.getAttribute('aria-label');
	await expect.poll(words).toMatch(/: \d of 3\. You can go on working\.$/);
	await expect.poll(words, { timeout: 60_000 }).toBeUndefined();
	expect(await desk.open.upgrading()).toBeNull();
});
