import { ascii, joined } from '../../../src/lib/photo/bytes.ts';
import { CUTS, type Entry, type Verdict } from '../entry.ts';
import { AV1, AV1_10_BIT, AV1_GREY, HEVC, HEVC_10_BIT, type Coded } from '../writers/coded.ts';
import {
	box,
	clap,
	fileType,
	heif,
	iccColour,
	imir,
	irot,
	ispe,
	sequence,
	type HeifOptions
} from '../writers/heif.ts';
import { DISPLAY_P3, p3InSrgb } from '../writers/icc.ts';
import {
	flipped,
	heightOf,
	mirrored,
	QUILT,
	recoloured,
	turnedLeft,
	widthOf,
	type Quilt
} from '../writers/quilt.ts';

const truncated: Verdict = { refused: 'photo.truncated' };
const damaged: Verdict = { refused: 'photo.decode-failed' };
const SIZE = ispe(widthOf(QUILT), heightOf(QUILT));

function entriesOf(opens: 'avif' | 'heic', coded: Coded, deep: Coded): Entry[] {
	const kind = opens.toUpperCase();
	const showing = (shows: Quilt, tolerance = coded.tolerance): Verdict => ({
		opens,
		width: widthOf(shows),
		height: heightOf(shows),
		shows,
		tolerance
	});
	const opened = (name: string, shows: Quilt, options: HeifOptions): Entry => ({
		name: `${kind} ${name}`,
		make: () => heif(coded, options),
		verdict: showing(shows)
	});
	const refused = (name: string, verdict: Verdict, options: HeifOptions): Entry => ({
		name: `${kind} ${name}`,
		make: () => heif(coded, options),
		verdict
	});
	const twice = turnedLeft(turnedLeft(QUILT));

	return [
		opened('as it is', QUILT, {}),
		{ name: `${kind} of 10 bits`, make: () => heif(deep), verdict: showing(QUILT) },
		opened('turned by a quarter', turnedLeft(QUILT), { properties: [SIZE, irot(1)] }),
		opened('turned by a half', twice, { properties: [SIZE, irot(2)] }),
		opened('turned by three quarters', turnedLeft(twice), { properties: [SIZE, irot(3)] }),
		opened('flipped', flipped(QUILT), { properties: [SIZE, imir(0)] }),
		opened('mirrored', mirrored(QUILT), { properties: [SIZE, imir(1)] }),
		opened('turned, then mirrored', mirrored(turnedLeft(QUILT)), {
			properties: [SIZE, irot(1), imir(1)]
		}),
		{
			name: `${kind} in Display P3`,
			make: () => heif(coded, { properties: [SIZE, iccColour(DISPLAY_P3)] }),
			verdict: showing(recoloured(QUILT, p3InSrgb), coded.tolerance + 8)
		},
		...CUTS.map((share) => ({
			name: `${kind} of which ${share * 100} % arrived`,
			make: () => {
				const whole = heif(coded);
				return whole.slice(0, Math.max(12, Math.floor(whole.length * share)));
			},
			verdict: truncated
		})),
		refused('whose picture lies behind the end of the file', truncated, { shift: 1 }),
		refused('without a primary picture', damaged, { hasPrimary: false }),
		refused('that does not say its size', damaged, { properties: [] }),
		refused(
			'of 60000 × 60000 in its header',
			{ refused: 'photo.too-wide', details: { width: 60_000, height: 60_000, limit: 16384 } },
			{ properties: [ispe(60_000, 60_000)] }
		),
		refused(
			'of 100 megapixels in its header',
			{ refused: 'photo.too-many-pixels' },
			{ properties: [ispe(10_000, 10_000)] }
		),
		refused(
			'with an enormous second picture',
			{ refused: 'photo.too-wide' },
			{ properties: [SIZE, ispe(30_000, 30_000)] }
		),
		{
			// Arithmetic coding gives every sequence of bits a meaning.
			name: `${kind} whose coded data are noise`,
			make: () => {
				const data = coded.data.map((byte, index) => (index < 16 ? byte : (index * 89) & 0xff));
				return heif({ ...coded, data });
			},
			verdict: { opens, width: 96, height: 64 }
		}
	];
}

const shown = { width: 96, height: 64, shows: QUILT } as const;
const avif: Verdict = { opens: 'avif', ...shown, tolerance: AV1.tolerance };
const heic: Verdict = { opens: 'heic', ...shown, tolerance: HEVC.tolerance };
const CROPPED: Quilt = { columns: 4, rows: 2, at: (x, y) => QUILT.at(x + 1, y + 1) };

/** Where the two codecs part. */
const differing: Entry[] = [
	{
		name: 'HEIC cropped by its container',
		make: () => heif(HEVC, { properties: [SIZE, clap(64, 32)] }),
		verdict: { ...heic, width: 64, height: 32, shows: CROPPED }
	},
	{
		name: 'AVIF cropped by its container, which browsers ignore',
		make: () => heif(AV1, { properties: [SIZE, clap(64, 32)] }),
		verdict: avif
	},
	{
		name: 'HEIC with only the general brands',
		make: () => heif(HEVC, { brands: ['mif1', 'mif1', 'miaf'] }),
		verdict: heic
	},
	{
		name: 'AVIF without its own brand',
		make: () => heif(AV1, { brands: ['mif1', 'mif1', 'miaf'] }),
		verdict: damaged
	},
	...[ispe(960, 640), ispe(48, 48)].map((property, index) => ({
		name: `HEIC that says it is ${['larger', 'smaller'][index]} than it is`,
		make: () => heif(HEVC, { properties: [property] }),
		verdict: damaged
	})),
	{
		name: 'AVIF that asks to be shown larger than it is coded',
		make: () => heif(AV1, { properties: [ispe(192, 128)] }),
		verdict: { opens: 'avif', width: 192, height: 128 }
	}
];

const others: Entry[] = [
	{
		name: 'AVIF sequence of two frames',
		make: () => sequence(AV1, AV1_GREY),
		verdict: { ...avif, notices: ['first-frame-only'] }
	},
	{
		name: 'HEIF with a JPEG 2000 inside',
		make: () => heif(HEVC, { brands: ['mif1', 'j2ki'], item: 'j2k1' }),
		verdict: { refused: 'photo.unsupported-kind', details: { kind: 'heif' } }
	},
	{
		name: 'HEIF of boxes within boxes that never end',
		make: () =>
			joined(fileType('heic', 'mif1'), box('meta', new Uint8Array(4), ascii('\0\0\0\x02iprp'))),
		verdict: damaged
	},
	{
		name: 'HEIF that is only a file type',
		make: () => fileType('heic', 'mif1'),
		verdict: damaged
	},
	{
		name: 'HEIC with a ZIP archive behind it',
		make: () => joined(heif(HEVC), box('free', ascii('PK\x03\x04CANARY'))),
		verdict: heic
	}
];

export const HEIF_ENTRIES: readonly Entry[] = [
	...entriesOf('avif', AV1, AV1_10_BIT),
	...entriesOf('heic', HEVC, HEVC_10_BIT),
	...differing,
	...others
];
