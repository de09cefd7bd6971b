import type { Translation } from './translation.ts';

export const support: Translation['support'] = {
	title: 'Hilfe vom Support',
	about:
		'Wenn etwas nicht geht, kann dieses Gerät aufschreiben, wie es ihm geht: Versionen, Browser, Speicher und die Kennungen dessen, was schiefging. Sie sehen es zuerst, und nichts wird gesendet.',
	open: 'Support-Datei zeigen',
	'sheet.title': 'Support-Datei',
	'sheet.about':
		'Das ist alles. Es steht kein Name darin, keine Notiz, kein Foto und kein Dateiname. Speichern oder kopieren Sie es, und geben Sie es dem Support selbst.',
	busy: 'Dieses Gerät wird betrachtet …',
	text: 'Was die Datei sagt',
	copy: 'Kopieren',
	copied: 'Kopiert.',
	'copy.refused': 'Der Browser erlaubt kein Kopieren. Speichern Sie die Datei stattdessen.',
	save: 'Als Datei speichern',
	saved: 'Gespeichert.'
};
