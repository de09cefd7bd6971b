export * from './types.ts';
export type { PreparedKit } from '../vault/index.ts';
export { AutoLock } from './auto-lock.ts';
export { Desk } from './desk.svelte.ts';
export type { FolderRow } from './directory.ts';
export { PatientFile } from './patient-file.svelte.ts';
export { Patients } from './patients.svelte.ts';
export type { RecordRoom } from './protocol.ts';
export type { Strength } from './strength.ts';
