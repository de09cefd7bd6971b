import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

export const device: Translation['device'] = {
	'version.this': ({ version, mark }) => `Version ${version} · ${mark}`,
	'version.about':
		'Vergleichen Sie die Ziffern mit den für diese Version veröffentlichten: Sie stehen für jede ihrer Dateien.',

	'update.title': 'Eine neue Version ist bereit',
	'update.about': ({ version, mark }) =>
		`Version ${version} · ${mark}. Sie braucht keine Verbindung und ändert nichts Aufbewahrtes.`,
	'update.failed': ({ version }) =>
		`Version ${version} ließ sich nicht starten, deshalb bleibt diese in Gebrauch. Nichts ging verloren.`,
	'update.failed.title': 'Eine Aktualisierung ist misslungen',
	'update.again': 'Noch einmal versuchen',
	'update.no-backup':
		'Von diesem Tresor gibt es keine Sicherung. Ginge etwas schief, brächte nur eine Sicherung die Akten zurück.',
	'update.old-backup': ({ day }) =>
		`Die letzte Sicherung ist vom ${day}. Ginge etwas schief, ließe sich nicht zurückbringen, was danach kam.`,
	'update.go': 'Jetzt aktualisieren',
	'update.anyway': 'Ohne frische Sicherung aktualisieren',
	'update.busy': 'Wird aktualisiert…',
	'update.where':
		'Sie wird vom Sperrbildschirm aus eingesetzt, damit währenddessen nichts offen ist.',
	'update.lock': 'Sperren und aktualisieren',

	'device.title': 'Dieses Gerät',
	'device.offline': 'Alles ist auf diesem Gerät: Es läuft ohne Verbindung.',
	'device.partly': 'Startet ohne Verbindung, aber noch ist nicht alles auf diesem Gerät.',
	'device.impossible': 'Dieser Browser behält die App nicht für den Gebrauch ohne Verbindung.',
	'device.fetch': ({ size }) => `Offline verfügbar machen (${size} zu laden)`,
	'device.resume': ({ size }) => `Den Rest holen (${size} zu laden)`,
	'device.fetching': ({ loaded, total }) => `${loaded} von ${total} MB…`,
	'device.reached': 'Der Server ist erreichbar.',
	'device.not-reached': 'Der Server ist gerade nicht erreichbar.',
	'device.trying': 'Der Server wird gesucht…',
	'device.kind': 'Wofür',
	'device.size': 'Auf diesem Gerät',
	'device.app': 'Die App selbst',
	'device.engine': 'Rechenwerk',
	'device.models': 'Modelle von Gesicht und Haut',
	'device.heic': 'HEIC-Fotos',
	'device.barcode': 'Strichcodes',
	'device.records': 'Akten',
	'device.not-yet': ({ size }) => `${size}, noch nicht`,

	'install.title': `${PRODUCT_NAME} installieren`,
	'install.about': 'Ein eigenes Symbol, der ganze Bildschirm, und keine Verbindung nötig.',
	'install.go': 'Installieren',
	'install.how': 'So wird installiert',
	'install.later': 'Jetzt nicht',

	'home-screen.title': `Legen Sie ${PRODUCT_NAME} zuerst auf den Home-Bildschirm`,
	'home-screen.about':
		'Safari löscht, was eine Seite gespeichert hat, wenn sie eine Woche nicht benutzt wurde. Die App auf dem Home-Bildschirm hat einen eigenen Speicher, der bleibt; Akten werden deshalb nur dort geführt.',
	'home-screen.install': `${PRODUCT_NAME} auf den Home-Bildschirm legen`,
	'home-screen.install.about': 'Dann öffnet es sich wie jede andere App und läuft ohne Verbindung.',
	'home-screen.share': 'Tippen Sie in der Leiste von Safari auf „Teilen“.',
	'home-screen.add': 'Wählen Sie „Zum Home-Bildschirm“. Es kann weiter unten stehen.',
	'home-screen.open': `Öffnen Sie ${PRODUCT_NAME} vom Home-Bildschirm und richten Sie dort den Tresor ein.`,
	'home-screen.open.plain': `Öffnen Sie ${PRODUCT_NAME} vom Home-Bildschirm.`,
	'home-screen.code':
		'Wurden Sie eingeladen? Die App kennt den Speicher dieser Seite nicht: Halten Sie den Code Ihrer Einladung bereit und geben Sie ihn dort ein.',
	'home-screen.demo': 'Inzwischen ohne Akten ausprobieren'
};
