import { PRODUCT_NAME } from '../../product.ts';
import { inLanguage, speaker } from './speak.ts';

/** The app as it lies on the device. The first screen does not load them. */
export const DEVICE_WORDS = {
	'version.this': ({ version, mark }: { version: string; mark: string }) =>
		`Version ${version} · ${mark}`,
	'version.about':
		'Compare the digits with those that are published for this version: they stand for every file of it.',

	'update.title': 'A new version is ready',
	'update.about': ({ version, mark }: { version: string; mark: string }) =>
		`Version ${version} · ${mark}. It needs no connection and changes nothing that is kept.`,
	'update.failed': ({ version }: { version: string }) =>
		`Version ${version} did not start, so this one is still in use. Nothing was lost.`,
	'update.failed.title': 'An update did not work',
	'update.again': 'Try it again',
	'update.no-backup':
		'There is no backup of this vault. Should anything go wrong, only a backup brings the records back.',
	'update.old-backup': ({ day }: { day: string }) =>
		`The last backup is of ${day}. Should anything go wrong, what came after it could not be brought back.`,
	'update.go': 'Update now',
	'update.anyway': 'Update without a fresh backup',
	'update.busy': 'Updating…',
	'update.where': 'It is put in place from the locked screen, so that nothing is open meanwhile.',
	'update.lock': 'Lock and update',

	'device.title': 'This device',
	'device.offline': 'Everything is on this device: it works without a connection.',
	'device.partly': 'Starts without a connection, but not everything is on this device yet.',
	'device.impossible': 'This browser does not keep the app for use without a connection.',
	'device.fetch': ({ size }: { size: string }) => `Make available offline (${size} to load)`,
	'device.resume': ({ size }: { size: string }) => `Fetch the rest (${size} to load)`,
	'device.fetching': ({ loaded, total }: { loaded: string; total: string }) =>
		`${loaded} of ${total} MB…`,
	'device.reached': 'The server can be reached.',
	'device.not-reached': 'The server cannot be reached now.',
	'device.trying': 'Trying to reach the server…',
	'device.kind': 'What for',
	'device.size': 'On this device',
	'device.app': 'The app itself',
	'device.engine': 'Engine',
	'device.models': 'Models of faces and skin',
	'device.heic': 'HEIC photos',
	'device.barcode': 'Barcodes',
	'device.records': 'Records',
	'device.not-yet': ({ size }: { size: string }) => `${size}, not yet`,

	'install.title': `Install ${PRODUCT_NAME}`,
	'install.about': 'An icon of its own, a full screen, and no connection needed.',
	'install.go': 'Install',
	'install.how': 'How to install',
	'install.later': 'Not now',

	'home-screen.title': `Put ${PRODUCT_NAME} on the Home Screen first`,
	'home-screen.about':
		'Safari clears what a page has stored when it was not used for a week. The app on the Home Screen has a storage of its own that stays, so records are kept there and nowhere else.',
	'home-screen.install': `Put ${PRODUCT_NAME} on the Home Screen`,
	'home-screen.install.about': 'It then opens like any other app, and works without a connection.',
	'home-screen.share': 'Touch Share, in Safari’s bar.',
	'home-screen.add': 'Choose “Add to Home Screen”. It may stand further down.',
	'home-screen.open': `Open ${PRODUCT_NAME} from the Home Screen, and set up the vault there.`,
	'home-screen.open.plain': `Open ${PRODUCT_NAME} from the Home Screen.`,
	'home-screen.code':
		'Were you invited? The app does not know this page’s storage: have your invitation’s code at hand and type it there.',
	'home-screen.demo': 'Try it meanwhile, without records'
};

/** The text of a key of the device's. */
export const d = speaker(inLanguage('device', DEVICE_WORDS));
