import type { Translation } from './translation.ts';

export const licence: Translation['licence'] = {
	'page.sign-in': 'Anmelden',

	'licence.title': 'Lizenz',
	'licence.none':
		'Dieses Gerät gehört zu keinem Konto einer Praxis. Alles geht; Veranschaulichungen tragen das Wort „Demo“.',
	'licence.sign-in': 'Anmelden',
	'licence.join': 'Ich habe eine Einladung',
	'licence.sign-in.about':
		'Mit Ihrem Konto bei der Praxis. Es öffnet nie den Tresor: Das tut Ihre Passphrase.',
	'licence.enrol.about':
		'Sie sind angemeldet. Geben Sie diesem Gerät einen Namen, unter dem die Praxis es kennt.',
	'licence.revoked.about': 'Es kann als neues Gerät wieder angemeldet werden.',
	'licence.name': 'Name dieses Geräts',
	'licence.name.hint': 'Etwa „Behandlungsraum 2“. Nie der Name eines Patienten.',
	'licence.kind': 'Art des Geräts',
	'licence.kind.tablet': 'Tablet',
	'licence.kind.phone': 'Telefon',
	'licence.kind.computer': 'Computer',
	'licence.enrol': 'Dieses Gerät anmelden',
	'licence.enrolling': 'Wird angemeldet…',
	'licence.renew': 'Jetzt erneuern',
	'licence.renewing': 'Wird erneuert…',
	'licence.renew.sign-in': 'Zum Erneuern anmelden',
	'licence.fresh': ({ day }) => `Gültig bis ${day}. Erneuert sich online von selbst.`,
	'licence.provisional': ({ day }) =>
		`Wartet auf die Freigabe durch den Inhaber. Bis ${day} dürfen einige Besuche beginnen.`,
	'licence.renew-soon': ({ day }) =>
		`Gültig bis ${day}. Gehen Sie vorher online, um sie zu erneuern.`,
	'licence.grace': ({ day }) =>
		`Abgelaufen. Neue Veranschaulichungen dürfen bis ${day} beginnen; gehen Sie online, um sie zu erneuern.`,
	'licence.waiting': 'Wartet auf die erste Lizenz. Gehen Sie online, um sie zu holen.',
	'licence.expired':
		'Abgelaufen: Bis zur Erneuerung kann keine neue Veranschaulichung beginnen. Alles, was hier ist, bleibt offen: zum Ansehen, Exportieren, Sichern und Löschen.',
	'licence.spent':
		'Alle Besuche dieses Zeitraums sind verbraucht: Es kann keine neue Veranschaulichung beginnen. Alles, was hier ist, bleibt offen.',
	'licence.clock':
		'Die Uhr dieses Geräts geht nach. Stellen Sie sie richtig oder gehen Sie online, dann geht die Arbeit weiter wie zuvor.',
	'licence.rescue':
		'Die Uhr dieses Geräts geht weit nach. Bis dahin dürfen zwanzig Besuche beginnen; stellen Sie sie richtig oder gehen Sie online.',
	'licence.revoked':
		'Dieses Gerät wurde aus dem Konto der Praxis genommen: Es kann keine neue Veranschaulichung beginnen. Alles, was hier ist, bleibt offen.',
	'licence.code': 'Code dieses Geräts',
	'licence.left': 'Verbleibende Besuche',
	'licence.unlimited': 'Unbegrenzt',
	'licence.unsent': 'Besuche, die der Server noch nicht kennt',
	'licence.plan': 'Tarif',
	'licence.go': 'Zur Lizenz'
};
