import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { decodeEntry, encodeEntry } from './codec.ts';
import { RECORD_VERSION } from './schema.ts';

const ID = '00112233445566778899aabbccddeeff';
/** Written by the first release; never changed, however the schemas do. */
const FIRST = JSON.parse(
	readFileSync(new URL('../../../tests/fixtures/records/version-1.json', import.meta.url), 'utf8')
) as readonly object[];
/** What the versions after it added. */
const LATER: Readonly<Record<string, object>> = {
	consultation: { treatedOn: null },
	photograph: { standardView: null, source: null }
};

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function codeOf(bytes: Uint8Array): string {
	try {
		decodeEntry(bytes);
		return 'opened';
	} catch (error) {
		return isAppError(error) ? error.code : 'another error';
	}
}

const card = {
	name: 'Zoë Ångström',
	born: { year: 1984 },
	number: '',
	contact: { phone: '', email: '', address: '' },
	nextOfKin: null
};
const cover = {
	version: 1,
	kind: 'cover',
	card,
	startedAt: 0,
	lastVisit: null,
	followUp: null,
	treatments: [],
	thumbnail: null,
	trail: null
};

describe('an entry', () => {
	it('of every kind that the first release wrote still opens, and is written with what came since', () => {
		const kinds = FIRST.map((value) => {
			const entry = decodeEntry(bytesOf(value));
			const written: unknown = JSON.parse(new TextDecoder().decode(encodeEntry(entry)));
			expect(written).toEqual({ ...LATER[entry.kind], ...value, version: RECORD_VERSION });
			return entry.kind;
		});
		expect(kinds).toEqual([
			'cover',
			'consultation',
			'photograph',
			'study',
			'note',
			'person',
			'audit'
		]);
	});

	it.each(['handover', 'consent-text'])(
		'%s opens whichever version of its text it is, also as it was first written',
		(kind) => {
			const words = { title: 'T', about: '', risks: [], aftercare: '', reflectionDays: 0 };
			const text = { text: ID, version: RECORD_VERSION + 5, at: 0, by: ID, words };
			const own =
				kind === 'handover' ? { consultation: ID, zone: 'UTC', closing: '' } : { start: '' };
			const value = { kind, ...text, ...own };
			const entry = decodeEntry(bytesOf(value));
			expect(entry).toEqual(value);
			expect(decodeEntry(encodeEntry(entry))).toEqual(value);
			expect(codeOf(bytesOf({ schema: RECORD_VERSION + 1, ...value }))).toBe('vault.newer-version');
		}
	);

	it('keeps numbers to the bit', () => {
		const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
		fc.assert(
			fc.property(fc.array(number, { minLength: 1434, maxLength: 1434 }), (landmarks) => {
				const first = decodeEntry(bytesOf(FIRST[2]));
				if (first.kind !== 'photograph') throw new Error('not the photograph');
				const observation = { ...first.observation!, landmarks };
				const again = decodeEntry(encodeEntry({ ...first, observation }));
				expect(again).toMatchObject({ observation: { landmarks } });
			}),
			{ numRuns: 5 }
		);
	});

	it('of a newer app is refused as such', () => {
		const newer = { ...cover, version: RECORD_VERSION + 1, card: 'of another shape' };
		expect(codeOf(bytesOf(newer))).toBe('vault.newer-version');
	});

	it.each([
		['no JSON', Uint8Array.of(0xff, 0xfe, 0x00)],
		['nothing', new Uint8Array()],
		['null', bytesOf(null)],
		['a list', bytesOf([1])],
		['no version', bytesOf({ ...cover, version: undefined })],
		['an unknown kind', bytesOf({ ...cover, kind: 'lid' })],
		['a card without a name', bytesOf({ ...cover, card: { ...card, name: '   ' } })],
		['a day that is none', bytesOf({ ...cover, followUp: '1984-13-01' })],
		['a note by nobody', bytesOf({ version: 1, kind: 'note', text: '' })]
	])('that is %s is damaged', (_, bytes) => {
		expect(codeOf(bytes)).toBe('vault.record-damaged');
	});

	it('that could not be opened again is not written', () => {
		const note = decodeEntry(bytesOf(FIRST[4]));
		if (note.kind !== 'note') throw new Error('not the note');
		expect(() => encodeEntry({ ...note, text: 'x'.repeat(20_001) })).toThrow('unexpected');
	});

	it('says nothing of its content in an error', () => {
		const bytes = bytesOf({ ...cover, card: { ...card, born: 'SECRET' }, thumbnail: ID });
		let said: unknown = null;
		try {
			decodeEntry(bytes);
		} catch (error) {
			said = error;
		}
		if (!isAppError(said, 'vault.record-damaged')) throw new Error('was not refused');
		expect(said.cause).toBeUndefined();
		expect(JSON.stringify([said.message, said.details, said.stack])).not.toMatch(/SECRET|Ångström/);
	});
});
