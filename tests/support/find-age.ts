/** As root on Debian, installs the `age` command for the tests that open a backup with it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ageOrSay, hasAge } from './age.ts';

if (!hasAge() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
	for (const step of ['update', 'install -y --no-install-recommends age']) {
		spawnSync('apt-get', ['-qq', ...step.split(' ')], { stdio: ['ignore', 2, 2] });
	}
}
ageOrSay();
