import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('de');

export const visit: Translation['visit'] = {
	'page.visit': 'Besuch',

	'steps.label': 'Schritte dieses Besuchs',
	'steps.who': 'Wer',
	'steps.consent': 'Einwilligung',
	'steps.listen': 'Zuhören',
	'steps.history': 'Anamnese',
	'steps.capture': 'Fotos',
	'steps.illustrate': 'Zeigen',
	'steps.plan': 'Plan',
	'steps.sign': 'Aufklärung',
	'steps.report': 'Bericht',
	'steps.done': ({ step }) => `${step}, erledigt`,
	'steps.next': ({ step }) => `Weiter: ${step}`,

	'who.title': 'Wer kommt?',
	'who.anonymous':
		'Noch ist niemand benannt. Das kann so bleiben oder jederzeit nachgeholt werden.',
	'who.name': 'Neuer Patient',
	'who.known': 'Patient der Praxis',
	'who.change': 'Ändern',
	'who.file': 'Akte öffnen',

	'consent.title': 'Vor dem ersten Foto',
	'consent.sheet': 'Bevor dieses Foto geöffnet wird',
	'consent.age': 'Der Patient ist',
	'consent.adult': '18 oder älter',
	'consent.minor': 'Unter 18',
	'consent.guardian': 'Elternteil oder Vormund',
	'consent.guardian.missing': 'Wer willigt ein? Ein Name ist nötig.',
	'consent.relation': 'Beziehung zum Patienten',
	'consent.relation.missing': 'Wie ist die Beziehung? Mutter, Vater, Vormund …',
	'consent.age.card': ({ age }) =>
		`Die Stammdaten lassen ein Alter von ${age} zu: Ein Elternteil oder Vormund willigt ein.`,
	'consent.age.contradicted': ({ age }) =>
		`Die Stammdaten lassen ein Alter von ${age} zu. Berichtigen Sie das Geburtsdatum im Schritt „Wer“, oder lassen Sie einen Elternteil oder Vormund einwilligen.`,
	'consent.again': ({ age }) =>
		`Es hieß, der Patient sei 18 oder älter, doch die Stammdaten lassen ein Alter von ${age} zu. Berichtigen Sie das Geburtsdatum im Schritt „Wer“, oder fragen Sie hier noch einmal, mit einem Elternteil oder Vormund.`,
	'consent.again.short':
		'Stammdaten und Einwilligung sagen Verschiedenes über das Alter des Patienten.',
	'consent.again.go': 'Einwilligung ansehen',
	'consent.age.missing': 'Geben Sie zuerst an, wie alt der Patient ist.',
	'consent.give': 'Ist einverstanden',
	'consent.give.guardian': 'Der Vormund ist einverstanden',
	'consent.busy': 'Wird abgelegt…',
	'consent.decline': 'Jetzt nicht',
	'consent.given': ({ moment }) => `Eingewilligt am ${moment}.`,
	'consent.given.adult': 'Vom Patienten, der 18 oder älter ist.',
	'consent.given.guardian': ({ name, relation }) =>
		relation === ''
			? `Von ${name}, für den Patienten.`
			: `Von ${name} (${relation}), für den Patienten.`,
	'consent.unasked': 'In diesem Besuch wurde noch niemand gefragt. Das nächste Foto fragt danach.',

	'listen.title': 'Was führt den Patienten her?',
	'listen.about':
		'Lassen Sie den Patienten das Gesicht berühren, und schreiben Sie in seinen eigenen Worten auf, was er sagt.',
	'listen.face': 'Gezeichnetes Gesicht: Berühren Sie, wo etwas stört',
	'listen.side': 'Rechts vom Patienten ist links, wie auf einem Foto.',
	'listen.add': 'Ohne Stelle hinzufügen',
	'listen.words': ({ n }) => `${n}. In den eigenen Worten des Patienten`,
	'listen.none': 'Noch nichts.',
	'listen.remove': ({ n }) => `Anliegen ${n} entfernen`,
	'listen.removed': 'Entfernt.',
	'listen.undo': 'Rückgängig',
	'listen.marker': ({ n, area }) => `Anliegen ${n}, ${area}`,
	'listen.saved': 'Gespeichert',
	'listen.saving': 'Wird gespeichert…',

	'capture.title': 'Fotos',
	'capture.about': 'Jede Ansicht kann wegbleiben.',
	'capture.guided': 'Ansichten aufnehmen',
	'capture.open': 'Foto öffnen',
	'capture.brought': 'Vom Patienten mitgebracht',
	'capture.brought.mark': 'vom Patienten mitgebracht',
	'capture.expressions': 'Mimik',
	'capture.others': 'Andere Fotos',
	'capture.take': ({ view }) => `Aufnehmen: ${view}`,
	'capture.show': ({ view }) => `Öffnen: ${view}`,
	'capture.plain':
		'Von der Seite wird kein Gesicht verfolgt: Dieses ist zum Ansehen und Vergleichen.',
	'capture.waiting': ({ count }) =>
		number(count, {
			one: 'Ein Foto wird gerade betrachtet…',
			other: `${count} Fotos werden gerade betrachtet…`
		}),

	'illustrate.title': 'Zeigen',
	'illustrate.about': 'Ein Plan gilt für alle Fotos des Besuchs.',
	'illustrate.none': 'Es gibt noch kein Foto, an dem sich etwas zeigen ließe.',
	'illustrate.capture': 'Foto aufnehmen oder öffnen',
	'illustrate.shown': 'Bisher geplant',
	'illustrate.nothing': 'Noch nichts geplant. Öffnen Sie ein Foto, um zu beginnen.',

	'plan.title': 'Plan',

	'sign.title': 'Aufklärung und Einwilligung',
	'report.title': 'Bericht',

	'views.label': 'Fotos dieses Besuchs',
	'view.front': 'Von vorn',
	'view.oblique-left': '45° links',
	'view.oblique-right': '45° rechts',
	'view.profile-left': 'Seite, links',
	'view.profile-right': 'Seite, rechts',
	'view.frown': 'Zornesfalte',
	'view.raise': 'Brauen gehoben',
	'view.smile': 'Lächeln',
	'view.none': 'Foto'
};

export const photoConsent: Translation['photoConsent'] = {
	number: 2,
	words: [
		'Der Patient willigt ein, fotografiert zu werden, und in Veranschaulichungen von Behandlungen an diesen Fotos.',
		'Das Gesicht wird dafür vermessen, hier auf diesem Gerät. Fotos und Maße werden verschlüsselt aufbewahrt und nirgendwohin gesendet.',
		'Eine Veranschaulichung dient dem Gespräch. Sie ist kein Erfolgsversprechen.'
	]
};
