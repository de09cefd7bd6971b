/** As root on Debian, installs a Firefox and a screen for it. Fails where there is none, and says what is not run. */
import { installOnDebian } from './debian.ts';
import { firefoxPath } from './firefox.ts';

if (firefoxPath() === null) installOnDebian('firefox-esr', 'xvfb', 'xauth');
if (firefoxPath() === null) {
	console.warn(
		'SKIPPED: no Firefox with `xvfb-run`, so the tests of the storage (src/lib/vault/*.browser.test.ts)',
		'are not run in it. Chromium alone hides a transaction that waits for something else.'
	);
	process.exit(1);
}
