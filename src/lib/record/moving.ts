/** What is in one folder as it is to stand in another: the same, under ids of its own. */
import { derivedId } from './derived-id.ts';
import type { Kept } from './folder.ts';
import type { Entry } from './types.ts';

/** From an id in the one folder to that in the other. */
export type NewIds = Readonly<Record<string, string>>;

/**
 * They follow from the old ones and the folder, so that a move which was interrupted and is made
 * again writes the same entries, not second ones.
 */
export async function newIds(ids: readonly string[], folder: string): Promise<NewIds> {
	const pairs = ids.map(async (id) => [id, await derivedId(`${id} moved to ${folder}`)] as const);
	return Object.fromEntries(await Promise.all(pairs));
}

const MOVABLE: readonly Entry['kind'][] = [
	'consultation',
	'consent',
	'concerns',
	'answers',
	'talk',
	'advice',
	'treatment-plan',
	'handover',
	'postponement',
	'signature',
	'withdrawal',
	'referral',
	'purpose',
	'release',
	'request',
	'request-step',
	'restriction',
	'hold',
	'imported',
	'card-change',
	'photograph',
	'study',
	'note',
	'statement',
	'outcome',
	'unit',
	'lead',
	'hold',
	'complaint',
	'complaint-step',
	'disclosure',
	'controller'
];

/** Cover and audit trail stay: they are the folder's own. */
export function isMovable({ entry }: Kept): boolean {
	return MOVABLE.includes(entry.kind);
}

/** The assets that an entry names. */
export function picturesIn(entry: Entry): readonly string[] {
	if (entry.kind === 'photograph') return [entry.asset, entry.thumbnail];
	return entry.kind === 'signature' ? entry.pictures.map(({ asset }) => asset) : [];
}

export function moved({ id, entry }: Kept, ids: NewIds): Kept {
	return { id: ids[id] ?? id, entry: withIds(entry, (old) => ids[old] ?? old) };
}

function withIds(entry: Entry, to: (id: string) => string): Entry {
	const orNull = (id: string | null): string | null => (id === null ? null : to(id));
	switch (entry.kind) {
		case 'photograph':
			return {
				...entry,
				consultation: to(entry.consultation),
				asset: to(entry.asset),
				thumbnail: to(entry.thumbnail)
			};
		case 'lead':
		case 'outcome':
		case 'release':
			return { ...entry, consultation: orNull(entry.consultation) };
		case 'unit':
		case 'consent':
		case 'concerns':
		case 'answers':
		case 'talk':
		case 'advice':
		case 'treatment-plan':
		case 'handover':
		case 'referral':
		case 'controller':
			return { ...entry, consultation: to(entry.consultation) };
		case 'request-step':
			return { ...entry, request: to(entry.request) };
		case 'statement':
			return { ...entry, note: to(entry.note) };
		case 'complaint-step':
			return { ...entry, complaint: to(entry.complaint) };
		case 'postponement':
			return {
				...entry,
				consultation: to(entry.consultation),
				handover: to(entry.handover)
			};
		case 'signature':
			return {
				...entry,
				consultation: to(entry.consultation),
				handover: to(entry.handover),
				pictures: entry.pictures.map((picture) => ({ ...picture, asset: to(picture.asset) }))
			};
		case 'withdrawal':
			return {
				...entry,
				consultation: to(entry.consultation),
				signature: to(entry.signature)
			};
		case 'study':
			return { ...entry, photograph: to(entry.photograph) };
		case 'note':
			return { ...entry, consultation: orNull(entry.consultation), amends: orNull(entry.amends) };
		default:
			return entry;
	}
}
