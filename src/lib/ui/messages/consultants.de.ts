import type { Translation } from './translation.ts';

export const consultants: Translation['consultants'] = {
	'settings.title': 'Selbstständige Behandler',
	'settings.about':
		'Wer hier auf eigene Rechnung behandelt und für die Daten der eigenen Besuche verantwortlich ist, allein oder mit der Praxis.',
	none: 'Keine: Die Praxis ist für jeden Besuch verantwortlich.',
	name: 'Name',
	contact: 'Wie ein Patient sie erreicht',
	add: 'Behandler hinzufügen',
	'add.title': 'Selbstständiger Behandler',
	'add.keep': 'Hinzufügen',
	'add.lacks': 'Ein Name, und wie sie zu erreichen sind.',
	remove: 'Entfernen',
	'remove.name': ({ name }) => `Entfernen: ${name}`,
	'remove.about': 'Besuche, die ihnen gehören, bleiben bei ihnen.',

	'visit.title': 'Wer für die Daten dieses Besuchs verantwortlich ist',
	'visit.clinic': 'Die Praxis',
	'visit.alone': ({ name }) => `${name}, allein`,
	'visit.joint': ({ name }) => `${name}, mit der Praxis`,

	'privacy.title': 'Wer verantwortlich ist',
	'privacy.clinic': 'Die Praxis ist für jeden Besuch dieser Akte verantwortlich.',
	'privacy.others': 'Die Praxis ist für alles verantwortlich, außer:',
	'privacy.visits': ({ days }) => `Besuche vom ${days}`,
	'privacy.alone': ({ day }) => `${day} (allein)`,
	'privacy.joint': ({ day }) => `${day} (mit der Praxis)`,
	'privacy.file': 'Datei ihrer Besuche',
	'privacy.file.name': ({ name }) => `Datei ihrer Besuche: ${name}`,
	'file.title': ({ name }) => `Datei für ${name}`,
	'file.about':
		'Die Karte und die Besuche, für die sie verantwortlich sind, und nichts von anderen Besuchen. Sie lässt sich in einem anderen Tresor öffnen. Sie ist nicht verschlüsselt: Geben Sie sie niemand anderem.',
	'file.make': 'Datei erstellen',
	'file.busy': 'Die Besuche werden zusammengestellt …',
	'file.saved': 'Gespeichert und in dieser Akte festgehalten.',

	'paper.title': 'Wer für Ihre Daten verantwortlich ist',
	'paper.clinic':
		'Die Praxis ist für alles verantwortlich, was von Ihnen aufbewahrt wird, außer für das hier Genannte.',
	'paper.all': 'Die Praxis ist für alles verantwortlich, was von Ihnen aufbewahrt wird.',
	'paper.alone': ({ name, contact, days }) =>
		`${name} (${contact}) ist allein für die Besuche vom ${days} verantwortlich: Wenden Sie sich mit Ihren Rechten dorthin.`,
	'paper.joint': ({ name, contact, days }) =>
		`${name} (${contact}) und die Praxis sind gemeinsam für die Besuche vom ${days} verantwortlich: Wenden Sie sich mit Ihren Rechten an wen Sie möchten.`,
	'paper.consultant': 'Besuche eines Patienten, für den verantwortlichen Behandler'
};
