import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('de');

export const purposes: Translation['purposes'] = {
	number: 5,
	words: {
		record: {
			name: 'Fotos in der Akte',
			asks: 'Die Praxis darf mein Gesicht fotografieren und die Fotos in meiner Akte aufbewahren.'
		},
		simulation: {
			name: 'Veranschaulichungen',
			asks: 'Die Praxis darf an meinen Fotos zeigen, wie eine Behandlung aussehen könnte.'
		},
		training: {
			name: 'Schulung in der Praxis',
			asks: 'Die Praxis darf meine Fotos ihrem Team zur Schulung zeigen. Mein Gesicht ist erkennbar.'
		},
		'case-publication': {
			name: 'Veröffentlichung eines Falls',
			asks: 'Die Praxis darf meinen Fall ohne meinen Namen veröffentlichen: Fotos meines Gesichts, mein Alter auf etwa zehn Jahre genau, was gemacht wurde, und die Worte der Behandelnden dazu. Er darf in Fachzeitschriften und Fachbüchern, auf Kongressen, in Kursen außerhalb der Praxis und auf deren Websites gezeigt werden, aber nicht als Werbung. Mein Gesicht ist erkennbar. Was veröffentlicht ist, lässt sich nicht zurückholen. Ich kann jederzeit widerrufen, ohne Grund und ohne Nachteil: Von da an gibt die Praxis nichts mehr heraus und bittet die, die es haben, es zu entfernen.'
		},
		'promotion-web': {
			name: 'Website der Praxis',
			asks: 'Die Praxis darf meine Fotos auf ihrer Website zeigen, wo alle sie sehen und kopieren können.'
		},
		'promotion-social': {
			name: 'Soziale Medien',
			asks: 'Die Praxis darf meine Fotos in sozialen Medien zeigen, wo alle sie sehen und kopieren können.'
		},
		'promotion-print': {
			name: 'Drucksachen',
			asks: 'Die Praxis darf meine Fotos in Broschüren und Zeitschriften abdrucken.'
		},
		research: {
			name: 'Forschung',
			asks: 'Die Praxis darf meine Fotos und meine Akte für die Forschung verwenden.'
		},
		'marketing-email': {
			name: 'E-Mail',
			asks: 'Die Praxis darf mir Neuigkeiten und Angebote per E-Mail senden.'
		},
		'marketing-sms': {
			name: 'SMS',
			asks: 'Die Praxis darf mir Neuigkeiten und Angebote per SMS senden.'
		},
		'marketing-phone': {
			name: 'Telefon',
			asks: 'Die Praxis darf mich wegen Neuigkeiten und Angeboten anrufen.'
		},
		'marketing-post': {
			name: 'Briefpost',
			asks: 'Die Praxis darf mir Neuigkeiten und Angebote per Post senden.'
		},
		'inform-gp': {
			name: 'Mitteilung an die Hausarztpraxis',
			asks: 'Die Praxis darf meine Hausarztpraxis über meine Behandlung unterrichten.'
		},
		'clinical-audit': {
			name: 'Prüfung der Qualität',
			asks: 'Die Praxis darf meine Akte in Prüfungen der Behandlungsqualität einbeziehen.'
		}
	}
};

export const privacy: Translation['privacy'] = {
	'page.privacy': 'Datenschutz',
	'privacy.open': 'Datenschutz',
	'privacy.back': 'Zurück zur Akte',
	'privacy.title': 'Datenschutz',
	'privacy.about':
		'Was die Praxis mit dieser Akte tun darf, was beantragt wurde und was herausgegeben wurde. Lesen Sie es gemeinsam: Es geht um den Patienten.',

	'consents.care': 'Akte und Veranschaulichungen',
	'consents.pictures': 'Fotos für andere',
	'consents.marketing': 'Neuigkeiten und Angebote',
	'consents.objections': 'Weitergabe',
	'consents.objections.about': 'Geschieht, solange der Patient nicht widerspricht.',
	'consents.change': 'Ändern',
	'consents.change.name': ({ name }) => `Ändern: ${name}`,
	'consents.opt-out': 'Abbestellen',
	'consents.opt-out.name': ({ name }) => `Abbestellen: ${name}`,
	'consents.released': ({ count }) =>
		number(count, {
			one: 'Dafür hat einmal etwas den Tresor verlassen',
			other: `Dafür hat ${count}-mal etwas den Tresor verlassen`
		}),

	'state.not-asked': 'Nicht gefragt',
	'state.not-asked.objection': 'Kein Widerspruch',
	'state.given': 'Eingewilligt',
	'state.given.objection': 'Kein Widerspruch',
	'state.declined': 'Abgelehnt',
	'state.declined.objection': 'Widersprochen',
	'state.withdrawn': 'Widerrufen',
	'state.withdrawn.objection': 'Widersprochen',
	'state.expired': 'Abgelaufen',
	'state.since': ({ state, day }) => `${state}, ${day}`,
	'state.until': ({ state, day }) => `${state} bis ${day}`,

	'sheet.asks': 'Der Patient wird gefragt',
	'sheet.give': 'Willigt ein',
	'sheet.give.objection': 'Kein Widerspruch',
	'sheet.decline': 'Lehnt ab',
	'sheet.withdraw': 'Widerruft',
	'sheet.object': 'Widerspricht',
	'sheet.how': 'Wie es gesagt wurde',
	'sheet.until': 'Bis (leer: bis zum Widerruf)',
	'sheet.guardian': 'Elternteil oder Vormund',
	'sheet.relation': 'Verhältnis zum Patienten',
	'sheet.guardian.about': ({ age }) =>
		`Nach den Stammdaten ist ein Alter von ${age} möglich: Ein Elternteil oder Vormund willigt ein.`,
	'sheet.stops':
		'Ein Widerruf beendet dies sofort. Was den Tresor schon verlassen hat, lässt sich von hier nicht zurückholen: Bitten Sie alle, die es haben, es zu entfernen.',
	'sheet.released': 'Hat dafür den Tresor verlassen',
	'sheet.history': 'Was geantwortet wurde',
	'sheet.row': ({ state, moment, how, by }) => `${state}, ${moment}, ${how}, notiert von: ${by}`,
	'sheet.row.guardian': ({ name, relation }) =>
		relation === '' ? `Für den Patienten: ${name}` : `Für den Patienten: ${name} (${relation})`,
	'sheet.words': ({ words }) => `Wortlaut Nr. ${words}`,

	'how.in-person': 'Persönlich',
	'how.in-writing': 'Schriftlich',
	'how.by-phone': 'Telefonisch',
	'how.visit': 'vor einem Foto',
	somebody: 'jemand, der nicht mehr hier arbeitet',

	'release.picture': ({ content, moment }) => `Bild (${content}), ${moment}`,
	'release.paper': ({ content, moment }) => `Papier (${content}), ${moment}`,
	'release.access': ({ moment }) => `Kopie für den Patienten, ${moment}`,
	'release.portability': ({ moment }) => `Datei für eine andere Praxis, ${moment}`,
	'release.contact': ({ moment }) => `Adresse in einem Verteiler, ${moment}`,
	'release.numbers': ({ moment }) => `Gezählt in Zahlen für die Forschung, ${moment}`,
	'release.consultant': ({ content, moment }) => `Datei für ${content}, ${moment}`,

	'requests.title': 'Anträge',
	'requests.none':
		'Nichts wurde beantragt. Ein Patient kann mündlich fragen; die Praxis antwortet innerhalb eines Monats.',
	'requests.new': 'Einen Antrag aufschreiben',
	'requests.due': ({ day, left }) => {
		if (left < 0) return `War fällig am ${day}`;
		if (left === 0) return 'Heute fällig';
		return left === 1 ? `Morgen fällig, ${day}` : `Fällig am ${day}, in ${left} Tagen`;
	},
	'requests.due.by': ({ day }) => `Fällig am ${day}`,
	'requests.received': ({ day }) => `Eingegangen ${day}`,
	'requests.extended': ({ reason }) => `Um zwei Monate verlängert: ${reason}`,
	'requests.identity': ({ how }) => `Identität: ${how}`,
	'requests.identity.open': 'Wer fragt, ist noch nicht geprüft',
	'requests.answered': ({ day }) => `Beantwortet ${day}`,
	'requests.open': 'Weiter',
	'requests.open.name': ({ right }) => `Weiter: ${right}`,
	'outcome.done': 'Erledigt',
	'outcome.partly': 'Teilweise erledigt',
	'outcome.refused': 'Abgelehnt',

	'request.title': 'Ein Antrag des Patienten',
	'request.right': 'Was beantragt wird',
	'request.received': 'Eingegangen am',
	'request.received.missing': 'An welchem Tag erreichte er die Praxis?',
	'request.about': 'In den Worten des Patienten',
	'request.keep': 'Aufschreiben',
	'request.identity': 'Woran Sie gesehen haben, wer fragt',
	'request.identity.hint': 'Ihnen bekannt, Ausweis gesehen, Vollmacht …',
	'request.identity.keep': 'Die Identität ist geprüft',
	'request.extend': 'Braucht zwei Monate mehr',
	'request.extend.reason': 'Warum es länger dauert (wird dem Patienten gesagt)',
	'request.extend.keep': 'Um zwei Monate verlängern',
	'request.outcome': 'Antwort',
	'request.reason': 'Warum (wird dem Patienten gesagt)',
	'request.file': 'Was der Patient bekommen hat',
	'request.answer': 'Ist beantwortet',

	'flags.title': 'Grenzen',
	'restriction.off': 'Diese Akte wird verwendet wie vereinbart.',
	'restriction.on': ({ day, reason }) => `Eingeschränkt seit ${day}: ${reason}`,
	'restriction.on.about':
		'Sie wird aufbewahrt und kann angesehen werden. Nichts wird veranschaulicht, und nichts verlässt den Tresor außer den eigenen Kopien des Patienten.',
	'restriction.set': 'Akte einschränken',
	'restriction.lift': 'Einschränkung aufheben',
	'kin.about': ({ name }) =>
		`${name} kann selbst darum bitten. Name und Kontakt verschwinden dann aus den Stammdaten und aus deren Verlauf.`,
	'kin.remove': 'Angehörige Person entfernen',
	'kin.sure': 'Endgültig entfernt. Es bleibt nur, dass jemand entfernt wurde.',

	'copies.title': 'Kopien und Löschung',
	'copies.access': 'Kopie für den Patienten',
	'copies.access.about':
		'Alles, was aufbewahrt wird, als Dokument und als Daten, mit jedem Foto. Auf diesem Gerät erstellt.',
	'copies.count': ({ count }) =>
		count === 0
			? 'Noch keine wurde erstellt: Die erste ist kostenlos.'
			: number(count, {
					one: 'Eine wurde schon erstellt. Eine weitere darf ein angemessenes Entgelt kosten.',
					other: `${count} wurden schon erstellt. Eine weitere darf ein angemessenes Entgelt kosten.`
				}),
	'copies.fee': 'Entgelt für eine weitere Kopie (leer: keines)',
	'copies.portability': 'Datei für eine andere Praxis',
	'copies.portability.about':
		'Dasselbe in einer Form, die andere Programme lesen und die Vultus in einem anderen Tresor öffnet.',
	'copies.make': 'Datei erstellen',
	'copies.make.short': 'Erstellen',
	'copies.busy': 'Alles wird gesammelt…',
	'copies.saved':
		'Gespeichert. Die Datei ist nicht verschlüsselt: Geben Sie sie niemandem außer dem Patienten.',
	'copies.sure':
		'Die Datei ist nicht verschlüsselt; wer sie hat, kann sie lesen. Ihr Name sagt nichts über den Patienten.',
	'erasure.about': 'Vernichtet den Schlüssel der Akte und alles darin. Nichts bringt sie zurück.',
	'erasure.print': 'Brief, der sagt, warum',

	'use.label': 'Wofür ist es?',
	'use.patient': 'Eigene Kopie des Patienten',
	'use.about':
		'Es geht nur hinaus, wenn der Patient darin eingewilligt hat, und wird in seiner Akte vermerkt.',
	'use.attest':
		'Der Patient hat in diesen Zweck eingewilligt, und ich gebe es allein dafür hinaus.',
	'use.attest.lacks': 'Bestätigen Sie das zuerst.',
	'letter.gp': 'Sie geht an die Hausarztpraxis des Patienten',
	'card-number':
		'Das sieht nach der Nummer einer Zahlungskarte aus. Sie gehört nicht in die Akte eines Patienten.',

	'patients.more': 'Mehr',
	'import.title': 'Patientenakte von anderswo',
	'import.about':
		'Eine ZIP-Datei, die Vultus mit „Datei für eine andere Praxis“ erstellt hat. Aus ihr wird hier ein neuer Patient; die Datei selbst bleibt, wo sie ist.',
	'import.choose': 'Datei wählen',
	'import.busy': 'Die Datei wird gelesen…',
	'mailing.title': 'Verteiler',
	'mailing.about':
		'Alle, die in diesen Weg eingewilligt haben, und niemand sonst, als CSV-Datei. Dass sie darin stehen, wird bei jeder Person vermerkt.',
	'mailing.channel': 'Weg',
	'mailing.save': 'Als CSV speichern',
	'mailing.busy': 'Jede Akte wird geöffnet…',
	'mailing.saved': ({ count }) =>
		count === 0
			? 'In diesen Weg hat niemand eingewilligt.'
			: number(count, {
					one: 'Gespeichert, mit einer Person darin.',
					other: `Gespeichert, mit ${count} Personen darin.`
				}),
	'mailing.name': 'Name',
	'mailing.contact': 'Kontakt',
	'mailing.agreed': 'Einwilligung, Datum',
	'mailing.words': 'Einwilligung, Wortlaut Nr.',

	'paper.access': 'Kopie einer Patientenakte',
	'paper.portability': 'Zusammenfassung einer Patientenakte',
	'paper.foot': 'Auf dem Gerät der Praxis erstellt. Nicht verschlüsselt.',
	'paper.rights':
		'Sie können von der Praxis verlangen, dass sie berichtigt, einschränkt, herausgibt oder löscht, was sie von Ihnen aufbewahrt, der Verwendung widersprechen und sich bei Ihrer Datenschutzbehörde beschweren.',
	'paper.automated': 'Über Sie entscheidet nie eine Maschine allein.',
	'paper.purposes': 'Worin Sie eingewilligt haben',
	'paper.purposes.head': 'Zweck',
	'paper.state.head': 'Stand',
	'paper.released': 'Was den Tresor verlassen hat',
	'paper.released.none': 'Nichts.',
	'paper.requests': 'Was Sie beantragt haben',
	'paper.requests.none': 'Nichts.',
	'paper.gp-untold':
		'Eine Hausarztpraxis, die nichts erfährt, verschreibt vielleicht etwas, das sich mit Ihrer Behandlung nicht verträgt, oder sucht die Ursache späterer Beschwerden an anderer Stelle.',
	'paper.kept-until': 'Wie lange es aufbewahrt wird',
	'paper.kept-until.about': 'Wie das Gesetz und die eigenen Regeln der Praxis es verlangen.',
	'paper.kept-until.hold': ({ reason }) =>
		`Die Akte ist aus rechtlichem Grund festgehalten und darf jetzt nicht gelöscht werden: ${reason}`,
	'paper.all': 'Alles, was aufbewahrt wird',
	'paper.all.about':
		'Eintrag für Eintrag, unter den Namen, die die App verwendet. Lange Zahlenreihen, etwa von Punkten des Gesichts, stehen in der Datei record.json neben diesem Dokument.',
	'paper.field': 'Feld',
	'paper.value': 'Wert',
	'paper.numbers': ({ count }) => `${count} Zahlen, in record.json`,
	'paper.nothing': 'nichts',
	'paper.refusal': 'Warum Ihre Akte nicht gelöscht wird',
	'paper.refusal.dear': ({ name }) => `Akte von ${name}`,
	'paper.refusal.asked':
		'Sie haben die Praxis gebeten zu löschen, was sie von Ihnen aufbewahrt. Das darf sie jetzt nicht, weil die Akte aus rechtlichem Grund festgehalten ist:',
	'paper.refusal.then':
		'Sie können sich bei Ihrer Datenschutzbehörde beschweren oder ein Gericht anrufen. Wenn Sie darum bitten, wird die Akte inzwischen für nichts anderes verwendet.'
};

export const rights: Translation['rights'] = {
	access: 'Auskunft über das Aufbewahrte',
	rectification: 'Berichtigung',
	restriction: 'Einschränkung',
	objection: 'Widerspruch',
	portability: 'Datei für eine andere Praxis',
	erasure: 'Löschung',
	withdrawal: 'Widerruf der Einwilligung'
};
