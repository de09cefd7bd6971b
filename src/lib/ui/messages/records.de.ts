import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('de');

export const records: Translation['records'] = {
	'page.setup': 'Tresor einrichten',
	'page.unlock': 'Entsperren',
	'page.locked': 'Gesperrt',
	'page.today': 'Heute',
	'page.patients': 'Patienten',
	'page.patient': 'Patient',
	'page.settings': 'Einstellungen',
	'page.restore': 'Wiederherstellen',

	'nav.label': 'Akten',
	'nav.today': 'Heute',
	'nav.patients': 'Patienten',
	'nav.settings': 'Einstellungen',
	'nav.lock': 'Sperren',
	'nav.back': 'Zurück',
	'nav.loading': 'Wird geöffnet…',

	'setup.step': ({ step, of }) => `Schritt ${step} von ${of}`,
	'setup.who.title': 'Wer sind Sie?',
	'setup.who.about':
		'Akten liegen verschlüsselt in einem Tresor auf diesem Gerät. Ihr Name steht bei dem, was Sie darin tun.',
	'setup.who.name': 'Ihr Name',
	'setup.restore': 'Aus einer Sicherung wiederherstellen',
	'setup.next': 'Weiter',
	'setup.back': 'Zurück',
	'setup.passphrase.title': 'Passphrase wählen',
	'setup.passphrase.about':
		'Sie öffnet den Tresor. Mindestens 15 Zeichen; am besten einige Wörter, die nicht zusammengehören.',
	'setup.passphrase.offer': 'Sieben Wörter vorschlagen',
	'setup.passphrase.offered': 'Schreiben Sie diese Wörter auf und verwahren Sie sie sicher:',
	'setup.passphrase.field': 'Passphrase',
	'setup.passphrase.again': 'Noch einmal',
	'setup.passphrase.differs': 'Die beiden stimmen noch nicht überein.',
	'setup.passphrase.keyboard':
		'Achten Sie darauf, dass die Tastatur auf die Sprache gestellt ist, die Sie später benutzen.',
	'setup.show': 'Zeigen',
	'setup.hide': 'Verbergen',
	'strength.short': ({ missing }) =>
		number(missing, { one: 'Noch ein Zeichen.', other: `Noch ${missing} Zeichen.` }),
	'strength.weak': 'Leicht zu erraten. Nehmen Sie Wörter hinzu, die nicht zusammengehören.',
	'strength.fair': 'Gut. Ein Wort mehr macht sie stark.',
	'strength.strong': 'Stark.',
	'setup.create': 'Tresor anlegen',
	'setup.creating': 'Der Tresor wird angelegt…',
	'setup.kit.title': 'Ihr Wiederherstellungsbogen',
	'setup.kit.about':
		'Er öffnet den Tresor, wenn die Passphrase vergessen ist. Drucken oder speichern Sie ihn, und verwahren Sie ihn getrennt von diesem Gerät.',
	'setup.kit.code': 'Wiederherstellungscode',
	'setup.kit.print': 'Drucken',
	'setup.kit.save': 'Als PDF speichern',
	'setup.kit.share': 'Teilen',
	'setup.kit.saved': 'In Ihren Downloads gespeichert. Bringen Sie die Datei von diesem Gerät weg.',
	'setup.kit.warning':
		'Sind Passphrase und Bogen beide verloren, kann niemand den Tresor öffnen: weder die Praxis noch wer Vultus betreibt.',
	'setup.kit.understood': 'Das habe ich verstanden.',
	'setup.kit.next': 'Ich habe ihn',
	'setup.kit.later': 'Später',
	'setup.type.title': 'Steht er auf dem Papier?',
	'setup.type.about': 'Geben Sie diese zwei Gruppen von Ihrem Bogen ein.',
	'setup.type.group': ({ number: group }) => `Gruppe ${group}`,
	'setup.type.confirm': 'Prüfen',
	'setup.done.title': 'Der Tresor ist bereit',
	'setup.done.about':
		'Er sperrt sich nach fünf Minuten ohne Berührung und immer, wenn Sie ihn sperren.',
	'setup.done.later':
		'Der Wiederherstellungsbogen ist noch nicht bestätigt. „Heute“ erinnert Sie daran: Ohne ihn ist mit einer vergessenen Passphrase alles verloren.',
	'setup.done.go': 'Zu „Heute“',
	'kit.file.title': ({ product }) => `${product}: Wiederherstellungsbogen`,
	'kit.file.made': ({ day }) => `Erstellt am ${day}`,
	'kit.file.vault': ({ vault }) => `Tresor ${vault}`,
	'kit.file.how':
		'Wählen Sie auf dem Sperrbildschirm „Wiederherstellungsbogen verwenden“ und geben Sie diesen Code ein. Verwahren Sie dieses Papier getrennt vom Gerät.',

	'unlock.title': 'Akten entsperren',
	'unlock.about':
		'Geben Sie Ihre Passphrase ein. Sie gehört nur Ihnen: Kolleginnen und Kollegen haben ihre eigene.',
	'unlock.field': 'Passphrase',
	'unlock.kit': 'Wiederherstellungscode',
	'unlock.kit.about':
		'Vierzehn Vierergruppen. Bindestriche und Großschreibung spielen keine Rolle.',
	'unlock.use-kit': 'Wiederherstellungsbogen verwenden',
	'unlock.use-passphrase': 'Passphrase verwenden',
	'unlock.go': 'Entsperren',
	'unlock.busy': 'Wird entsperrt…',
	'unlock.take-over': 'Hier übernehmen',
	'unlock.version': ({ version }) => `Version ${version}`,
	'unlock.damaged': 'Der Tresor auf diesem Gerät ist nicht lesbar',
	'unlock.restore': 'Aus einer Sicherung wiederherstellen',
	'locked.title': 'Gesperrt',
	'locked.go': 'Entsperren',

	'kit.reminder': 'Ihr Wiederherstellungsbogen ist noch nicht bestätigt.',
	'kit.reminder.go': 'Jetzt erledigen',
	'kit.again.about': 'Geben Sie Ihre Passphrase ein, um einen Bogen zu erstellen.',
	'kit.again.go': 'Bogen erstellen',

	'today.hello': ({ name }) => `Guten Tag, ${name}`,
	'today.new': 'Neuer Besuch',
	'today.new.hint': 'Erst die Einwilligung, dann Fotos',
	'due.title': ({ count }) => (count === 0 ? 'Kontrollen' : `Fällige Kontrollen: ${count}`),
	'due.ahead': ({ count }) => `In den nächsten 7 Tagen fällig: ${count}`,
	'due.none': 'Heute und in den nächsten 7 Tagen ist niemand fällig.',
	'due.late': ({ days }) => {
		if (days < 14)
			return number(days, { one: 'Seit einem Tag fällig', other: `Seit ${days} Tagen fällig` });
		return days < 61
			? `Seit ${Math.floor(days / 7)} Wochen fällig`
			: `Seit ${Math.floor(days / 30.4)} Monaten fällig`;
	},
	'due.today': 'Heute fällig',
	'due.tomorrow': 'Morgen fällig',
	'due.in': ({ days }) =>
		number(days, { one: 'In einem Tag fällig', other: `In ${days} Tagen fällig` }),
	'due.on': ({ when, day }) => `${when}, ${day}`,
	'due.begin': 'Besuch beginnen',
	'due.begin.of': ({ name }) => `Besuch von ${name} beginnen`,
	'due.calendar.of': ({ name }) => `Kontrolle von ${name} für einen Kalender`,
	'due.calendar.all': 'Alle diese für einen Kalender',
	'due.calendar.about': 'Eine Kalenderdatei nur mit den Tagen. Namen stehen nicht darin.',
	'calendar.event': 'Kontrolle',
	'today.drafts': 'Ohne Namen',
	'today.drafts.none': 'Jeder Besuch hat einen Patienten.',
	'today.recent': 'Zuletzt',
	'today.recent.none': 'Noch kein Patient war da. Beginnen Sie mit einem neuen Besuch.',
	'today.overdue': ({ day }) => `war fällig am ${day}`,
	'today.due-now': 'heute fällig',

	'row.anonymous': 'Ohne Namen',
	'row.visit': ({ day }) => `Letzter Besuch ${day}`,
	'row.no-visit': 'War noch nicht da',
	'row.due': ({ day }) => `Fällig ${day}`,

	'patients.search': 'Patienten suchen',
	'patients.search.hint': 'Name, Geburt, Nummer, Behandlung',
	'patients.add': 'Patienten anlegen',
	'patients.due': 'Nur fällige Kontrollen',
	'patients.count': ({ count }) => number(count, { one: '1 Patient', other: `${count} Patienten` }),
	'patients.none': 'Noch keine Patienten',
	'patients.none.about':
		'Legen Sie einen an, oder beginnen Sie einen Besuch und geben Sie ihm später einen Namen.',
	'patients.not-found': 'Niemand passt. Versuchen Sie es mit weniger Buchstaben.',

	'card.title.new': 'Patienten anlegen',
	'card.title': 'Stammdaten',
	'card.name': 'Name',
	'card.name.missing': 'Geben Sie einen Namen ein.',
	'card.born': 'Geburtsdatum',
	'card.year': 'oder nur das Jahr',
	'card.year.wrong': 'Vier Ziffern, etwa 1984.',
	'card.number': 'Eigene Nummer der Praxis',
	'card.phone': 'Telefon',
	'card.email': 'E-Mail',
	'card.address': 'Anschrift',
	'card.more': 'Kontakt',
	'card.kin': 'Angehörige',
	'card.kin.name': 'Name der angehörigen Person',
	'card.kin.contact': 'Wie sie zu erreichen ist',
	'card.kin.informed': 'Sie weiß, dass wir das aufbewahren.',
	'card.save': 'Speichern',
	'card.private': 'Bleibt verschlüsselt auf diesem Gerät.',

	'file.edit': 'Stammdaten bearbeiten',
	'file.name': 'Namen angeben',
	'file.new-visit': 'Neuer Besuch',
	'file.attach': 'Einem Patienten zuordnen',
	'attach.title': 'Wessen Besuch ist das?',
	'attach.about': 'Seine Fotos und Notizen kommen in die Akte des Patienten.',
	'attach.busy': 'Wird zugeordnet…',
	'file.born': ({ born }) => `Geboren ${born}`,
	'file.number': ({ number: of }) => `Nr. ${of}`,
	'file.visits': 'Besuche',
	'file.visits.none': 'Noch keine Fotos. Ein neuer Besuch beginnt mit einem.',
	'file.open': ({ day }) => `Das Foto vom ${day} öffnen`,
	'file.compare': 'Fotos vergleichen',
	'file.follow-up': 'Kontrolle',
	'file.follow-up.calendar': 'Für einen Kalender',
	'file.follow-up.none': 'Keine',
	'file.follow-up.clear': 'Löschen',
	'file.follow-up.needs': 'Nach dem ersten Besuch.',
	'file.notes': 'Notizen',
	'card.changed': ({ count }) =>
		number(count, {
			one: 'Stammdaten einmal geändert',
			other: `Stammdaten ${count}-mal geändert`
		}),
	'card.difference': ({ fact, before, after }) => `${fact}: ${before} → ${after}`,
	'card.nothing': 'nichts',
	'card.fact.name': 'Name',
	'card.fact.born': 'Geboren',
	'card.fact.number': 'Nummer',
	'card.fact.phone': 'Telefon',
	'card.fact.email': 'E-Mail',
	'card.fact.address': 'Anschrift',
	'card.fact.kin': 'Angehörige',
	'card.fact.gp': 'Hausarztpraxis',
	'card.kin.knows': 'informiert',
	'card.kin.unasked': 'nicht informiert',
	'file.notes.state': 'Patient widerspricht',
	'file.notes.state.field': 'In den eigenen Worten des Patienten',
	'file.notes.state.add': 'Anfügen',
	'file.notes.stated': ({ name, at }) => `Aussage des Patienten, aufgenommen von ${name}, ${at}`,
	'file.notes.none': 'Noch keine Notizen.',
	'file.notes.new': 'Neue Notiz',
	'file.notes.add': 'Notiz hinzufügen',
	'file.notes.amend': 'Berichtigen',
	'file.notes.amended': ({ count }) =>
		number(count, { one: 'Einmal berichtigt', other: `${count}-mal berichtigt` }),
	'file.notes.amending': 'Der frühere Text bleibt in der Akte.',
	'file.notes.by': ({ name, at }) => `${name}, ${at}`,
	'file.notes.somebody': 'Jemand, der nicht mehr hier arbeitet',
	'file.unreadable': ({ count }) =>
		number(count, {
			one: 'Ein Eintrag ist beschädigt und beiseitegelegt. Alles andere ist benutzbar.',
			other: `${count} Einträge sind beschädigt und beiseitegelegt. Alles andere ist benutzbar.`
		}),
	'file.erase': 'Löschen…',
	'erase.title': 'Diese Akte löschen?',
	'erase.about':
		'Stammdaten, Fotos, Veranschaulichungen und Notizen verschwinden, und der Schlüssel, der sie öffnet, wird vernichtet. Das lässt sich nicht rückgängig machen.',
	'erase.backups': 'Ältere Sicherungen können sie noch enthalten: Löschen Sie auch diese.',
	'erase.continue': 'Weiter',
	'erase.sure.title': 'Endgültig löschen?',
	'erase.sure.about': 'Das ist die letzte Frage. Danach kann niemand die Akte öffnen.',
	'erase.go': 'Löschen',
	'erase.keep': 'Behalten',

	'lead.title': 'Anfragen',
	'lead.about': 'Wozu sich die Praxis beim Patienten melden soll.',
	'lead.none': 'Noch nichts angefragt.',
	'lead.send': 'Zu den Anfragen der Praxis senden',
	'lead.queued': ({ at }) => `Wartet auf das Senden, seit ${at}`,
	'lead.sent': ({ at }) => `Gesendet ${at}`,
	'lead.no-interest': 'Kein Bereich genannt',
	'lead.no-key': 'Dieses Gerät hat den Schlüssel der Praxis für Anfragen noch nicht.',
	'lead.compare-first': 'Der Schlüssel der Praxis für Anfragen muss erst verglichen werden.',
	'lead.waits': 'Sie wird gesendet, sobald dieses Gerät online und jemand angemeldet ist.',
	'lead.sheet.about':
		'Auf diesem Gerät versiegelt: Nur die eigenen Geräte der Praxis können sie öffnen. Es geht kein Foto mit.',
	'lead.name': 'Name',
	'lead.name.missing': 'Geben Sie einen Namen ein.',
	'lead.phone': 'Telefon',
	'lead.email': 'E-Mail',
	'lead.contact.missing': 'Geben Sie eine Telefonnummer oder E-Mail-Adresse ein.',
	'lead.interests': 'Interesse an',
	'lead.consent.missing': 'Ohne das Einverständnis des Patienten wird nichts gesendet.',
	'lead.go': 'Senden',
	'lead.busy': 'Wird versiegelt…',
	'leads.title': 'Anfragen',
	'leads.none':
		'Die Praxis möchte Anfragen sammeln, aber dieses Gerät hat ihren Schlüssel noch nicht. Ein Inhaber gibt ihn in der Verwaltung unter „Anfragen“ und vergleicht diesen Code:',
	'leads.compare':
		'Der Schlüssel der Praxis für Anfragen ist da. Vergleichen Sie diesen Code mit dem, den das Gerät des Inhabers unter „Anfragen“ zeigt. Weichen sie ab, sagen Sie es dem Inhaber und machen Sie nicht weiter.',
	'leads.same': 'Sie stimmen überein',
	'leads.holds': 'Dieses Gerät hat den Schlüssel der Praxis. Sein Code ist',
	'leads.changed':
		'Der Schlüssel der Praxis wurde gewechselt und diesem Gerät nicht gegeben. Anfragen warten, bis ein Inhaber ihn in der Verwaltung unter „Anfragen“ gibt und diesen Code vergleicht:',
	'leads.waiting': ({ count }) =>
		number(count, {
			one: '1 Anfrage wartet auf das Senden.',
			other: `${count} Anfragen warten auf das Senden.`
		}),
	'leads.open': 'Anfragen öffnen',
	'leads.settings': 'Zu den Einstellungen',

	'settings.title': 'Einstellungen',
	'settings.groups': 'Teile der Einstellungen',
	'settings.group.opening': 'Öffnen und Sperren',
	'settings.group.clinic': 'Die Praxis',
	'settings.group.device': 'Sicherung und dieses Gerät',
	'settings.group.look': 'Sprache und Aussehen',
	'settings.group.help': 'Hilfe',
	'settings.lock': 'Von selbst sperren',
	'settings.lock.about':
		'Nach dieser Zeit ohne Berührung, und nach einer Minute außer Sicht. Solange ein Patient hinsieht, wird auf Sie gewartet.',
	'settings.lock.short': ({ minutes }) => `${minutes} min`,
	'settings.lock.minutes': ({ minutes }) =>
		number(minutes, { one: '1 Minute', other: `${minutes} Minuten` }),
	'settings.kit': 'Wiederherstellungsbogen',
	'settings.kit.has': 'Bestätigt. Ein neuer macht den alten ungültig.',
	'settings.kit.new': 'Neuen Bogen erstellen',
	'settings.kit.vault': ({ vault }) => `Dieser Tresor ist ${vault}.`,
	'backup.title': 'Sicherung',
	'backup.none':
		'Es gibt noch keine Sicherung. Geht dieses Gerät verloren oder löscht der Browser seinen Speicher, ist alles weg.',
	'backup.last': ({ day, size }) =>
		`Letzte Sicherung am ${day}, ${size} MB, zurückgelesen und vollständig.`,
	'backup.opens-with': 'Die Sicherung öffnet sich mit',
	'backup.passphrase': 'Meiner Passphrase',
	'backup.passphrase.about':
		'Eine verschlüsselte Datei. Sie öffnet sich mit Ihrer heutigen Passphrase, auch wenn Sie diese später ändern; der Wiederherstellungsbogen öffnet sie nicht.',
	'backup.passphrase.field': 'Ihre Passphrase',
	'backup.owner-key': 'Inhaberschlüssel',
	'backup.make': 'Sicherung erstellen',
	'backup.preparing': 'Wird vorbereitet…',
	'backup.writing': ({ size }) => `Wird geschrieben, bisher ${size} MB…`,
	'backup.written':
		'Die Datei ist auf dem Weg in Ihre Downloads; eine große kommt in nummerierten Teilen. Wählen Sie sie dort aus, oder alle Teile zusammen, damit sie zurückgelesen wird: Erst dann zählt die Sicherung.',
	'backup.choose': 'Datei wählen',
	'backup.again': 'Stattdessen eine neue erstellen',
	'backup.checking': 'Wird zurückgelesen…',
	'backup.done':
		'Die Sicherung ist vollständig. Verwahren Sie sie getrennt von diesem Gerät, und löschen Sie ältere, die enthalten, was Sie gelöscht haben.',
	'backup.restore': 'Aus einer Sicherung wiederherstellen',
	'owner-key.about':
		'Sicherungen für den Inhaberschlüssel brauchen beim Erstellen keine Passphrase. Zum Wiederherstellen braucht es den Schlüssel und eine Passphrase oder den Wiederherstellungsbogen.',
	'owner-key.make': 'Schlüssel erstellen',
	'owner-key.field': 'oder die öffentliche Hälfte eines vorhandenen verwenden',
	'owner-key.use': 'Diesen Schlüssel verwenden',
	'owner-key.keep':
		'Das ist der geheime Inhaberschlüssel. Er wird hier nicht aufbewahrt: Speichern Sie ihn getrennt von diesem Gerät. Ohne ihn lassen sich diese Sicherungen nicht öffnen.',
	'owner-key.save': 'Als Text speichern',
	'owner-key.saved': 'In Ihren Downloads gespeichert. Bringen Sie die Datei von diesem Gerät weg.',
	'owner-key.file': ({ product, day }) =>
		`${product}: Inhaberschlüssel für Sicherungen, erstellt am ${day}`,
	'owner-key.set': 'Sicherungen werden für den Inhaber dieses Schlüssels geschrieben:',
	'owner-key.change': 'Anderen Schlüssel verwenden',
	'restore.title': 'Aus einer Sicherung wiederherstellen',
	'restore.about.missing': 'Bringt alles so zurück, wie es war, als die Sicherung erstellt wurde.',
	'restore.about.lost':
		'Der Browser hat die Akten dieses Geräts gelöscht. Eine Sicherung bringt alles so zurück, wie es damals war.',
	'restore.about.open':
		'Fügt die Patienten hinzu, die hier fehlen. Was hier ist, bleibt, wie es ist, und was gelöscht wurde, bleibt gelöscht.',
	'restore.about.damaged':
		'Der Tresor auf diesem Gerät ist nicht lesbar. Eine Sicherung öffnet ihn wieder; was noch da ist, bleibt.',
	'restore.choose': 'Datei wählen',
	'restore.choose.other': 'Andere Datei wählen',
	'restore.key': 'Geheimer Inhaberschlüssel',
	'restore.passphrase.its': 'Die, mit der die Sicherung erstellt wurde.',
	'restore.passphrase.any':
		'Von irgendjemandem, der entsperren konnte, als die Sicherung erstellt wurde.',
	'restore.go': 'Wiederherstellen',
	'restore.reading': 'Wird wiederhergestellt…',
	'restore.checking': 'Das Wiederhergestellte wird geprüft…',
	'passkey.title': 'Mit diesem Gerät entsperren',
	'passkey.about':
		'Per Fingerabdruck, Gesicht oder Gerätecode statt zu tippen. Wer das Gerät entsperren kann, öffnet die Akten dann als Sie. Ihre Passphrase gilt weiter.',
	'passkey.has': 'Eingerichtet. Ihre Passphrase gilt weiter.',
	'passkey.set-up': 'Einrichten',
	'passkey.busy': 'Das Gerät ist an der Reihe…',
	'passkey.remove': 'Entfernen',
	'unlock.passkey': 'Fingerabdruck oder Gesicht',
	'settings.people': 'Wer entsperren kann',
	'settings.people.about':
		'Jede Person hat ihre eigene Passphrase, und ihr Name steht bei dem, was sie tut.',
	'people.you': 'Sie',
	'people.stale': 'Muss neu eingelassen werden',
	'people.name': 'Name der Kollegin oder des Kollegen',
	'people.proof': 'Ihre eigene Passphrase',
	'people.proof.old': 'Ihre bisherige Passphrase',
	'people.new': ({ name }) =>
		name === '' ? 'Passphrase der neuen Person' : `Passphrase von ${name}`,
	'people.new.own': 'Ihre neue Passphrase',
	'people.busy': 'Einen Moment…',
	'people.add': 'Jemanden einlassen',
	'people.add.title': 'Jemanden einlassen',
	'people.add.about':
		'Lassen Sie die Person eine Passphrase eingeben, die nur sie kennt. Ihre eigene braucht es, um den Tresor dafür zu öffnen.',
	'people.add.go': 'Einlassen',
	'people.add.done': ({ name }) => `${name} kann jetzt entsperren.`,
	'people.again': 'Neu einlassen',
	'people.again.title': ({ name }) => `${name} neu einlassen`,
	'people.again.about':
		'Der Schlüssel des Tresors wurde gewechselt, als jemand entfernt wurde. Lassen Sie die Person eine Passphrase eingeben, die nur sie kennt.',
	'people.again.go': 'Einlassen',
	'people.again.done': ({ name }) => `${name} kann wieder entsperren.`,
	'people.change': 'Passphrase ändern',
	'people.change.title': 'Ihre Passphrase ändern',
	'people.change.about':
		'Die alte gilt sofort nicht mehr. Der Wiederherstellungsbogen bleibt gültig.',
	'people.change.go': 'Ändern',
	'people.change.done': 'Ihre Passphrase ist geändert.',
	'people.remove': 'Entfernen',
	'people.remove.name': ({ name }) => `${name} entfernen`,
	'people.remove.title': ({ name }) => `${name} entfernen?`,
	'people.remove.about':
		'Die Person kann diesen Tresor nicht mehr entsperren; was sie schrieb, bleibt mit ihrem Namen. Der Tresor bekommt einen neuen Schlüssel, deshalb müssen alle anderen neu eingelassen und ein neuer Wiederherstellungsbogen erstellt werden.',
	'people.remove.go': 'Entfernen',
	'people.remove.done': ({ name }) =>
		`${name} ist entfernt. Erstellen Sie jetzt einen neuen Wiederherstellungsbogen.`,
	'settings.storage': 'Speicher',
	'storage.unknown': 'Dieser Browser sagt nicht, wie viel Platz da ist.',
	'storage.used': ({ used, quota }) => `${used} von etwa ${quota} sind auf diesem Gerät belegt.`,
	'storage.low': 'Der Platz wird knapp. Erstellen Sie eine Sicherung und räumen Sie das Gerät auf.',
	'storage.full':
		'Für Fotos ist zu wenig Platz. Notizen lassen sich noch schreiben und Akten löschen.',
	'storage.upgrading': ({ done, of }) =>
		`Akten werden in die Form der neuen Version gebracht: ${done} von ${of}. Sie können weiterarbeiten.`,
	'storage.persistent': 'Der Browser behält die Akten, bis Sie sie selbst löschen.',
	'storage.fleeting': 'Der Browser könnte die Akten löschen, wenn dem Gerät der Platz ausgeht.',
	'storage.keep': 'Den Browser bitten, sie zu behalten',
	'storage.refused':
		'Der Browser hat nicht zugestimmt. Meist tut er es, sobald die App installiert ist oder oft benutzt wird.',
	'settings.age': 'Patienten unter 18',
	'settings.age.about':
		'In England ist es strafbar, Menschen unter 18 des Aussehens wegen Botulinumtoxin oder Filler zu injizieren. Solange dies eingeschaltet ist, lassen sich solche Behandlungen in einem Besuch, dessen Patient unter 18 ist oder sein könnte, weder zeigen noch planen. Ein Elternteil oder Vormund willigt in jedem Fall ein.',
	'settings.age.rule': 'Injektionen unter 18',
	'settings.age.on': 'Nicht unter 18',
	'settings.age.off': 'Keine Regel hier',
	'settings.theme': 'Erscheinungsbild',
	'settings.theme.auto': 'Automatisch',
	'settings.theme.light': 'Hell',
	'settings.theme.dark': 'Dunkel'
};

export const leadConsent: Translation['leadConsent'] = {
	number: 2,
	words: [
		'Der Patient willigt ein, dass die Praxis diesen Namen, diese Kontaktdaten und diese Interessen aufbewahrt, um sich bei ihm zu melden, bis die dafür von der Praxis festgelegte Zeit vorbei ist.'
	]
};
