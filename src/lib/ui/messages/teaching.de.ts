import type { Translation } from './translation.ts';

export const teaching: Translation['teaching'] = {
	'page.teaching': 'Lehrfall',
	open: 'Lehrfall',
	title: 'Lehrfall',
	back: 'Zurück zur Akte',
	about:
		'Fotos eines Besuchs, was gemacht wurde und Ihre eigenen Worte als eine Datei, ohne Name, Nummer, Chargen oder Tage.',
	face: 'Ein Gesicht bleibt erkennbar.',
	'face.about':
		'Nichts, was hier hinausgeht, ist anonym: Wer den Patienten kennt, erkennt ihn, und ein Balken über den Augen ändert daran nichts.',
	'use.label': 'Wofür es ist',
	'use.training': 'Lehre in der Praxis',
	'use.case-publication': 'Zur Veröffentlichung',
	'scope.training':
		'Der Patient willigt in die Lehre für das Team der Praxis ein. Es anderswo zu zeigen, braucht eine eigene Einwilligung.',
	'scope.case-publication':
		'Zeitschriften, Bücher, Kongresse und Kurse außerhalb der Praxis, wie es in der Einwilligung des Patienten steht; keine Werbung. Was veröffentlicht ist, lässt sich nicht zurückholen.',
	'consent.title.training': 'In Lehre eingewilligt',
	'consent.title.case-publication': 'In Veröffentlichung eingewilligt',
	'consent.open': 'Unter „Datenschutz“ fragen',
	'consent.lacks.training': 'Nichts geht hinaus, solange in Lehre nicht eingewilligt ist.',
	'consent.lacks.case-publication':
		'Der Patient hat in keine Veröffentlichung eingewilligt, also geht für eine nichts hinaus. Er darf Nein sagen: Fragen Sie ihn in Ruhe, und nur, wenn der Fall es wert ist.',
	'consent.restricted': 'Die Akte ist eingeschränkt: Nichts verlässt sie.',
	'pictures.title': 'Bilder',
	'pictures.none': 'In diesem Besuch gibt es kein Foto.',
	picture: ({ view, time }) => `${view}, ${time}`,
	plan: 'Veranschaulichungen',
	'plan.none': 'Keine',
	'plan.one': ({ variant }) => `Plan ${variant}`,
	'week.none': 'keine Behandlung davor',
	week: ({ week }) => `Woche ${week}`,
	'done.title': 'Was gemacht wurde',
	'done.none': 'Der Plan dieses Besuchs sagt nichts.',
	'text.title': 'In Ihren Worten',
	'text.about': 'Keine Namen, keine Orte, keine Tage: Wochen davor und danach sagen genug.',
	show: 'Zeigen, was hinausginge',
	'show.again': 'Neu zeigen',
	drawing: 'Die Bilder werden gezeichnet …',
	'show.lacks': 'Wählen Sie mindestens ein Foto.',
	'preview.title': 'Das geht hinaus, und sonst nichts',
	'preview.files':
		'Als Seite mit den Bildern daneben, und dasselbe noch einmal als Daten. Die Datei ist nicht verschlüsselt.',
	'attest.training': 'Der Patient hat in Lehre eingewilligt, und ich gebe es allein dafür hinaus.',
	'attest.case-publication':
		'Der Patient hat in die Veröffentlichung dieses Falls eingewilligt, und ich gebe ihn allein dafür hinaus.',
	'attest.lacks': 'Bestätigen Sie das zuerst.',
	save: 'Fall speichern',
	busy: 'Wird geschrieben …',
	saved: 'Gespeichert und in der Akte festgehalten.',
	'case.title.training': 'Fall für die Lehre',
	'case.title.case-publication': 'Fall zur Veröffentlichung',
	'case.age': 'Alter',
	'case.age.band': ({ from, to }) => `${from} bis ${to} Jahre`,
	'case.age.under': 'unter 18 Jahren',
	'case.age.over': ({ from }) => `${from} Jahre oder älter`,
	'case.age.unknown': 'nicht bekannt',
	'case.treatment': 'Behandlung',
	'case.product': 'Produkt',
	'case.amount': 'Menge',
	'case.photograph': ({ view, time }) => `Foto: ${view}, ${time}`,
	'case.illustration': ({ view, time }) => `Veranschaulichung, kein Foto: ${view}, ${time}`,
	'case.warning.training':
		'Das Gesicht ist erkennbar. Der Patient hat in Lehre innerhalb der Praxis eingewilligt; nicht veröffentlichen und nicht weitergeben.',
	'case.warning.case-publication':
		'Das Gesicht ist erkennbar. Der Patient hat in die Veröffentlichung in Fachzeitschriften und Fachbüchern, auf Kongressen, in Kursen und auf deren Websites eingewilligt, nicht als Werbung. Er kann widerrufen: Fragen Sie die Praxis, bevor es noch einmal gezeigt wird.'
};
