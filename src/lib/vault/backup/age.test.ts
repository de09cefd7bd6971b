/** The outer layer against another implementation of the format: the `age` command. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { afterAll, describe, expect, it } from 'vitest';
import { ageOrSay } from '../../../../tests/support/age.ts';
import { refusalOf } from '../../../../tests/support/refusal.ts';
import { concat, utf8, type Bytes } from '../bytes.ts';
import { decrypt, encrypt, lockOf, newOwnerKey, type AgeOpener, type AgeRecipient } from './age.ts';

const folder = mkdtempSync(join(tmpdir(), 'vultus-age-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PASSPHRASE = 'anna walks to the harbour';
const forPassphrase = () => ({ kind: 'passphrase', passphrase: utf8(PASSPHRASE) }) as const;
/** Around the chunks of the format, 64 KiB each. */
const LENGTHS = [0, 1, 65_535, 65_536, 65_537, 200_000];

const bytesOf = (length: number): Bytes =>
	Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 251);

async function* parts(bytes: Bytes): AsyncGenerator<Bytes> {
	for (let at = 0; at < bytes.length; at += 50_000) {
		yield await Promise.resolve(bytes.slice(at, at + 50_000));
	}
}

async function all(chunks: AsyncIterable<Bytes>): Promise<Bytes> {
	const found: Bytes[] = [];
	for await (const chunk of chunks) found.push(chunk);
	return concat(...found);
}

async function sealed(bytes: Bytes, to: AgeRecipient): Promise<Bytes> {
	return all((await encrypt(parts(bytes), to)).chunks);
}

const opened = async (file: Bytes, opener: AgeOpener): Promise<Bytes> =>
	all(await decrypt(new Blob([file]), opener, () => Promise.resolve()));

describe('an age file', () => {
	it.each(LENGTHS)(
		'of %i bytes opens with the owner’s key and with its own key',
		async (length) => {
			const { identity, recipient } = await newOwnerKey();
			const bytes = bytesOf(length);
			const { chunks, fileKey } = await encrypt(parts(bytes), { kind: 'owner-key', recipient });
			const file = await all(chunks);
			expect(await opened(file, { kind: 'owner-key', identity })).toEqual(bytes);
			expect(await opened(file, { kind: 'file-key', fileKey })).toEqual(bytes);
			expect(await lockOf(new Blob([file]))).toBe('owner-key');
			const other = await sealed(bytes, { kind: 'owner-key', recipient });
			expect(await refusalOf(opened(other, { kind: 'file-key', fileKey }), 'opened')).toBe(
				'backup.other-file'
			);
		}
	);

	describe('for a passphrase', () => {
		const bytes = bytesOf(100);
		let file: Bytes;

		it('opens with it and with its own key, and with no other passphrase', async () => {
			const given = forPassphrase();
			const { chunks, fileKey } = await encrypt(parts(bytes), given);
			expect(given.passphrase.every((byte) => byte === 0)).toBe(true);
			file = await all(chunks);
			expect(await opened(file, forPassphrase())).toEqual(bytes);
			expect(await opened(file, { kind: 'file-key', fileKey })).toEqual(bytes);
			expect(await lockOf(new Blob([file]))).toBe('passphrase');
			const wrong = { kind: 'passphrase', passphrase: utf8('ben') } as const;
			expect(await refusalOf(opened(file, wrong), 'opened')).toBe('backup.wrong-passphrase');
		});

		it('is that of typage, either way round', async () => {
			const theirs = new Encrypter();
			theirs.setPassphrase(PASSPHRASE);
			theirs.setScryptWorkFactor(12);
			const other = new Uint8Array(await theirs.encrypt(bytes));
			expect(await opened(other, forPassphrase())).toEqual(bytes);
			const decrypter = new Decrypter();
			decrypter.addPassphrase(PASSPHRASE);
			expect(await decrypter.decrypt(file)).toEqual(bytes);
		});

		it.each(['21', '018', '1e1', '0'])('that asks for work %s is refused', async (work) => {
			const text = Array.from(file, (byte) => String.fromCharCode(byte)).join('');
			const asking = text.replace(/^(-> scrypt \S+) 18$/m, `$1 ${work}`);
			expect(asking).not.toBe(text);
			const changed = Uint8Array.from(asking, (letter) => letter.charCodeAt(0));
			expect(await refusalOf(opened(changed, forPassphrase()), 'opened')).toBe('backup.damaged');
		});
	});
});

describe.skipIf(!ageOrSay())('the age command', () => {
	const path = (name: string): string => join(folder, name);

	it('opens what was written for an owner’s key', async () => {
		const { identity, recipient } = await newOwnerKey();
		writeFileSync(path('key'), `# public key: ${recipient}\n${identity}\n`);
		for (const length of LENGTHS) {
			const bytes = bytesOf(length);
			const input = await sealed(bytes, { kind: 'owner-key', recipient });
			const out = execFileSync('age', ['-d', '-i', path('key')], { input });
			expect(new Uint8Array(out)).toEqual(bytes);
		}
	});

	it('writes what opens here, for a key that it made', async () => {
		execFileSync('age-keygen', ['-o', path('made')], { stdio: 'ignore' });
		const identity = readFileSync(path('made'), 'utf8');
		const recipient = execFileSync('age-keygen', ['-y', path('made')], { encoding: 'utf8' });
		for (const length of LENGTHS) {
			const bytes = bytesOf(length);
			const file = execFileSync('age', ['-r', recipient.trim()], { input: bytes });
			expect(await opened(new Uint8Array(file), { kind: 'owner-key', identity })).toEqual(bytes);
		}
	});

	it('opens what was written for a passphrase', async () => {
		const bytes = bytesOf(1000);
		writeFileSync(path('file'), await sealed(bytes, forPassphrase()));
		// It asks the terminal, and nothing else: `script` gives it one.
		const command = `age -d -o ${path('out')} ${path('file')}`;
		execFileSync('script', ['-qec', command, '/dev/null'], { input: `${PASSPHRASE}\n` });
		expect(new Uint8Array(readFileSync(path('out')))).toEqual(bytes);
	});
});
