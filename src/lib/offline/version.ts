import type { Version } from './types.ts';

const MARK_DIGITS = 16;

export function versionOf({ version, hash }: Omit<Version, 'mark'>): Version {
	const groups = hash.slice(0, MARK_DIGITS).match(/.{4}/g) ?? [];
	return { version, hash, mark: groups.join(' ') };
}

/** The one that this page is of; null where the build was not finished, as in development. */
export function thisVersion(): Version | null {
	const meta = document.querySelector<HTMLMetaElement>('meta[name="vultus-version"]');
	const [version = '', hash = ''] = meta?.content.split(' ') ?? [];
	return hash === '' ? null : versionOf({ version, hash });
}
