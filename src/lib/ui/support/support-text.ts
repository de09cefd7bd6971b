/**
 * What support is given of a device: a list of fields that are numbers, codes and yes or no. There is no field for
 * words of the clinic's, so nothing of a patient can come into it. Not translated: it is for whoever helps.
 */
import type { ErrorMet } from '../../errors.ts';
import type { LicenceView } from '../../record/index.ts';
import type { SelfTest } from './self-test.ts';

export type SupportFacts = {
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly app: { readonly version: string; readonly mark: string } | null;
	readonly browser: {
		readonly userAgent: string;
		/** Ids of this app's languages. */
		readonly language: string;
		/** Px of the page, and device pixels to each. */
		readonly width: number;
		readonly height: number;
		readonly pixelRatio: number;
		readonly cores: number;
		readonly isInstalled: boolean;
		readonly isOnline: boolean;
	};
	/** Bytes; null where the browser does not say. */
	readonly storage: { readonly used: number; readonly quota: number } | null;
	readonly isPersistent: boolean;
	/** Of the app's own files; null where it is not known. */
	readonly offline: { readonly isPossible: boolean; readonly missingBytes: number | null } | null;
	readonly vault: {
		readonly state: string;
		readonly people: number;
		/** Null where none was found whole yet. */
		readonly lastBackupAt: number | null;
	};
	/** Null where this device is not enrolled. */
	readonly licence: Pick<
		LicenceView,
		'state' | 'mayBegin' | 'isProvisional' | 'until' | 'graceUntil' | 'visitsLeft' | 'unsent'
	> | null;
	/** How pictures are drawn, as it was chosen. */
	readonly graphics: string;
	readonly selfTest: SelfTest;
	readonly errors: readonly ErrorMet[];
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MEGABYTE = 1e6;

type Value = string | number | boolean | null;

/** Plain text, one field a line. */
export function supportText(facts: SupportFacts): string {
	const { now, app, browser, storage, offline, vault, licence, selfTest, errors } = facts;
	const days = (from: number, to: number): number => Math.round((to - from) / DAY_MS);
	const daysTo = (at: number | null): number | null => (at === null ? null : days(now, at));
	const megabytes = (bytes: number | null | undefined): number | null =>
		bytes === null || bytes === undefined ? null : Math.round(bytes / MEGABYTE);
	const sections: readonly (readonly [string, Readonly<Record<string, Value>>])[] = [
		['app', { version: app?.version ?? null, mark: app?.mark ?? null }],
		[
			'browser',
			{
				'user-agent': browser.userAgent,
				language: browser.language,
				page: `${browser.width} x ${browser.height} at ${browser.pixelRatio}`,
				cores: browser.cores,
				installed: browser.isInstalled,
				online: browser.isOnline,
				graphics: facts.graphics
			}
		],
		[
			'storage',
			{
				'used-mb': megabytes(storage?.used),
				'quota-mb': megabytes(storage?.quota),
				persistent: facts.isPersistent
			}
		],
		[
			'offline',
			{
				possible: offline?.isPossible ?? null,
				'missing-mb': megabytes(offline?.missingBytes)
			}
		],
		[
			'vault',
			{
				state: vault.state,
				people: vault.people,
				'days-since-backup': vault.lastBackupAt === null ? null : days(vault.lastBackupAt, now)
			}
		],
		[
			'licence',
			licence === null
				? { enrolled: false }
				: {
						enrolled: true,
						state: licence.state,
						'may-begin': licence.mayBegin,
						provisional: licence.isProvisional,
						'days-left': daysTo(licence.until),
						'days-of-grace-left': daysTo(licence.graceUntil),
						'visits-left': licence.visitsLeft,
						unsent: licence.unsent
					}
		],
		['self-test', selfTest],
		[
			'errors',
			Object.fromEntries(
				errors.map(({ code, count, lastAt }) => [
					code,
					`${count}, last ${Math.round((now - lastAt) / MINUTE_MS)} min ago`
				])
			)
		]
	];
	const lines = sections.flatMap(([name, fields]) => [
		'',
		`[${name}]`,
		...Object.entries(fields).map(([field, value]) => `${field}: ${said(value)}`)
	]);
	return ['support file 1', ...lines, ''].join('\n');
}

function said(value: Value): string {
	if (value === null) return '-';
	return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
