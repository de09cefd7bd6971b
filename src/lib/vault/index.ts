export { lockOf, newOwnerKey, requireRecipient } from './backup/age.ts';
export { newId } from './ids.ts';
export { passphraseBytes } from './passphrase-bytes.ts';
export {
	openSealed,
	openWithKit,
	recipientOf,
	sealFile,
	sealForKit,
	sealTo,
	type FileLock
} from './sealed.ts';
export { openDatabase, Store } from './store.ts';
export * from './types.ts';
export { Vault } from './vault.ts';
export type { Heard } from './writer.ts';
