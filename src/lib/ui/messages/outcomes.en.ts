import { inLanguage, speaker } from './speak.ts';

/** What patients say of themselves in questionnaires, and the numbers that are made of many. */
export const OUTCOME_WORDS = {
	title: 'What the patient says',
	about: 'In the patient’s own answers. They say how somebody felt on a day, and not why.',
	none: 'Nothing was asked yet.',
	'ask.satisfaction': 'Ask how satisfied they are',
	'ask.self-esteem': 'Ask about self-esteem',
	'ask.no-areas': 'How satisfied they are can be asked once a visit has concerns.',
	'series.satisfaction': ({ area }: { area: string }) => `Satisfaction: ${area}`,
	'series.self-esteem': 'Self-esteem (Rosenberg’s scale)',
	'error.satisfaction':
		'From 0 to 10. The question is the app’s own; how exactly it measures was never published.',
	'error.self-esteem':
		'From 0 to 30, more is higher. Asked again two weeks later, scores went together by 0.85 to 0.88 (correlation, Rosenberg 1979). An error in points was not published: small differences say little. Without all ten answers there is no score.',
	chart: ({ name, count }: { name: string; count: number }) =>
		`${name} over time, answered ${count === 1 ? 'once' : `${count} times`}; the table below says the same`,
	treated: 'Treatment',
	table: 'As a table',
	'table.day': 'Day',
	'table.value': 'Answer or score',
	'table.when': 'When',
	value: ({ value, most }: { value: number; most: number }) => `${value} of ${most}`,
	'value.none': ({ answered, of }: { answered: number; of: number }) =>
		`No score: ${answered} of ${of} answered`,
	before: 'Before any treatment',

	'view.label': 'Questions for the patient',
	'view.hello': 'These questions are for you. Leave out whatever you like.',
	'view.published': 'The statements stand in English, in the words in which they were published.',
	'view.progress': ({ at, of }: { at: number; of: number }) => `Question ${at} of ${of}`,
	'view.satisfaction': ({ area }: { area: string }) =>
		`How satisfied are you today with how this looks: ${area}?`,
	'view.least': '0 means not at all, 10 means completely.',
	'view.back': 'Back',
	'view.next': 'Next',
	'view.skip': 'Leave it out',
	'view.finish': 'Finish',
	'view.stop': 'Stop here',
	'view.thanks': 'Thank you.',
	'view.give-back': 'Please hand the device back.',

	'numbers.title': 'Numbers for research',
	'numbers.about':
		'Counts of patients who agreed to research and did not object to audits. Of fewer than 10 people nothing is told: no names, no pictures, no days.',
	'numbers.count': 'Count',
	'numbers.busy': 'Opening every file…',
	'numbers.few':
		'Fewer than 10 patients agreed to research. Of so few nothing can be told without telling of somebody.',
	'numbers.save': 'Save as CSV',
	'numbers.saved': 'Saved. Each patient’s file says that they were counted.',
	'numbers.apart':
		'Do not pass on numbers of different days side by side: the difference can tell of one person.',
	'numbers.ages': 'By age',
	'numbers.treatments': 'By area, product and year',
	'numbers.treatments.about': 'Each patient once for each area, product and year.',
	'numbers.changes': 'Last answer since the first treatment, against the last before it',
	'numbers.changes.about':
		'Each patient once for each questionnaire or area. It does not say what a change came from.',
	'numbers.rest': 'All others together',
	'numbers.withheld': 'Not told',
	'numbers.sum': 'Sum',
	'numbers.nothing': 'There is nothing to count yet.',
	'col.table': 'Table',
	'col.first': 'Area or questionnaire',
	'col.second': 'Product or area',
	'col.third': 'Age, year or change',
	'col.count': 'Patients',
	'age.under-18': 'Under 18',
	'age.18-29': '18 to 29',
	'age.30-39': '30 to 39',
	'age.40-49': '40 to 49',
	'age.50-59': '50 to 59',
	'age.60-69': '60 to 69',
	'age.70-up': '70 and older',
	'age.unknown': 'Age not known',
	'kind.toxin': 'Toxin (in units)',
	'kind.filler': 'Filler (in mL or syringes)',
	'kind.thread': 'Threads',
	'kind.session': 'Sessions',
	'kind.other': 'Other',
	'change.lower': 'Lower',
	'change.same': 'The same',
	'change.higher': 'Higher'
} as const;

/** The text of a key; a missing key or value is a type error. */
export const q = speaker(inLanguage('outcomes', OUTCOME_WORDS));
