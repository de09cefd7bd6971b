import { describe, expect, it } from 'vitest';
import { AppError, errorsMet, fromWire, toWire } from '../../errors.ts';
import { selfTest } from './self-test.ts';
import { supportText, type SupportFacts } from './support-text.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
const DAY = 86_400_000;
const FACTS: SupportFacts = {
	now: NOW,
	app: { version: '0.1.0', mark: 'ab12 cd34 ef56 0078' },
	browser: {
		userAgent: 'Mozilla/5.0',
		language: 'en',
		width: 1180,
		height: 820,
		pixelRatio: 2,
		cores: 8,
		isInstalled: true,
		isOnline: false
	},
	storage: { used: 2_000_000, quota: 10_400_000_000 },
	isPersistent: true,
	offline: { isPossible: true, missingBytes: 0 },
	vault: { state: 'open', people: 2, lastBackupAt: NOW - 3 * DAY },
	licence: {
		state: 'grace',
		mayBegin: true,
		isProvisional: false,
		until: NOW - DAY,
		graceUntil: NOW + 6 * DAY,
		visitsLeft: null,
		unsent: 4
	},
	graphics: 'auto',
	selfTest: { wasm: true, webgpu: false },
	errors: [{ code: 'vault.no-space', count: 2, lastAt: NOW - 5 * 60_000 }]
};

describe('the support file', () => {
	it('is these fields, and no other', () => {
		expect(supportText(FACTS)).toBe(`support file 1

[app]
version: 0.1.0
mark: ab12 cd34 ef56 0078

[browser]
user-agent: Mozilla/5.0
language: en
page: 1180 x 820 at 2
cores: 8
installed: yes
online: no
graphics: auto

[storage]
used-mb: 2
quota-mb: 10400
persistent: yes

[offline]
possible: yes
missing-mb: 0

[vault]
state: open
people: 2
days-since-backup: 3

[licence]
enrolled: yes
state: grace
may-begin: yes
provisional: no
days-left: -1
days-of-grace-left: 6
visits-left: -
unsent: 4

[self-test]
wasm: yes
webgpu: no

[errors]
vault.no-space: 2, last 5 min ago
`);
	});

	it('says what is not known, and takes nothing that is given beside the fields', () => {
		const more = { ...FACTS.licence!, plan: 'Canary Clinic', code: 'CANARY' };
		const text = supportText({
			...FACTS,
			app: null,
			storage: null,
			offline: null,
			vault: { state: 'locked', people: 0, lastBackupAt: null },
			licence: more
		});
		expect(text).not.toMatch(/canary/i);
		expect(text).toContain('version: -\n');
		expect(text).toContain('used-mb: -\n');
		expect(text).toContain('days-since-backup: -\n');
		expect(supportText({ ...FACTS, licence: null })).toContain('[licence]\nenrolled: no\n');
	});

	it('has of errors their codes and counts, and nothing of what they were about', () => {
		const details = { kind: 'canary' };
		const cause = new Error('Canary.jpg');
		const before = errorsMet().find(({ code }) => code === 'photo.unsupported-kind')?.count ?? 0;
		const thrown = new AppError('photo.unsupported-kind', { details, cause });
		// As it comes over from a worker: another page's error, met here.
		fromWire(toWire(thrown));
		const [last] = errorsMet();
		expect(last).toMatchObject({ code: 'photo.unsupported-kind', count: before + 2 });
		expect(Object.keys(last!).toSorted()).toEqual(['code', 'count', 'lastAt']);
		expect(supportText({ ...FACTS, errors: errorsMet() })).not.toMatch(/canary/i);
	});

	it('remembers the last two hundred errors', () => {
		const codes = Array.from({ length: 250 }, (_, at) => (at === 0 ? 'camera.busy' : 'cancelled'));
		const thrown = codes.map((code) => new AppError(code));
		expect(thrown).toHaveLength(250);
		expect(errorsMet()).toMatchObject([{ code: 'cancelled', count: 200 }]);
	});

	it('tries everything, and goes on where something throws', async () => {
		const fails = (): boolean => {
			throw new Error('no');
		};
		const attempts = { one: () => true, two: fails, three: () => Promise.resolve(false) };
		expect(await selfTest(attempts)).toEqual({ one: true, two: false, three: false });
	});
});
