/** Debian's `age`, with which a test opens what we wrote. */
import { spawnSync } from 'node:child_process';

export function hasAge(): boolean {
	return spawnSync('age', ['--version']).status === 0;
}

/** Skipping is said aloud: a test that is not run proves nothing. */
export function ageOrSay(): boolean {
	const isThere = hasAge();
	if (!isThere)
		console.warn('SKIPPED: no `age` command, so nothing but this code opened a backup.');
	return isThere;
}
