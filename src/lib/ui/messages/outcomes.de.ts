import type { Translation } from './translation.ts';

export const outcomes: Translation['outcomes'] = {
	title: 'Was der Patient sagt',
	about:
		'Von den Menschen selbst beantwortet. Es sagt, wie sich jemand an dem Tag fühlte, und nicht, warum.',
	none: 'Noch wurde nichts gefragt.',
	'ask.satisfaction': 'Nach der Zufriedenheit fragen',
	'ask.self-esteem': 'Nach dem Selbstwert fragen',
	'ask.no-areas':
		'Nach der Zufriedenheit kann gefragt werden, sobald in einem Besuch Anliegen genannt sind.',
	'series.satisfaction': ({ area }) => `Zufriedenheit: ${area}`,
	'series.self-esteem': 'Selbstwert (Skala von Rosenberg)',
	'error.satisfaction':
		'Von 0 bis 10. Die Frage ist die der App; wie genau sie misst, wurde nie veröffentlicht.',
	'error.self-esteem':
		'Von 0 bis 30, mehr ist höher. Zwei Wochen später wieder gefragt, stimmten die Werte mit 0,85 bis 0,88 überein (Korrelation, Rosenberg 1979). Ein Fehler in Punkten wurde nicht veröffentlicht: Kleine Unterschiede sagen wenig. Ohne alle zehn Antworten gibt es keinen Wert.',
	chart: ({ name, count }) =>
		`${name} im Lauf der Zeit, ${count === 1 ? 'einmal' : `${count}-mal`} beantwortet; die Tabelle darunter sagt dasselbe`,
	treated: 'Behandlung',
	table: 'Als Tabelle',
	'table.day': 'Tag',
	'table.value': 'Antwort oder Wert',
	'table.when': 'Wann',
	value: ({ value, most }) => `${value} von ${most}`,
	'value.none': ({ answered, of }) => `Kein Wert: ${answered} von ${of} beantwortet`,
	before: 'Vor jeder Behandlung',

	'view.label': 'Fragen an den Patienten',
	'view.hello': 'Diese Fragen sind für Sie. Lassen Sie weg, was Sie möchten.',
	'view.published':
		'Die Aussagen stehen auf Englisch da, in den Worten, in denen sie veröffentlicht wurden.',
	'view.progress': ({ at, of }) => `Frage ${at} von ${of}`,
	'view.satisfaction': ({ area }) =>
		`Wie zufrieden sind Sie heute damit, wie das aussieht: ${area}?`,
	'view.least': '0 heißt gar nicht, 10 heißt völlig.',
	'view.back': 'Zurück',
	'view.next': 'Weiter',
	'view.skip': 'Weglassen',
	'view.finish': 'Fertig',
	'view.stop': 'Hier aufhören',
	'view.thanks': 'Danke.',
	'view.give-back': 'Bitte geben Sie das Gerät zurück.',

	'numbers.title': 'Zahlen für die Forschung',
	'numbers.about':
		'Wie viele Patienten es sind, die in die Forschung eingewilligt und Prüfungen nicht widersprochen haben. Über weniger als 10 wird nichts gesagt: keine Namen, keine Bilder, keine Tage.',
	'numbers.count': 'Zählen',
	'numbers.busy': 'Jede Akte wird geöffnet…',
	'numbers.few':
		'Weniger als 10 haben in die Forschung eingewilligt. Über so wenige lässt sich nichts sagen, ohne etwas über jemanden zu sagen.',
	'numbers.save': 'Als CSV speichern',
	'numbers.saved': 'Gespeichert. In jeder Akte steht, dass sie gezählt wurde.',
	'numbers.apart':
		'Geben Sie Zahlen verschiedener Tage nicht nebeneinander weiter: Der Unterschied kann etwas über einen einzelnen Menschen sagen.',
	'numbers.ages': 'Nach Alter',
	'numbers.treatments': 'Nach Bereich, Produkt und Jahr',
	'numbers.treatments.about': 'Jeder Mensch einmal je Bereich, Produkt und Jahr.',
	'numbers.changes': 'Letzte Antwort seit der ersten Behandlung, gegen die letzte davor',
	'numbers.changes.about':
		'Jeder Mensch einmal je Fragebogen oder Bereich. Es sagt nicht, woher eine Veränderung kam.',
	'numbers.rest': 'Alle anderen zusammen',
	'numbers.withheld': 'Nicht angegeben',
	'numbers.sum': 'Summe',
	'numbers.nothing': 'Es gibt noch nichts zu zählen.',
	'col.table': 'Tabelle',
	'col.first': 'Bereich oder Fragebogen',
	'col.second': 'Produkt oder Bereich',
	'col.third': 'Alter, Jahr oder Veränderung',
	'col.count': 'Patienten',
	'age.under-18': 'Unter 18',
	'age.18-29': '18 bis 29',
	'age.30-39': '30 bis 39',
	'age.40-49': '40 bis 49',
	'age.50-59': '50 bis 59',
	'age.60-69': '60 bis 69',
	'age.70-up': '70 und älter',
	'age.unknown': 'Alter nicht bekannt',
	'kind.toxin': 'Toxin (in Einheiten)',
	'kind.filler': 'Filler (in ml oder Spritzen)',
	'kind.thread': 'Fäden',
	'kind.session': 'Sitzungen',
	'kind.other': 'Anderes',
	'change.lower': 'Niedriger',
	'change.same': 'Gleich',
	'change.higher': 'Höher'
};
