import type { Translation } from './translation.ts';

export const feedback: Translation['feedback'] = {
	title: 'Rückmeldung',
	about: 'Was hilft, und was stört? Ein Konto braucht es dafür nicht.',
	open: 'Rückmeldung schreiben',
	'sheet.title': 'Rückmeldung schreiben',
	'sheet.about':
		'Was Sie hier schreiben, geht an den Betreiber des Servers, und Ihre Adresse, wenn Sie eine angeben. Ihr Name, Ihre Praxis, dieses Gerät und Ihre Akten nicht. Nach 12 Monaten wird es gelöscht.',
	warning: 'Bitte schreiben Sie nichts über Patienten und kein Passwort.',
	text: 'Ihre Rückmeldung',
	'card-number': 'Das sieht aus wie die Nummer einer Zahlungskarte. Bitte lassen Sie sie weg.',
	email: 'E-Mail-Adresse, wenn Sie eine Antwort möchten',
	'email.error': 'Eine Adresse sieht aus wie name@praxis.example.',
	offline:
		'Gerade ist kein Netz da. Schreiben Sie ruhig weiter: Es bleibt hier, bis Sie die Einstellungen verlassen oder die Akten gesperrt werden, und lässt sich senden, sobald wieder ein Netz da ist.',
	go: 'Senden',
	busy: 'Wird gesendet …',
	sent: 'Danke. Es ist angekommen.',
	'sent.about': 'Ein Mensch liest es.',
	'sent.answer': 'Ein Mensch liest es und antwortet per Mail.',
	another: 'Noch etwas schreiben',
	close: 'Fertig'
};
