import type { Translation } from './translation.ts';

export const account: Translation['account'] = {
	'page.account': 'Ihr Konto',
	'account.title': 'Ihr Konto',
	'account.as': ({ email, role }) => `${email} · ${role}`,
	'mail.title': 'E-Mails',
	'mail.news': 'Mir Neuigkeiten zum Produkt senden, einige Male im Jahr',
	'mail.service':
		'Codes, Einladungen und Hinweise zum Konto Ihrer Praxis kommen immer; ohne sie geht es nicht.',
	'mail.messages': 'Mir sagen, wenn jemand geschrieben hat, höchstens einmal in der Stunde',
	'mail.operator': 'Codes und Hinweise zu Anmeldungen kommen immer; ohne sie geht es nicht.',
	'policies.title': 'Was Sie angenommen haben',
	'policies.none': 'Ihnen wurde noch nichts vorgelegt.',
	'policies.version': ({ version, date }) => `Fassung ${version} vom ${date}`,
	'policies.accepted': ({ version }) => `Sie haben Fassung ${version} angenommen.`,
	'policies.read': 'Lesen',
	'policy.privacy': 'Datenschutz',
	'policy.terms': 'Nutzungsbedingungen',
	'banner.says': ({ names }) =>
		`Es gibt eine neue Fassung mit wichtigen Änderungen: ${names}. Bitte lesen Sie sie und nehmen Sie sie an.`,
	'banner.accept': 'Ich habe sie gelesen und nehme sie an',
	'banner.busy': 'Wird angenommen…',
	'notice.says': ({ name }) =>
		`Was Sie angenommen haben, hat eine neue Fassung, die etwas ändert: ${name}.`,
	'notice.go': 'In der Konsole annehmen',
	'data.title': 'Ihre Daten',
	'data.about':
		'Was der Server von Ihrem Konto aufbewahrt und was Sie getan haben, als eine Datei.',
	'data.download': 'Meine Daten herunterladen',
	'data.downloading': 'Wird gelesen…',
	'end.title': 'Ihr Konto beenden',
	'end.about':
		'Ihr Name, Ihre Adresse und Ihr Passwort werden sofort vom Server gelöscht. Im Protokoll der Praxis steht an ihrer Stelle eine Nummer, und Akten auf Geräten bleiben, wie sie sind.',
	'end.go': 'Mein Konto löschen',
	'end.sure': 'Ihr Konto löschen?',
	'end.password': 'Ihr Passwort',
	'publish.title': 'Texte, die das Team annimmt',
	'publish.about':
		'Was diese Version der App enthält, und was für das Team gilt. Mit dem Veröffentlichen wird das Team gefragt, wo die Änderung wichtig ist.',
	'publish.none': 'Keine ist veröffentlicht.',
	'publish.holds': ({ version }) => `Fassung ${version} gilt.`,
	'publish.go': ({ version }) => `Fassung ${version} veröffentlichen`,
	'views.title': 'Öffentliche Seiten, letzte 30 Tage',
	'views.about':
		'Besucher, die es erlaubt haben, gezählt nach Seite und Tag. Mehr ist von ihnen nicht bekannt.',
	'views.none': 'Niemand wurde gezählt.',
	'message.answered': ({ date }) => `Beantwortet am ${date}`,
	'message.mark': 'Als beantwortet markieren',
	'message.unmark': 'Noch nicht beantwortet',
	'message.contact': 'Kontakt',
	'message.demo': 'Vorführung',
	'message.support': 'Kundendienst',
	'message.feedback': 'Rückmeldung',
	'message.nobody': 'Ohne Namen'
};
