import type { Translation } from './translation.ts';

export const ownRecord: Translation['ownRecord'] = {
	'hand.title': 'Hier zu lesen',
	'hand.about':
		'Der Patient liest seine eigene Akte auf diesem Gerät und erreicht sonst nichts. Wird es zurückgegeben, sperrt sich der Tresor.',
	'hand.go': 'Zum Lesen geben',
	label: 'Ihre Akte, zum Lesen',
	title: 'Was über Sie aufbewahrt wird',
	about:
		'Zum Lesen blättern Sie weiter. Hier lässt sich nichts ändern, und Namen anderer Menschen sind ausgelassen. Wenn Sie fertig sind, geben Sie das Gerät zurück.',
	'card.title': 'Sie',
	'card.anonymous': 'Es ist kein Name aufbewahrt.',
	'card.line': ({ what, value }) => `${what}: ${value}`,
	'card.kin': 'Jemand, der für Sie angerufen werden kann, ist vermerkt.',
	'card.gp.told': 'Ihre Hausarztpraxis ist vermerkt und erfährt von Behandlungen.',
	'card.gp.untold': 'Ihre Hausarztpraxis ist vermerkt und erfährt nichts von Behandlungen.',
	'visits.title': 'Ihre Besuche',
	'visits.none': 'Es ist kein Besuch aufbewahrt.',
	'visits.of': ({ day }) => `Besuch vom ${day}`,
	'visits.said': ({ words }) => `Was Sie hergeführt hat – ${words}`,
	'visits.shown': ({ what }) => `Veranschaulicht: ${what}`,
	'visits.treated': ({ day }) => `Durchgeführt am ${day}`,
	'visits.next': ({ day }) => `Wiedersehen am ${day}`,
	'photographs.title': 'Ihre Fotos',
	'photographs.none': 'Es ist kein Foto aufbewahrt.',
	'photographs.when': 'Aufbewahrt am',
	'photographs.view': 'Ansicht',
	'agreed.title': 'Wozu Sie Ja gesagt haben',
	'agreed.what': 'Wozu',
	'agreed.state': 'Was Sie gesagt haben',
	'agreed.text': ({ title }) => `Text „${title}“`,
	'agreed.handed': ({ day }) => `Übergeben am ${day}, nicht unterschrieben`,
	'agreed.signed': ({ day }) => `Unterschrieben am ${day}`,
	'agreed.withdrawn': ({ day }) => `Widerrufen am ${day}`,
	'looks.title': 'Wer hineingesehen hat, und was hinausging',
	'looks.about':
		'Jedes Mal war es jemand aus der Praxis mit einem eigenen Zugang zu diesem Gerät. Wer es war, kann Ihnen die Praxis sagen.',
	'looks.when': 'Wann',
	'looks.what': 'Was',
	'looks.to': ({ what, whom }) => `${what}: ${whom}`,
	more: 'Ihre Antworten zur Gesundheit, die Notizen der Praxis und jedes Bild stehen in der Kopie, die Sie verlangen können. Wenn hier etwas nicht stimmt, sagen Sie es: Es wird berichtigt.'
};
