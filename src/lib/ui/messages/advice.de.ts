import type { Translation } from './translation.ts';

export const advice: Translation['advice'] = {
	title: 'Aus der Anamnese vorgeschlagen',
	about:
		'Aus den Antworten, nach veröffentlichten Leitlinien. Nichts wird von selbst aufgenommen: Was Sie übernehmen, steht unter Ihrem Namen.',
	why: ({ reasons }) => `Warum: ${reasons}`,
	'why.chosen': ({ question, options }) => `${question}: ${options}`,
	'why.lacks': ({ question, options }) => `${question}: ohne ${options}`,
	source: ({ source }) => `Quelle: ${source}`,
	'take.plan': 'In den Plan übernehmen',
	'take.aftercare': 'In die Nachsorge übernehmen',
	'take.name': ({ take, name }) => `${take}: ${name}`,
	later: 'Jetzt nicht',
	'later.name': ({ name }) => `Jetzt nicht: ${name}`,
	'taken.plan': ({ name, moment }) => `Im Plan: ${name}, ${moment}`,
	'taken.aftercare': ({ name, moment }) => `In der Nachsorge: ${name}, ${moment}`,
	back: 'Wieder herausnehmen',
	'back.name': ({ text }) => `Wieder herausnehmen: ${text}`,

	setting: 'Vorschläge aus der Anamnese',
	'setting.about':
		'Beim Plan kann Vultus nennen, was nach den Antworten aufzuschreiben wäre, mit den Antworten und der Quelle. Nur Sie sehen es, und es steht nirgends, bis Sie es übernehmen.',
	on: 'Vorschlagen',
	off: 'Nichts vorschlagen'
};

export const advices: Translation['advices'] = {
	'sun-protection': {
		name: 'Schutz vor der Sonne',
		text: 'Schützen Sie Ihre Haut vor der Sonne: Schatten, Kleidung und Hut, und Sonnenschutzmittel, wo diese nicht hinreichen.'
	},
	'melasma-sun': {
		name: 'Sonne und Melasma',
		text: 'Sonne macht ein Melasma dunkler: Schützen Sie Ihr Gesicht jeden Tag davor, und meiden Sie Solarien.'
	},
	'retinoid-timing': {
		name: 'Retinoid oder Säure vor Peeling oder Laser',
		text: 'Vor einem Peeling oder Laser: fragen, wann Retinoid oder Säure zuletzt verwendet wurde, und vereinbaren, wann es pausiert und wieder aufgenommen wird.'
	},
	'isotretinoin-timing': {
		name: 'Isotretinoin vor Peeling oder Laser',
		text: 'Aufschreiben, wann Isotretinoin zuletzt genommen wurde; maschinelle Dermabrasion und voll ablative Laser erst nach der Zeit, die die Fachinformation verlangt.'
	},
	'blood-thinners': {
		name: 'Blutverdünnendes Medikament',
		text: 'Das blutverdünnende Medikament ändert niemand außer wer es verschrieben hat. Blutergüsse sind wahrscheinlicher: Druck und Zeit einplanen.'
	},
	'stop-smoking': {
		name: 'Hilfe beim Rauchstopp',
		text: 'Wunden heilen ohne Rauchen besser. Wenn Sie aufhören möchten, helfen Ihre Hausarztpraxis oder eine Raucherberatung.'
	}
};
