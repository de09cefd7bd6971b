/** As root on Debian, installs a Firefox and a screen for it. Fails where there is none, and says what is not run. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { firefoxPath } from './firefox.ts';

if (firefoxPath() === null && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
	const install = 'install -y --no-install-recommends firefox-esr xvfb xauth';
	for (const step of ['update', install]) {
		spawnSync('apt-get', ['-qq', ...step.split(' ')], { stdio: ['ignore', 2, 2] });
	}
}
if (firefoxPath() === null) {
	console.warn(
		'SKIPPED: no Firefox with `xvfb-run`, so the tests of the storage (src/lib/vault/*.browser.test.ts)',
		'are not run in it. Chromium alone hides a transaction that waits for something else.'
	);
	process.exit(1);
}
