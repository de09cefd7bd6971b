import type { Translation } from './translation.ts';

export const yearly: Translation['yearly'] = {
	'review.title': 'Jährliche Durchsicht',
	'review.about':
		'Die Prüfliste liegt in der Konsole bei den Papieren. Wenn Sie sie durchgegangen sind, sagen Sie es hier.',
	'review.done': 'Heute durchgegangen',
	'review.none': 'Noch nicht durchgegangen.',
	'review.due': 'Vor mehr als einem Jahr.',
	'review.remind': 'Die jährliche Durchsicht liegt mehr als ein Jahr zurück.',
	'review.remind.never': 'Die jährliche Durchsicht wurde im ersten Jahr des Tresors nicht gemacht.',
	'review.go': 'Öffnen',

	'training.title': 'Datenschutz und Sicherheit, kurz',
	'training.about':
		'Was alle wissen müssen, die hier arbeiten, auf einer Seite. Zu lesen am Anfang und einmal im Jahr.',
	'training.open': 'Lesen',
	'training.read': ({ days }) => `Gelesen am ${days}`,
	'training.unread': 'Dieses Jahr nicht gelesen',
	'training.none': 'Noch nicht gelesen',

	'page.training': 'Datenschutz und Sicherheit',
	'page.about':
		'Es dauert drei Minuten. Fragen Sie, wer für den Datenschutz verantwortlich ist, wenn etwas unklar bleibt.',
	'page.confirm': 'Ich habe es gelesen',
	'page.confirmed': ({ name, day }) => `${name} hat es am ${day} gelesen.`,

	'ask.title': 'Zuerst fragen',
	'ask.yes':
		'Ohne ein Ja gibt es kein Foto. Niemand wird für ein Nein schlechter behandelt, und ein Ja kann jederzeit zurückgenommen werden.',
	'ask.minor':
		'Für jemanden unter 18 schreiben Sie den Namen des Elternteils oder Vormunds auf, der zustimmt.',
	'ask.use':
		'Ein Bild dient nur dem, wozu sein Patient Ja gesagt hat. Was er gesagt hat, steht in seiner Akte unter Datenschutz.',

	'device.title': 'Das Gerät',
	'device.passphrase':
		'Ihre Passphrase gehört Ihnen allein. Alle haben ihre eigene, und niemand fragt Sie je nach Ihrer.',
	'device.lock':
		'Sperren Sie, wenn Sie das Gerät weglegen. Es sperrt sich auch selbst, aber erst nach einigen Minuten.',
	'device.hand':
		'Geben Sie es Patienten nur in der Patientenansicht, oder mit einem Text oder Fragen, die für sie geöffnet sind.',
	'device.screen':
		'Fotografieren Sie den Bildschirm nicht, und keinen Patienten mit Ihrem eigenen Telefon.',

	'out.title': 'Was hinausgeht',
	'out.stay':
		'Fotos und Akten bleiben auf diesem Gerät, und die App sendet sie niemandem. Was Sie speichern oder drucken, hat es verlassen: Bewahren Sie es auf, wo nur Sie es lesen können, und löschen Sie es, wenn es nicht mehr gebraucht wird.',
	'out.names':
		'Kein Name eines Patienten gehört in einen Dateinamen, eine Betreffzeile oder einen Chat.',
	'out.who':
		'Bevor Sie jemandem etwas sagen, müssen Sie wissen, wer fragt und auf welcher Grundlage. Schreiben Sie es unter Datenschutz auf.',

	'file.title': 'In der Akte',
	'file.look':
		'Öffnen Sie nur, was Sie brauchen. Dass eine Akte angesehen wurde und von wem, steht in ihrem Weg.',
	'file.words':
		'Schreiben Sie Tatsachen, in Worten, die der Patient lesen darf: Er kann alles davon verlangen.',
	'file.asked':
		'Wenn jemand eine Kopie, eine Berichtigung oder die Löschung verlangt, schreiben Sie es am selben Tag auf. Die Praxis hat einen Monat.',

	'wrong.title': 'Wenn etwas schiefgeht',
	'wrong.say':
		'Ein Gerät ist verloren, ein Brief ging an den Falschen, jemand hat gesehen, was er nicht sollte: Sagen Sie es sofort. Niemandem wird das vorgeworfen, und es zählen Stunden.',
	'wrong.write':
		'Schreiben Sie in der Akte des Patienten unter Datenschutz als Vorfall auf, was geschehen ist. Löschen Sie nichts, um aufzuräumen.'
};
