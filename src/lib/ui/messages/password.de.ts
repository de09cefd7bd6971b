import type { Translation } from './translation.ts';

export const password: Translation['password'] = {
	'page.reset': 'Ein neues Passwort',
	'page.confirm': 'Ihre neue Adresse',
	forgotten: 'Passwort vergessen?',
	'ask.title': 'Passwort vergessen?',
	'ask.about': 'Wir senden Ihnen einen Link, mit dem Sie ein neues wählen.',
	'ask.go': 'Link senden',
	'ask.busy': 'Wird angefragt…',
	'asked.title': 'Sehen Sie in Ihre E-Mails',
	'asked.about': ({ email }) =>
		`Wenn es ein Konto mit der Adresse ${email} gibt, ist eine E-Mail unterwegs. Ihr Link gilt einmal, eine halbe Stunde lang.`,
	'asked.again':
		'Nach zwei Minuten nichts da? Sehen Sie unter den unerwünschten E-Mails nach und prüfen Sie die Adresse. Fordern Sie dann noch einmal an.',
	'asked.again.go': 'Noch einmal anfordern',
	'to-sign-in': 'Zurück zur Anmeldung',
	'reset.title': 'Ein neues Passwort wählen',
	'reset.about': ({ email }) => `Für das Konto ${email}.`,
	new: 'Neues Passwort',
	'new.hint': ({ shortest }) =>
		`Mindestens ${shortest} Zeichen; am besten einige Wörter, die nicht zusammengehören.`,
	'new.too-long': 'Das ist zu lang. Lassen Sie ein, zwei Wörter weg.',
	'reset.go': 'Passwort festlegen',
	'reset.busy': 'Wird festgelegt…',
	'reset.done.title': 'Ihr Passwort ist festgelegt',
	'reset.done.about':
		'Alle Sitzungen Ihres Kontos sind beendet, auf jedem Gerät. Melden Sie sich mit dem neuen Passwort an.',
	'link.again': 'Einen neuen Link anfordern',
	'sign-in.console': 'In der Konsole anmelden',
	'sign-in.app': 'In der App anmelden',
	'sign-in.operator': 'Anmelden',
	'confirm.title': 'Diese Adresse verwenden?',
	'confirm.about': ({ email }) =>
		`Von nun an würden Sie sich mit ${email} anmelden. Ihr Passwort zeigt, dass Sie es sind.`,
	'confirm.go': 'Diese Adresse verwenden',
	'confirm.busy': 'Wird geändert…',
	'confirm.done.title': 'Ihre Adresse ist geändert',
	'confirm.done.about': ({ email }) =>
		`Alle Sitzungen Ihres Kontos sind beendet, auf jedem Gerät. Melden Sie sich mit ${email} und Ihrem Passwort an.`,
	'confirm.damaged':
		'Öffnen Sie die neueste E-Mail noch einmal. Ist ihr Link zu alt, melden Sie sich an und fordern Sie unter „Konto“ einen neuen an.',
	own: 'Ihr Passwort',
	'own.wrong': 'Das ist nicht Ihr Passwort.',
	'way.title': 'Anmeldung',
	'way.about': ({ email }) => `Sie melden sich mit ${email} an.`,
	'change.open': 'Passwort ändern',
	'change.title': 'Ihr Passwort ändern',
	'change.about': 'Hier bleiben Sie angemeldet. Alle anderen Sitzungen Ihres Kontos enden.',
	'change.old': 'Bisheriges Passwort',
	'change.go': 'Ändern',
	'change.busy': 'Wird geändert…',
	'change.done': 'Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.',
	'address.open': 'Adresse ändern',
	'address.title': 'Ihre Adresse ändern',
	'address.about':
		'Wir senden einen Link an die neue Adresse. Bis Sie ihm folgen, ändert sich nichts.',
	'address.new': 'Neue E-Mail-Adresse',
	'address.go': 'Link senden',
	'address.busy': 'Wird angefragt…',
	'address.done': ({ email }) =>
		`Eine E-Mail an ${email} sagt, wie es weitergeht. Ihr Link gilt eine halbe Stunde lang.`,
	'places.title': 'Wo Sie sich angemeldet haben',
	'places.about':
		'Ein Ort ist ein Netz und ein Browser zusammen. Der Server kann zwei unterscheiden, aber nicht sagen, welche es sind. Er kennt höchstens fünf, und keinen länger als 90 Tage außer dem letzten.',
	'places.last': ({ moment }) => `Zuletzt am ${moment}`,
	'places.first': ({ moment }) => `Zuerst am ${moment}`,
	'places.none': 'Keiner ist bekannt.',
	'everywhere.go': 'Überall abmelden',
	'everywhere.sure': 'Überall abmelden?',
	'everywhere.about':
		'Jede Sitzung Ihres Kontos endet, auch diese. Kennt vielleicht jemand anderes Ihr Passwort, ändern Sie es stattdessen: Auch das beendet alle anderen Sitzungen.'
};
