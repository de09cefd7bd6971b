/** Holds consultations where there is no network, if this machine can take it away. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deserialize } from 'node:v8';
import { PASSPHRASE } from '../support/records.ts';
import { pixelCanaries, wordCanary, type Canary } from './canaries.ts';
import { TYPED } from './consultation.ts';
import type { Session } from './session.ts';

const SESSION = fileURLToPath(new URL('session.ts', import.meta.url));
/** Nothing but the loopback, over which the app's own server is reached. */
const LOOPBACK_ONLY = 'ip link set lo up && exec "$@"';

/** As root, or as anybody where the system lets them. Null where neither. */
function unshared(): readonly string[] | null {
	for (const flags of ['-n', '-rn']) {
		const command = [flags, 'sh', '-c', LOOPBACK_ONLY, 'sh'];
		const { status } = spawnSync('unshare', [...command, 'true'], { stdio: 'ignore' });
		if (status === 0) return command;
	}
	return null;
}

export type Held = Session & { readonly hasNetwork: boolean };

/** One after the other, each with a photograph of so many pixels. Throws where one does not go through. */
export async function holdConsultations(pixels: readonly number[]): Promise<Held> {
	const folder = mkdtempSync(join(tmpdir(), 'vultus-held-'));
	const result = join(folder, 'session');
	const script = [process.execPath, SESSION, result, ...pixels.map(String)];
	const without = unshared();
	const [command = '', ...rest] = without === null ? script : ['unshare', ...without, ...script];
	try {
		await promisify(execFile)(command, rest);
		const session = deserialize(readFileSync(result)) as Session;
		return { ...session, hasNetwork: without === null };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** All that was typed of people, and pieces of every photograph. */
export function canariesOf({ visits }: Session): readonly Canary[] {
	return [
		...[...Object.values(TYPED), PASSPHRASE].map(wordCanary),
		...visits.flatMap(({ jpeg, row, pixels }) => [
			...pixelCanaries(`pixels of ${pixels / 1e6} MP`, Buffer.from(row)),
			{
				name: `file of ${pixels / 1e6} MP`,
				// The beginning of one JPEG file is that of any other.
				bytes: Buffer.from(jpeg)
					.subarray(jpeg.length >> 1)
					.subarray(0, 64)
			}
		])
	];
}
