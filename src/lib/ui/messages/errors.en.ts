import { inLanguage } from './speak.ts';
import type { ErrorCode, ErrorDetails } from '../../errors.ts';
import type { RefusedFinding } from '../../face/index.ts';

export type ProblemWords = { readonly title: string; readonly what: string };
export type ErrorWords = ProblemWords | ((details: ErrorDetails) => ProblemWords);

const numberOf = (details: ErrorDetails, name: string, fallback: number): number => {
	const value = details[name];
	return typeof value === 'number' ? value : fallback;
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const KINDS: Readonly<Record<string, string>> = {
	gif: 'GIF pictures',
	svg: 'SVG drawings',
	tiff: 'TIFF pictures',
	pdf: 'PDF documents',
	raw: 'camera RAW files',
	bmp: 'BMP pictures',
	psd: 'Photoshop files',
	jxl: 'JPEG XL pictures',
	jp2: 'JPEG 2000 pictures',
	ico: 'icon files',
	heif: 'HEIF pictures that are neither HEIC nor AVIF',
	video: 'videos',
	zip: 'ZIP files',
	html: 'web pages'
};

const IDENTIFYING: Readonly<Record<string, string>> = {
	name: 'a name',
	number: 'a file’s number',
	contact: 'an address or a phone number',
	date: 'a date or a year'
};

/** What is wrong and what to do, for every code. */
export const ENGLISH_ERRORS: Readonly<Record<ErrorCode, ErrorWords>> = {
	'photo.empty': {
		title: 'This file is empty',
		what: 'It may not have finished copying. Copy it again or choose another photo.'
	},
	'photo.not-an-image': {
		title: 'This is not a photo',
		what: 'Choose a JPEG, PNG, WebP, AVIF or HEIC picture.'
	},
	'photo.truncated': {
		title: 'Part of this photo is missing',
		what: 'The file ends too early. Copy it again from the camera or choose another.'
	},
	'photo.unsupported-kind': (details) => ({
		title: `${sentence(KINDS[String(details['kind'])] ?? 'files of this kind')} cannot be opened`,
		what: 'Save the picture as JPEG, PNG, WebP, AVIF or HEIC and open that.'
	}),
	'photo.too-many-bytes': (details) => ({
		title: 'This file is too large',
		what: `Files up to ${numberOf(details, 'limitMiB', 40)} MB can be opened. Export a smaller copy of the photo.`
	}),
	'photo.too-many-pixels': (details) => ({
		title: 'This photo has too many pixels',
		what: `Photos up to ${numberOf(details, 'limitMP', 64)} megapixels can be opened. Export a smaller copy.`
	}),
	'photo.too-wide': (details) => ({
		title: 'This photo is too long on one side',
		what: `Each side may have up to ${numberOf(details, 'limit', 16384).toLocaleString('en-GB')} pixels. Crop it or export a smaller copy.`
	}),
	'photo.too-small': {
		title: 'This photo is too small',
		what: 'The face needs more pixels. Choose the original photo rather than a preview of it.'
	},
	'photo.decode-failed': {
		title: 'This photo cannot be read',
		what: 'The file seems damaged. Copy it again or choose another photo.'
	},
	'photo.decode-timeout': {
		title: 'This photo took too long to read',
		what: 'Close other tabs and try again, or export a smaller copy.'
	},
	'photo.read-failed': {
		title: 'The file could not be read',
		what: 'It may have been moved or not be on this device yet. Open it once in your photos app, then try again.'
	},
	'photo.heic-unavailable': {
		title: 'HEIC cannot be opened here right now',
		what: 'Check the connection and try again, or save the photo as JPEG.'
	},
	'photo.encode-failed': {
		title: 'The picture could not be written',
		what: 'Try another format, or close other tabs and try again.'
	},
	'face.none': {
		title: 'No face found',
		what: 'Choose a photo with one face, well lit and looking towards the camera.'
	},
	'face.too-small': {
		title: 'The face is too small in this photo',
		what: 'Take it again from nearer, or choose a photo with more pixels on the face.'
	},
	'camera.denied': {
		title: 'The camera is switched off for this site',
		what: 'Allow the camera in the browser’s site settings, then try again. Or open a photo instead.'
	},
	'camera.missing': {
		title: 'No camera found',
		what: 'Connect a camera, or open a photo instead.'
	},
	'camera.busy': {
		title: 'The camera is in use',
		what: 'Close the other app that uses the camera, then try again.'
	},
	'camera.failed': {
		title: 'The camera did not answer',
		what: 'Try again, or open a photo instead.'
	},
	'scan.unavailable': {
		title: 'Scanning is not available right now',
		what: 'Check the connection and try again, or type lot and expiry.'
	},
	'engine.unsupported-browser': {
		title: 'This browser is missing something',
		what: 'Update it, or use a current Chrome, Edge, Firefox or Safari.'
	},
	'engine.asset-missing': {
		title: 'A part of the app could not be loaded',
		what: 'Check the connection and try again. If it stays, reload the page.'
	},
	'engine.asset-damaged': {
		title: 'A part of the app arrived damaged',
		what: 'It was not used. Try again; if it stays, reload the page.'
	},
	'engine.offline': {
		title: 'No connection',
		what: 'The first start needs a connection. Your photo is not sent anywhere.'
	},
	'engine.renderer-lost': {
		title: 'The graphics stopped',
		what: 'Your work is safe. The picture continues with a slower method.'
	},
	'engine.no-photo': {
		title: 'There is no photo open',
		what: 'Open a photo first.'
	},
	'engine.failed': {
		title: 'Something went wrong while drawing',
		what: 'Your photo and settings are still here. Try again; if it stays, reload the page.'
	},
	'vault.missing': {
		title: 'There is no vault on this device yet',
		what: 'Set one up, or restore one from a backup.'
	},
	'vault.exists': {
		title: 'This device already has a vault',
		what: 'Open it with your passphrase. A second one is not made over it.'
	},
	'vault.locked': {
		title: 'The vault is locked',
		what: 'Open it with your passphrase, then do this again.'
	},
	'vault.opened-elsewhere': {
		title: 'The vault is open in another window',
		what: 'Close it there, or take over here; the other window is then locked.'
	},
	'vault.wrong-passphrase': {
		title: 'This passphrase does not open the vault',
		what: 'Check capital letters and the keyboard’s language, then type it once more.'
	},
	'vault.wrong-kit': {
		title: 'This recovery kit does not open the vault',
		what: 'It may belong to another vault, or a newer kit has replaced it. Look for the latest one.'
	},
	'vault.wrong-passkey': {
		title: 'This passkey does not open the vault',
		what: 'Try the device on which it was set up, or use your passphrase.'
	},
	'vault.passkey-refused': {
		title: 'The device has not confirmed it is you',
		what: 'It was cancelled or took too long. Try again, or use your passphrase.'
	},
	'vault.passkey-unsupported': {
		title: 'This device cannot open the vault by itself',
		what: 'Its browser gives no key for it. Nothing is changed: go on with your passphrase.'
	},
	'vault.passkey-exists': {
		title: 'This device is set up already',
		what: 'Somebody unlocks this vault with it. They can remove it in their settings first.'
	},
	'vault.weak-passphrase': (details) => ({
		title: 'This passphrase is too short',
		what: `It needs at least ${numberOf(details, 'limit', 15)} characters; seven random words are easy to keep in mind.`
	}),
	'vault.kit-mistyped': (details) => ({
		title: 'The recovery kit was typed differently',
		what:
			details['reason'] === 'length'
				? 'It has fourteen groups of four letters or digits. Check that none is missing or doubled.'
				: 'One letter or digit is off. Compare each group with the paper.'
	}),
	'vault.not-typed-back': {
		title: 'These are not the groups on the kit',
		what: 'Look at the paper once more. The kit counts only when both groups are right.'
	},
	'vault.last-way-in': {
		title: 'This is the last lasting way in',
		what: 'Set up another passphrase or recovery kit first, then remove this one.'
	},
	'vault.kit-needed': {
		title: 'First the recovery kit',
		what: 'Before a second patient is kept, make sure that a forgotten passphrase does not lose the first. It takes a minute.'
	},
	'vault.slot-stale': {
		title: 'This way in has to be renewed',
		what: 'The vault’s key was changed since. Ask someone who can open it to set you up again.'
	},
	'vault.slot-damaged': {
		title: 'This way in is damaged',
		what: 'Use the recovery kit or another person’s passphrase, then set yours up again.'
	},
	'vault.hostile-parameters': {
		title: 'This way in asks for more than is safe',
		what: 'It was not used: someone may have changed the vault’s files. Use another way in or restore a backup.'
	},
	'vault.no-memory': {
		title: 'There is not enough memory to open the vault',
		what: 'Close other tabs and apps, then try again.'
	},
	'vault.damaged': {
		title: 'The vault on this device cannot be read',
		what: 'Nothing was deleted. Restore it from a backup; do not clear this site’s data before.'
	},
	'vault.newer-version': {
		title: 'The vault was written by a newer version',
		what: 'Reload the page to update the app, then open the vault again.'
	},
	'vault.record-damaged': {
		title: 'This entry is damaged',
		what: 'It was kept as it is and set aside. Everything else can still be used; a backup may hold it whole.'
	},
	'vault.not-found': {
		title: 'This entry is not in the vault',
		what: 'It may have been erased. Go back to the list and choose another.'
	},
	'vault.no-space': {
		title: 'There is no space left on this device',
		what: 'It was not saved; what was saved before is safe. Free some space, then save again.'
	},
	'vault.write-failed': {
		title: 'It could not be saved',
		what: 'What was saved before is safe. Try again; if it stays, reload the page.'
	},
	'vault.failed': {
		title: 'The vault did not answer',
		what: 'What was saved before is safe. Reload the page and open the vault again.'
	},
	'backup.not-a-backup': {
		title: 'This file is not a backup',
		what: 'Nothing was changed. Choose the file whose name begins with “backup” and ends in “.tar.age”.'
	},
	'backup.newer-version': {
		title: 'A newer version wrote this backup',
		what: 'Nothing was changed. Reload the page to update the app, then choose the file again.'
	},
	'backup.wrong-passphrase': {
		title: 'This passphrase does not open the backup',
		what: 'It is the passphrase with which the vault was unlocked when the backup was made. Check capital letters and the keyboard’s language, then type it once more.'
	},
	'backup.wrong-key': {
		title: 'This key does not open the backup',
		what: 'Use the owner’s key that was set when the backup was made. Nothing was changed.'
	},
	'backup.key-mistyped': {
		title: 'This is not an owner’s key',
		what: 'The key for writing backups begins with “age1”, the one that opens them with “AGE-SECRET-KEY-1”. Copy it whole.'
	},
	'backup.damaged': {
		title: 'This backup is damaged or incomplete',
		what: 'Nothing was changed. Copy the file again from where it is kept, or use an older backup.'
	},
	'backup.other-vault': {
		title: 'This backup is of another vault',
		what: 'Nothing was changed: two vaults cannot be mixed. Restore it on a device that has no vault yet.'
	},
	'backup.other-file': {
		title: 'This is not the backup that was just written',
		what: 'Choose that file, with today’s date in its name, or make a new backup.'
	},
	'backup.changed': {
		title: 'Something was erased while the backup was written',
		what: 'The file would still hold it, so it was not finished. Make the backup again.'
	},
	'backup.read-failed': {
		title: 'The file could not be read',
		what: 'Nothing was changed. Check that the drive is connected, then choose the file again.'
	},
	'backup.write-failed': {
		title: 'The file could not be written',
		what: 'The vault is safe. Check that there is space where you save it, then make the backup again.'
	},
	'offline.interrupted': {
		title: 'The connection was lost',
		what: 'What has arrived is kept. Try again to fetch the rest.'
	},
	'offline.damaged': {
		title: 'A part of the app did not arrive whole',
		what: 'It was not used. Try again; if it stays, update the app.'
	},
	'offline.no-space': {
		title: 'There is no space left on this device',
		what: 'Free some space, then try again. What is kept already stays.'
	},
	'lease.invalid': {
		title: 'The licence could not be checked',
		what: 'What the server sent was not signed for this app. Update the app; if it stays, ask support.'
	},
	'consent.too-early': (details) => ({
		title: 'The time to think is not over',
		what: `It can be signed from ${String(details['day'] ?? 'a later day')} on. Until then nothing has to be done.`
	}),
	'consent.incomplete': {
		title: 'Not every risk is acknowledged',
		what: 'Go through them with the patient, one by one, then sign.'
	},
	'consent.signed': {
		title: 'This text was signed already',
		what: 'What was signed stays. To sign anew, hand the text over once more.'
	},
	'record.kept': ({ reason }) => ({
		title: 'This file stays',
		what:
			reason === 'hold'
				? 'It is held. Lift the hold first, under Privacy in the patient’s file.'
				: reason === 'complaint'
					? 'A complaint about it is open. Settle that first.'
					: reason === 'floor'
						? 'The time for which it has to be kept is not over. Privacy in the patient’s file says until when.'
						: 'Nothing of it is due. Look at the list again.'
	}),
	'record.confidential': {
		title: 'This is kept for some people',
		what: 'Ask whoever reads complaints in your clinic, or say why you have to see it.'
	},
	'record.reason-needed': {
		title: 'A reason is missing',
		what: 'Say why in a few words. It stays on record.'
	},
	'purge.second-person': {
		title: 'That was not a second person',
		what: 'Ask a colleague to type their own passphrase. A recovery kit does not do.'
	},
	'disclosure.objected': {
		title: 'The patient does not want this',
		what: 'They asked that this recipient is not told. Only the law or an emergency goes before that.'
	},
	'licence.ended': {
		title: 'No new illustration for now',
		what: 'Photographs, notes, reports, exports and backups work as ever. Settings say what this device’s licence needs.'
	},
	'privacy.restricted': {
		title: 'This file is restricted',
		what: 'The patient asked that it is only kept. Lift the restriction on the page Privacy to go on.'
	},
	'privacy.not-agreed': {
		title: 'The patient has not agreed to this',
		what: 'Nothing left the vault. Ask them, and record it on the page Privacy.'
	},
	'privacy.withdrawn': {
		title: 'The patient has taken this agreement back',
		what: 'Nothing was done. What they agreed to stands on the page Privacy.'
	},
	'privacy.expired': {
		title: 'What the patient agreed to is over',
		what: 'Nothing left the vault. Ask them again, and record it on the page Privacy.'
	},
	'privacy.exports-off': {
		title: 'Your clinic lets no picture leave',
		what: 'Nothing left the vault. Whoever runs the clinic’s account can allow it, under Settings in the console.'
	},
	'privacy.not-kept': {
		title: 'This photograph is not kept in a file',
		what: 'Keep it first: what a patient agreed to, and what leaves for it, is written in their file.'
	},
	'privacy.guardian-needed': {
		title: 'The card allows an age under 18',
		what: 'Write down who agrees for them: a parent or guardian.'
	},
	'privacy.first-copy-free': {
		title: 'The first copy is free',
		what: 'Leave the fee empty: only further copies may cost something.'
	},
	'teaching.identifies': (details) => ({
		title: 'The text tells of somebody',
		what: `Nothing left the vault: ${IDENTIFYING[String(details['what'])] ?? 'something of a person'} stands in it. Take that out and try again.`
	}),
	'request.identity-first': {
		title: 'Who asks is not checked yet',
		what: 'Write down how you saw that it is the patient, then answer.'
	},
	'request.extended': {
		title: 'This was extended before',
		what: 'A request can be extended once, by two months.'
	},
	'request.answered': {
		title: 'This request is answered',
		what: 'What was answered stays. If the patient asks again, write down a new request.'
	},
	'request.reason-needed': {
		title: 'A reason is needed',
		what: 'The patient is told why, so write it down.'
	},
	'import.not-a-file': {
		title: 'This is no patient’s file of Vultus',
		what: 'Choose the zip file that was made with “File for another clinic”. Nothing was changed.'
	},
	'import.newer-version': {
		title: 'A newer version made this file',
		what: 'Update Vultus on this device, then choose the file again.'
	},
	'import.damaged': {
		title: 'This file is damaged',
		what: 'Something in it is missing or changed. Ask for it again; nothing was changed here.'
	},
	'leads.no-key': {
		title: 'This device does not hold the leads’ key',
		what: 'An owner gives it from a device that does, in the console under Leads.'
	},
	'leads.other-key': {
		title: 'This lead was sealed for another key',
		what: 'Open it on a device that was given the key of that time.'
	},
	'leads.damaged': {
		title: 'This lead cannot be opened',
		what: 'What the server keeps of it is not what was sent. The patient’s file still holds it on the device that sent it.'
	},
	'leads.too-long': {
		title: 'That is too long for a lead',
		what: 'Shorten the name or the contact. Nothing was kept yet.'
	},
	'leads.off': {
		title: 'The clinic keeps no leads',
		what: 'They are switched off in the clinic’s settings. What waits here stays on this device.'
	},
	'leads.key-changed': {
		title: 'The leads’ key was changed',
		what: 'What waits is sent once this device has the new key. Ask an owner for it.'
	},
	'leads.key-invalid': {
		title: 'The leads’ key does not fit',
		what: 'What the server sent is not what it says. Nothing was taken over; ask an owner to give the key again.'
	},
	'leads.no-copy': {
		title: 'There is no copy for a recovery kit',
		what: 'None was ever made. An owner’s device that holds the key can make one.'
	},
	'account.offline': {
		title: 'The server cannot be reached',
		what: 'Everything on this device works without it. Check the connection, then try again.'
	},
	'account.failed': {
		title: 'The server could not answer',
		what: 'Nothing on this device was changed. Try again in a few minutes.'
	},
	'account.signed-out': {
		title: 'You are signed out',
		what: 'Sign in again. Everything on this device stays as it is.'
	},
	'account.wrong-password': {
		title: 'This address and password do not belong together',
		what: 'Check both, then try again.'
	},
	'account.wrong-code': {
		title: 'This is not the code',
		what: 'It works for a few minutes only. Check the newest mail, or sign in again for another code.'
	},
	'account.link-unusable': {
		title: 'This link does not work',
		what: 'A link works once, and for half an hour. It may be used, too old, or cut short by the mail program. Ask for another.'
	},
	'account.throttled': (details) => {
		const minutes = numberOf(details, 'minutes', 15);
		return {
			title: 'Too many attempts',
			what: `Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
		};
	},
	'message.too-fast': {
		title: 'That was very quick',
		what: 'Wait a few seconds and send it again. What you wrote is still here.'
	},
	'message.stale': {
		title: 'This page stood open for a long time',
		what: 'Send it again. What you wrote is still here.'
	},
	'account.inactive': {
		title: 'This account is switched off',
		what: 'The owner of the clinic can switch it on again.'
	},
	'account.role': {
		title: 'This account cannot do that',
		what: 'An owner or admin of the clinic can.'
	},
	'account.invitation-unknown': {
		title: 'This invitation does not work',
		what: 'Check the code. An invitation works once and for three days; whoever sent it can send another.'
	},
	'account.weak-password': {
		title: 'This password is too easy to guess',
		what: 'Take a longer one: several words that do not belong together are good.'
	},
	'account.seats-full': {
		title: 'The clinic has no free seat',
		what: 'The owner can add seats, or switch off the account of somebody who has left.'
	},
	'account.devices-full': {
		title: 'The clinic has no room for another device',
		what: 'The owner can add devices, or revoke one that is not used any more.'
	},
	'account.last-owner': {
		title: 'A clinic needs an owner',
		what: 'This is the last one. Invite another owner first, or close the clinic’s account.'
	},
	'account.conflict': {
		title: 'Somebody else changed this meanwhile',
		what: 'What is shown now is the newest. Make your change again if it is still needed.'
	},
	'account.not-found': {
		title: 'This is no longer there',
		what: 'Somebody may have removed it meanwhile. Read the list again.'
	},
	'account.device-pending': {
		title: 'This device waits for approval',
		what: 'An owner or admin approves it in the console. What was begun goes on.'
	},
	'account.devices-waiting': {
		title: 'Three of your devices wait for approval',
		what: 'Ask the owner to approve or revoke them, then try again.'
	},
	cancelled: { title: 'Stopped', what: 'Nothing was changed.' },
	unexpected: {
		title: 'Something went wrong',
		what: 'Your photo and settings are still here. Try again; if it stays, reload the page.'
	}
};

/** Refusals that a face's quality can cause; as warnings they stand in notices.en.ts. */
export const ENGLISH_REFUSALS: Readonly<Record<RefusedFinding, ProblemWords>> = {
	'too-small': ENGLISH_ERRORS['face.too-small'] as ProblemWords,
	'cut-by-border': {
		title: 'The face is cut off',
		what: 'Choose a photo that shows the whole face, with a little space around it.'
	},
	'eyes-closed': {
		title: 'The eyes are closed',
		what: 'Choose a photo with open eyes: they are the ruler for every millimetre.'
	},
	'turned-too-far': {
		title: 'The face is turned too far',
		what: 'Choose a photo from the front or from about 45°. A profile needs its own tool, which is not here yet.'
	},
	blurred: {
		title: 'The photo is blurred',
		what: 'Hold the camera still, focus on the eyes and take it again.'
	}
};

export const REFUSAL_WORDS = inLanguage('refusals', ENGLISH_REFUSALS);
const errors = inLanguage('errors', ENGLISH_ERRORS);

/** The sentences of one error. */
export function errorWords(code: ErrorCode, details: ErrorDetails): ProblemWords {
	const words = errors[code];
	return typeof words === 'function' ? words(details) : words;
}
