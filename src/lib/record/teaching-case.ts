/**
 * A case for teaching, or to be published, as it leaves the vault: a list of what may stand in it, so that nothing else can. Made inside
 * the worker; what may be in it is read by the page as well.
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { dayAt } from '../intake/index.ts';
import { identifyingIn, type CaseUse, type Known } from '../rights/index.ts';
import { treatedDaysIn, type Kept } from './folder.ts';
import { ageAt, cardIn } from './history-in.ts';
import { STANDARD_VIEWS } from './schema.ts';
import { line, text } from './schema-parts.ts';
import { planIn } from './treatment-plan.ts';
import { jsonBytes, newZip } from './zip.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const FORMAT = 'vultus-teaching-case';
const FORMAT_VERSION = 2;

const years = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200));

const caseSchema = v.strictObject({
	/** Years, both included; `to` is null of the oldest. Null where no age is known. */
	age: v.nullable(v.strictObject({ from: years, to: v.nullable(years) })),
	pictures: v.pipe(
		v.array(
			v.strictObject({
				view: v.picklist([...STANDARD_VIEWS, 'frontal', 'oblique', 'profile']),
				isIllustration: v.boolean(),
				/** Since the last treatment; null where there was none before. */
				week: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
			})
		),
		v.minLength(1),
		v.readonly()
	),
	/** Without lots and without where it was bought. */
	done: v.pipe(
		v.array(
			v.strictObject({
				/** Of the catalogue; null where it is none of it. */
				treatment: v.nullable(line),
				product: line,
				amount: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
				unit: line
			})
		),
		v.readonly()
	),
	/** Typed for this case. */
	text
});

/** All that a case says. */
export type TeachingCase = v.InferOutput<typeof caseSchema>;

export type NewTeachingCase = {
	readonly consultation: string;
	/** What it leaves for, and for nothing else. */
	readonly use: CaseUse;
	readonly content: TeachingCase;
	/** Each of its pictures: a labelled JPEG file with nothing beside its pixels. */
	readonly pictures: readonly Bytes[];
	/** The same for people, HTML; it shows the files that `pictureFile` names. */
	readonly readable: Bytes;
};

/** What a visit has for a case; what of it is taken is for people to say. */
export type TeachingOffer = Pick<TeachingCase, 'age' | 'done'>;

/** Counted from 0. */
export function pictureFile(at: number): string {
	return `pictures/${String(at + 1).padStart(2, '0')}.jpg`;
}

const OF_AGE = 18;
const DECADE = 10;
const OLDEST = 80;

/** Ten years, but for who is under 18, not yet 20, or 80 and older. */
function ageBand(age: number): { readonly from: number; readonly to: number | null } {
	if (age < OF_AGE) return { from: 0, to: OF_AGE - 1 };
	if (age >= OLDEST) return { from: OLDEST, to: null };
	const from = Math.floor(age / DECADE) * DECADE;
	return { from: Math.max(from, OF_AGE), to: from + DECADE - 1 };
}

export function teachingOffer(entries: readonly Kept[], consultation: string): TeachingOffer {
	const visit = entries.find(({ id }) => id === consultation)?.entry;
	const at = visit?.kind === 'consultation' ? visit.startedAt : null;
	const age = at === null ? null : ageAt(cardIn(entries)?.born ?? null, at);
	const items = planIn(entries, consultation)?.entry.items ?? [];
	return {
		age: age === null || age < 0 ? null : ageBand(age),
		done: items.map(({ treatment, product, amount, unit }) => ({
			treatment,
			product,
			amount,
			unit
		}))
	};
}

const DAY_MS = 86_400_000;
const WEEK = 7;

/**
 * How many whole weeks after the last treatment something was, 0 on its day; null where there was none before.
 * `at`: milliseconds since 1970.
 */
export function weekAt(entries: readonly Kept[], at: number): number | null {
	const day = dayAt(at);
	const last = treatedDaysIn(entries).findLast((treated) => treated <= day);
	if (last === undefined) return null;
	return Math.floor(Math.round((Date.parse(day) - Date.parse(last)) / DAY_MS) / WEEK);
}

/** Whom a case may not tell of: the patient, as every card had them, next of kin, and who works here. */
export function knownIn(entries: readonly Kept[], people: readonly string[]): Known {
	const cards = entries.flatMap(({ entry }) => {
		if (entry.kind === 'cover') return entry.card ?? [];
		return entry.kind === 'card-change' ? [entry.before] : [];
	});
	const kin = cards.flatMap(({ nextOfKin }) => nextOfKin ?? []);
	return {
		names: [...cards.map(({ name }) => name), ...kin.map(({ name }) => name), ...people],
		numbers: cards.map(({ number }) => number),
		contacts: [
			...cards.flatMap(({ contact }) => [contact.phone, contact.email, contact.address]),
			...kin.map(({ contact }) => contact)
		]
	};
}

/**
 * The case as a zip file. Errors: AppError `teaching.identifies` where what was typed tells of somebody;
 * `unexpected` where it is anything but a case.
 */
export async function packedCase(
	{ use, content, pictures, readable }: NewTeachingCase,
	known: Known
): Promise<Bytes> {
	const checked = v.safeParse(caseSchema, content);
	if (!checked.success || pictures.length !== checked.output.pictures.length) {
		throw new AppError('unexpected');
	}
	const { done, text: typed } = checked.output;
	const words = [typed, ...done.flatMap(({ product, unit }) => [product, unit])].join('\n');
	const [what] = identifyingIn(words, known);
	if (what !== undefined) throw new AppError('teaching.identifies', { details: { what } });
	const { add, end } = await newZip();
	add('case.html', readable, true);
	for (const [at, picture] of pictures.entries()) add(pictureFile(at), picture, false);
	const files = checked.output.pictures.map((one, at) => ({ ...one, file: pictureFile(at) }));
	const data = { ...checked.output, pictures: files };
	add(
		'case.json',
		jsonBytes({ format: FORMAT, formatVersion: FORMAT_VERSION, use, ...data }),
		true
	);
	return end();
}
