export {
	BASES,
	isObjected,
	offeredFields,
	RECIPIENTS,
	SHARED_FIELDS,
	type Basis,
	type RecipientKind,
	type SharedField
} from './disclosing.ts';
export { yearsAfter } from './calendar.ts';
export {
	areLandmarksDue,
	fateOf,
	mainClassOf,
	mayBeDue,
	mayErase,
	standingsOf
} from './standing.ts';
export { DEFAULT_CHOICE, tableOf } from './table.ts';
export {
	RECORD_CLASSES,
	type Choice,
	type Fate,
	type FolderFacts,
	type RecordClass,
	type Refusal,
	type Span,
	type Standing,
	type Table
} from './types.ts';
