/** As root on Debian, installs a WebKitGTK and a screen for it. Fails where there is none, and says what is not run. */
import { installOnDebian } from './debian.ts';
import { hasWebKit } from './webkit.ts';

if (!hasWebKit()) installOnDebian('webkit2gtk-driver', 'xvfb', 'xauth');
if (!hasWebKit()) {
	console.warn(
		'SKIPPED: no WebKitGTK (webkit2gtk-driver) with `xvfb-run`, so the main job and the vault are not',
		'tried in it (tests/e2e/other-browsers.test.ts). What an iPad refuses, other browsers may allow.'
	);
	process.exit(1);
}
