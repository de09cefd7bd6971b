/**
 * `node src/backend/vectors/make-lease.ts` writes lease.json: what every party to a lease must agree on.
 * Written apart from the app and from the server, on Node's own cryptography, so that a mistake in
 * either shows. All keys here are made from fixed seeds and used nowhere else.
 */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Fields = Record<string, Json>;

const DAY = 86_400;
const NOW = 1_800_000_000;
const GRACE = 3 * DAY;

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

function canonical(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const keys = Object.keys(value).sort();
	return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

function ed25519(seed: string): {
	readonly secret: KeyObject;
	readonly raw: Buffer;
	readonly kid: string;
} {
	const pkcs8 = Buffer.concat([
		Buffer.from('302e020100300506032b657004220420', 'hex'),
		sha256(seed)
	]);
	const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
	const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
	return { secret, raw, kid: b64(sha256(raw)).slice(0, 8) };
}

const current = ed25519('vectors: current');
const next = ed25519('vectors: next');
const foreign = ed25519('vectors: not pinned');

const TYPE = 'vultus-lease/1';

const good: Fields = {
	typ: TYPE,
	kid: current.kid,
	iss: 'app.example',
	aud: 'vultus-app',
	cli: 'clinic000000001',
	dev: 'device000000001',
	jkt: b64(sha256('a device key')),
	iat: NOW,
	nbf: NOW,
	exp: NOW + 7 * DAY,
	grace: GRACE,
	plan: 'practice',
	feat: ['simulate', 'compare', 'export'],
	grant: { unit: 'visit', from: 1201, to: 1500 },
	ack: { seq: 1187, head: b64(sha256('a head')) },
	policy: { ver: 9, sha256: b64(sha256('a policy')) },
	prov: false,
	srv: b64(sha256('random').subarray(0, 16))
};

const signed = (body: Uint8Array | string, key = current, type = TYPE): string => {
	const text = `${b64(type)}.${b64(body)}`;
	return `${text}.${b64(sign(null, Buffer.from(text), key.secret))}`;
};
const tokenOf = (payload: Fields, key = current): string => signed(canonical(payload), key);
const withFields = (fields: Fields): Fields => ({ ...good, ...fields });
const without = (field: string): Fields =>
	Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
const goodToken = tokenOf(good);
const [head = '', body = '', mark = ''] = goodToken.split('.');
const goodText = canonical(good);

type Case = { name: string; token: string; payload?: Json; refused?: string };
const cases: Case[] = [];
const accept = (name: string, payload: Fields, key = current): void => {
	cases.push({ name, token: tokenOf(payload, key), payload });
};
const refuse = (name: string, refused: string, token: string): void => {
	cases.push({ name, token, refused });
};

accept('good', good);
accept('signed by the next key', withFields({ kid: next.kid }), next);
accept('without a limit', withFields({ grant: { unit: 'visit', from: 1, to: null } }));
accept(
	'provisional',
	withFields({ prov: true, grace: 0, exp: NOW + DAY, grant: { unit: 'visit', from: 1, to: 5 } })
);
accept('thirty days', withFields({ exp: NOW + 30 * DAY }));
accept('with trails that are signed for', withFields({ trl: b64(sha256('trails')) }));
accept('one day', withFields({ exp: NOW + DAY }));
accept('nothing left in the grant', withFields({ grant: { unit: 'visit', from: 1501, to: 1500 } }));
accept('a plan in other letters', withFields({ plan: 'Zoë Ångström — 診療所 😀' }));
accept('a plan that needs escapes', withFields({ plan: 'a"b\\c\u0001/d' }));
accept('no features', withFields({ feat: [] }));
accept(
	'the largest safe number',
	withFields({ policy: { ver: Number.MAX_SAFE_INTEGER, sha256: '' } })
);

refuse('signed by a key that is not pinned', 'signature', tokenOf(good, foreign));
refuse(
	'a foreign key under the current kid',
	'signature',
	tokenOf(withFields({ kid: current.kid }), foreign)
);
refuse('the next key under the current kid', 'kid', tokenOf(good, next));
refuse('an unknown kid', 'kid', tokenOf(withFields({ kid: 'zzzzzzzz' })));
refuse('trails that are no hash', 'payload', tokenOf(withFields({ trl: 'AAAA' })));
refuse('an empty kid', 'payload', tokenOf(withFields({ kid: '' })));

for (const field of Object.keys(good)) {
	// One bit of the field's value, in the signed text.
	const at = Buffer.from(goodText).indexOf(`"${field}":`) + field.length + 4;
	const bytes = Buffer.from(goodText);
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	refuse(`a flipped bit in ${field}`, 'signature', `${head}.${b64(bytes)}.${mark}`);
}
for (const field of Object.keys(good)) {
	refuse(`without ${field}`, 'payload', tokenOf(without(field)));
}
{
	const bytes = Buffer.from(mark, 'base64url');
	for (const at of [0, 31, 32, 63]) {
		const flipped = Buffer.from(bytes);
		flipped[at] = (flipped[at] ?? 0) ^ 1;
		refuse(
			`a flipped bit in byte ${at} of the signature`,
			'signature',
			`${head}.${body}.${b64(flipped)}`
		);
	}
	refuse('half a signature', 'signature', `${head}.${body}.${b64(bytes.subarray(0, 32))}`);
	refuse('no signature', 'signature', `${head}.${body}.`);
	refuse(
		'a longer signature',
		'signature',
		`${head}.${body}.${b64(Buffer.concat([bytes, bytes]))}`
	);
	refuse('a signature of zeros', 'signature', `${head}.${body}.${b64(Buffer.alloc(64))}`);
	// s + L: the same signature to whoever does not check that s is below the group's order.
	const order = 2n ** 252n + 27742317777372353535851937790883648493n;
	const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order;
	const high = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
	refuse(
		'a signature that was made malleable',
		'signature',
		`${head}.${body}.${b64(Buffer.concat([bytes.subarray(0, 32), high]))}`
	);
	refuse(
		'signed over the payload alone',
		'signature',
		`${head}.${body}.${b64(sign(null, Buffer.from(goodText), current.secret))}`
	);
}

for (const alg of ['none', 'HS256', 'EdDSA']) {
	refuse(`an alg of ${alg} in the payload`, 'payload', tokenOf(withFields({ alg })));
	const header = b64(JSON.stringify({ alg, typ: 'JWT' }));
	refuse(`a JWT of alg ${alg}`, 'type', `${header}.${body}.${alg === 'none' ? '' : mark}`);
}
{
	const text = `${head}.${body}`;
	const hmac = createHash('sha256').update(current.raw).update(text).digest();
	refuse('hashed with the public key as the secret', 'signature', `${text}.${b64(hmac)}`);
}

refuse('another typ in the first part', 'type', signed(goodText, current, 'vultus-lease/2'));
refuse('another typ in the payload', 'payload', tokenOf(withFields({ typ: 'vultus-lease/2' })));
refuse('another aud', 'payload', tokenOf(withFields({ aud: 'vultus-console' })));
refuse('a list as aud', 'payload', tokenOf(withFields({ aud: ['vultus-app'] })));
refuse('an iss that is empty', 'payload', tokenOf(withFields({ iss: '' })));

refuse('exp before iat', 'payload', tokenOf(withFields({ exp: NOW - 1 })));
refuse('nbf after exp', 'payload', tokenOf(withFields({ nbf: NOW + 8 * DAY })));
refuse('longer than thirty days', 'payload', tokenOf(withFields({ exp: NOW + 30 * DAY + 1 })));
refuse('more grace than three days', 'payload', tokenOf(withFields({ grace: GRACE + 1 })));
refuse('a negative time', 'payload', tokenOf(withFields({ iat: -1 })));
refuse('a time as text', 'payload', tokenOf(withFields({ exp: String(NOW + DAY) })));
refuse(
	'a grant of another unit',
	'payload',
	tokenOf(withFields({ grant: { unit: 'photograph', from: 1, to: 5 } }))
);
refuse(
	'a grant from 0',
	'payload',
	tokenOf(withFields({ grant: { unit: 'visit', from: 0, to: 5 } }))
);
refuse(
	'a grant with more in it',
	'payload',
	tokenOf(withFields({ grant: { unit: 'visit', from: 1, to: 5, extra: 1 } }))
);
refuse(
	'a grant without an end',
	'payload',
	tokenOf(withFields({ grant: { unit: 'visit', from: 1 } }))
);
refuse('prov as a number', 'payload', tokenOf(withFields({ prov: 1 })));
refuse('a short hash', 'payload', tokenOf(withFields({ jkt: b64(Buffer.alloc(31)) })));
refuse('an unknown field', 'payload', tokenOf(withFields({ admin: true })));
refuse('a prototype as a field', 'payload', signed(`{"__proto__":{},${goodText.slice(1)}`));
refuse('a list', 'payload', signed('[]'));
refuse('null', 'payload', signed('null'));

const replaced = (from: string, to: string) => signed(goodText.replace(from, to));
refuse(
	'a number over 2^53',
	'canonical',
	replaced(`"exp":${NOW + 7 * DAY}`, '"exp":9007199254740993')
);
refuse(
	'a number over 2^64',
	'canonical',
	replaced(`"exp":${NOW + 7 * DAY}`, '"exp":18446744073709551617')
);
refuse('a fraction', 'canonical', replaced('"grace":259200', '"grace":259200.5'));
refuse(
	'a whole number written as a fraction',
	'canonical',
	replaced('"grace":259200', '"grace":259200.0')
);
refuse('a number with an exponent', 'canonical', replaced('"grace":259200', '"grace":2592e2'));
refuse('minus nought', 'canonical', replaced('"grace":259200', '"grace":-0'));
refuse('a key twice', 'canonical', replaced('"grace":259200', '"grace":259200,"grace":259200'));
refuse(
	'a key twice with another value',
	'canonical',
	replaced('"prov":false', '"prov":false,"prov":true')
);
refuse('white space', 'canonical', replaced('"prov":false', '"prov": false'));
refuse('keys in another order', 'canonical', signed(JSON.stringify(good)));
refuse('an escape where none is needed', 'canonical', replaced('"practice"', '"\\u0070ractice"'));
refuse('a byte order mark', 'canonical', signed(`\ufeff${goodText}`));
refuse(
	'bytes that are no UTF-8',
	'canonical',
	signed(Buffer.concat([Buffer.from(goodText.slice(0, -1)), Buffer.from([0xff])]))
);
refuse('something behind it', 'canonical', signed(`${goodText} `));
refuse('nothing', 'canonical', signed(''));
refuse('no JSON', 'canonical', signed('lease'));

refuse('padded', 'encoding', `${head}.${body}.${mark}==`);
refuse(
	'stray bits at the end of the signature',
	'encoding',
	`${head}.${body}.${mark.slice(0, -1)}${mark.endsWith('g') ? 'h' : String.fromCharCode(mark.charCodeAt(85) + 1)}`
);
refuse('a letter of plain base64', 'encoding', `${head}.${body}.+${mark.slice(1)}`);
refuse('a line break', 'encoding', `${head}.${body}.${mark}\n`);
refuse('an impossible length', 'encoding', `${head}.${body}.${mark.slice(0, 85)}`);
refuse('the first part padded', 'type', `${head}=.${body}.${mark}`);
refuse('two parts', 'shape', `${head}.${body}`);
refuse('four parts', 'shape', `${goodToken}.${mark}`);
refuse('an empty text', 'shape', '');
refuse('more than 2 kB', 'too-long', tokenOf(withFields({ iss: 'x'.repeat(2048) })));

/** One device's chain, with its head after each use. */
const DEVICE = 'device000000001';
const uses = [
	{ at: NOW, serial: 1, kind: 1 },
	{ at: NOW, serial: 2, kind: 1 },
	{ at: NOW + 40, serial: 7, kind: 1 },
	{ at: 0, serial: 8, kind: 2 },
	{ at: NOW + 2 ** 33, serial: Number.MAX_SAFE_INTEGER, kind: 1 }
];
const u64 = (value: number): Buffer => {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return bytes;
};
let last: Buffer = sha256(`vultus-use/1${DEVICE}`);
const chain = {
	device: DEVICE,
	first: b64(last),
	uses: uses.map((use, index) => {
		const receipt = { seq: index + 1, ...use, random: b64(sha256(`use ${index}`).subarray(0, 16)) };
		last = sha256(
			Buffer.concat([
				Buffer.from('vultus-use/1'),
				last,
				u64(receipt.seq),
				u64(receipt.at),
				u64(receipt.serial),
				Buffer.from([receipt.kind]),
				Buffer.from(receipt.random, 'base64url')
			])
		);
		return { ...receipt, head: b64(last) };
	})
};

/** What a device signs: the text, not its signature, which ECDSA makes anew each time. */
const request: Fields = {
	requestId: b64(sha256('request').subarray(0, 16)),
	device: DEVICE,
	nonce: b64(sha256('nonce').subarray(0, 16)),
	clock: NOW,
	seq: 1,
	head: chain.uses[0]?.head ?? '',
	receipts: chain.uses.slice(0, 1).map(({ head: _, ...receipt }) => receipt)
};
const renewal = { request, text: `vultus-renew/1\n${canonical(request)}` };

const keys = { [current.kid]: b64(current.raw), [next.kid]: b64(next.raw) };
const file = fileURLToPath(new URL('lease.json', import.meta.url));
writeFileSync(file, `${JSON.stringify({ now: NOW, keys, cases, chain, renewal }, null, '\t')}\n`);
console.log(`${cases.length} tokens, ${chain.uses.length} uses`);
