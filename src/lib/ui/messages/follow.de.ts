import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('de');

export const follow: Translation['follow'] = {
	'page.compare': 'Fotos vergleichen',
	'compare.title': 'Vergleichen',
	'compare.back': 'Patient',
	'compare.earlier': 'Früher',
	'compare.later': 'Später',
	'compare.none': 'Es braucht zwei Bilder: ein zweites Foto oder eine Veranschaulichung am ersten.',
	'compare.option': ({ moment, view }) => `${view}, ${moment}`,
	'compare.option.brought': ({ moment, view }) => `${view}, ${moment}, vom Patienten mitgebracht`,
	'compare.option.illustration': ({ moment, view, variant }) =>
		`Veranschaulichung ${variant}, ${view}, ${moment}`,
	'compare.picture': ({ day }) => `Foto, ${day}`,
	'compare.drawing': 'Die Veranschaulichung wird gezeichnet…',
	'compare.reading': 'Die Bilder werden übereinandergelegt…',
	'compare.wipe': 'Wischen',
	'compare.wipe.value': ({ share }) => `${share} % früheres Bild`,
	'compare.side-by-side': 'Nebeneinander',
	'compare.over-time': 'Im Verlauf',
	'compare.same': 'Ein Foto, mit und ohne das, was daran geplant ist.',
	'compare.laid': ({ mm }) =>
		`Nach Augen und Nase übereinandergelegt, auf ${mm} mm; Größe, Lage und Licht sind angeglichen.`,
	'compare.held-otherwise':
		'Der Kopf ist anders gehalten: Schon deshalb unterscheiden sich die Umrisse.',
	'changes.title': 'Gemessene Veränderung',
	'changes.about':
		'Zwischen den beiden Fotos, in den Millimetern des früheren. Gesagt wird, was anders ist, nicht warum.',
	'changes.distance': 'Abstand',
	'changes.change': 'Veränderung',
	'changes.told': 'Mehr verschieden als der Messfehler',
	'changes.untold': 'Keine Veränderung, die sich vom Messfehler unterscheiden ließe',
	'changes.none': 'Nicht gemessen',
	'changes.because': ({ name, reason }) => `${name}: ${reason}`,
	'changes.how':
		'± ist das, worin 95 von 100 Wiederholungen ohne jede Veränderung bleiben. Darin steckt, wie die Gesichtspunkte schwanken, wie der Kopf gehalten ist und wie weit die Kamera weg war. Alle Millimeter können um ein Zehntel zu lang oder zu kurz sein, auf beiden Fotos gleich.',
	'changes.withheld.held-otherwise':
		'Nichts wird gemessen: Der Kopf ist auf den beiden Fotos verschieden gehalten, um mehr als 8°.',
	'changes.withheld.expression':
		'Nichts wird gemessen: Das Gesicht tut auf den beiden Fotos Verschiedenes, oder es ist nicht zu erkennen. Beide müssen von vorn aufgenommen sein, entspannt oder mit derselben Mimik.',
	'withheld.needs-frontal': 'Der Kopf ist zu weit gedreht.',
	'withheld.not-visible': 'Nicht auf beiden Fotos zu sehen.',
	'withheld.mouth-open': 'Der Mund ist offen.',
	'withheld.expression': 'Das Gesicht ist dort nicht entspannt.',
	'distance.brow_height': 'Braue über der Pupille',
	'distance.pfh': 'Öffnung des Auges',
	'distance.philtrum': 'Nase bis Oberlippe',
	'distance.upper_lip': 'Höhe der Oberlippe',
	'distance.lower_lip': 'Höhe der Unterlippe',
	'distance.mouth_width': 'Breite des Mundes',
	'distance.bizygomatic': 'Breite an den Wangenknochen',
	'distance.bigonial': 'Breite des Kiefers',
	'distance.right': ({ name }) => `${name}, rechts`,
	'distance.left': ({ name }) => `${name}, links`,

	'lapse.view': 'Ansicht',
	'lapse.series': ({ view, count }) => `${view}: ${count} Fotos`,
	'lapse.play': 'Abspielen',
	'lapse.pause': 'Pause',
	'lapse.scrub': 'Tag',
	'lapse.value': ({ at, of, day }) => `${day}, ${at} von ${of}`,
	'lapse.day': ({ day, since }) => `${day} · ${since}`,
	'lapse.picture': ({ day }) => `Foto, ${day}`,
	'lapse.reading': ({ at, of }) => `Foto ${at} von ${of} wird über das erste gelegt…`,
	'lapse.laid': ({ count }) =>
		`${count} Fotos, jedes nach Augen und Nase über das erste gelegt und wie dieses beleuchtet. Was dazwischen liegt, ist eine Überblendung und kein Foto.`,

	'view.oblique-left-cheek': 'Dreiviertelansicht, linke Wange',
	'view.oblique-right-cheek': 'Dreiviertelansicht, rechte Wange',
	'view.profile-left-cheek': 'Profil, linke Wange',
	'view.profile-right-cheek': 'Profil, rechte Wange',
	'view.frontal': 'Von vorn',
	'view.oblique': 'Dreiviertelansicht',
	'view.profile': 'Profil',

	'visit.no-photographs': 'Keine Fotos.',
	'visit.brought': 'Vom Patienten mitgebracht',
	'visit.illustration': ({ variant }) => `Veranschaulichung ${variant}`,
	'visit.illustration.compare': ({ variant }) =>
		`Veranschaulichung ${variant} mit ihrem Foto vergleichen`,
	'visit.illustrated': ({ treatments }) => `Veranschaulicht: ${treatments}`,
	'visit.follow-up': ({ day }) => `Kontrolle: ${day}`,
	'visit.open': 'Besuch öffnen',
	'timeline.year': ({ year, count }) =>
		number(count, { one: `${year}: ein Besuch`, other: `${year}: ${count} Besuche` }),

	'treated.set': 'Behandlung vermerken',
	'treated.label': 'Tag der Behandlung',
	'treated.on': ({ day }) => `Behandelt am ${day}`,
	'treated.change': 'Ändern',
	'treated.change.name': 'Den Tag der Behandlung ändern',
	'treated.save': 'Tag speichern',
	'treated.clear': 'Nicht behandelt',
	'treated.cancel': 'Abbrechen',
	'treated.outside': ({ from }) => `Zwischen ${from}, dem Besuch, und heute.`,

	'since.same-day': 'Tag der Behandlung',
	'since.days': ({ count }) =>
		number(count, {
			one: '1 Tag nach der Behandlung',
			other: `${count} Tage nach der Behandlung`
		}),
	'since.weeks': ({ count }) =>
		number(count, {
			one: '1 Woche nach der Behandlung',
			other: `${count} Wochen nach der Behandlung`
		}),
	'since.months': ({ count }) =>
		number(count, {
			one: '1 Monat nach der Behandlung',
			other: `${count} Monate nach der Behandlung`
		})
};
