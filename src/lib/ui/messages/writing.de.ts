import type { Translation } from './translation.ts';

export const writing: Translation['writing'] = {
	'demo.title': 'Um eine Vorführung bitten',
	'demo.lead':
		'Eine halbe Stunde per Video oder in Ihrer Praxis, an einem Beispielgesicht. Sagen Sie uns, wann es Ihnen passt.',
	'contact.title': 'Kontakt',
	'contact.lead':
		'Fragen, Beschwerden, etwas zu Ihren eigenen Daten oder Missbrauch: Alles davon erreicht einen Menschen.',
	'support.title': 'Hilfe',
	'support.lead':
		'Was haben Sie getan, was haben Sie erwartet, und was geschah? Die Version steht in den Einstellungen unter „Dieses Gerät“.',
	'support.warning':
		'Bitte schreiben Sie nichts über einen Patienten und kein Passwort. Wir brauchen beides nie.',
	'support.patients':
		'Sind Sie Patient? Ihre Akte liegt bei Ihrer Praxis, auf deren eigenen Geräten. Bitte fragen Sie die Praxis; wir haben nichts von Ihnen.',

	'form.title': 'Schreiben Sie uns',
	'form.kind': 'Worum es geht',
	'form.kind.problem': 'Ein Problem',
	'form.kind.feedback': 'Rückmeldung aus dem Team',
	'feedback.about':
		'Was hilft, und was stört? Höchstens 1000 Zeichen, und Ihre Adresse nur, wenn Sie eine Antwort möchten.',
	'feedback.too-long':
		'Das sind mehr als 1000 Zeichen. Kürzen Sie es, oder schreiben Sie es als Problem.',
	'feedback.email': 'E-Mail-Adresse, wenn Sie eine Antwort möchten',
	'feedback.sent.about':
		'Ein Mensch liest es. Wir antworten per Mail, wo Sie eine Adresse angaben.',
	'form.name': 'Ihr Name',
	'form.email': 'E-Mail-Adresse',
	'form.email.error': 'Eine Adresse sieht aus wie name@praxis.example.',
	'form.text': 'Ihre Nachricht',
	'form.trap': 'Lassen Sie das leer',
	'form.kept':
		'Wir bewahren sie 12 Monate auf, um Ihnen zu antworten, und löschen sie dann. Wir senden keine Werbung und geben sie niemandem.',
	'form.go': 'Senden',
	'form.busy': 'Wird gesendet…',
	'form.sent': 'Danke. Es ist angekommen.',
	'form.sent.about': 'Wir antworten per Mail, meist innerhalb von zwei Werktagen.',
	'form.another': 'Noch etwas schreiben'
};
