export * from './types.ts';
export { STANDARD_VIEWS } from './schema.ts';
export type { Block, Paper, PaperHead } from '../paper/index.ts';
export type { OwnerKey, PreparedKit } from '../vault/index.ts';
export { AutoLock } from './auto-lock.ts';
export { Desk, type Member } from './desk.svelte.ts';
export type { FolderRow } from './directory.ts';
export { treatmentsIn } from './folder.ts';
export type { Handed, Signed } from './handed.ts';
export type { NewIds } from './moving.ts';
export { PatientFile, type Visit, type VisitPhotograph } from './patient-file.svelte.ts';
export { Patients } from './patients.svelte.ts';
export type { AnswerRow, OpenRequest } from './privacy-in.ts';
export { PrivacyFile, type PurposeView } from './privacy-file.svelte.ts';
export type {
	Channel,
	ErasureObjection,
	Purpose,
	PurposeState,
	Right,
	Step
} from '../privacy/index.ts';
export type { Changed } from '../signing/index.ts';
export type { RecordRoom } from './protocol.ts';
export { Restoring } from './restoring.svelte.ts';
export type { Strength } from './strength.ts';
export { VisitFile } from './visit-file.svelte.ts';
export { type Question, type RaisedFlag, type VisitHistory } from './visit-history.svelte.ts';
