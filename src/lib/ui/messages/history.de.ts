import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('de');

export const history: Translation['history'] = {
	title: 'Anamnese',
	about: 'Jede Frage kann wegbleiben. Keine Antwort entscheidet etwas.',
	pages: 'Seiten der Anamnese',
	'page.done': ({ page }) => `${page}, gefragt`,
	overview: 'Übersicht',
	back: 'Zurück',
	next: 'Nächste Seite',
	'next.name': ({ page }) => `Nächste Seite: ${page}`,
	saved: 'Gespeichert',
	saving: 'Wird gespeichert…',
	progress: ({ at, of }) => `Seite ${at} von ${of}`,

	'state.not-asked': 'Nicht gefragt',
	'state.declined': 'Keine Angabe',
	decline: 'Keine Angabe',
	'decline.name': ({ question }) => `${question}: möchte nicht antworten`,
	unask: 'Nicht gefragt',
	'unask.name': ({ question }) => `${question}: nicht gefragt`,
	'own-words': 'In wenigen Worten',
	'own-words.name': ({ question }) => `${question}: in wenigen Worten`,

	'elsewhere.add': 'Eine Behandlung hinzufügen',
	'elsewhere.remove': ({ n }) => `Behandlung ${n} entfernen`,
	'elsewhere.n': ({ n }) => `Behandlung ${n}`,
	'elsewhere.what': 'Was',
	'elsewhere.by': 'Wo oder von wem',
	'elsewhere.when': 'Wann',
	'elsewhere.source': 'Sagt wer',
	'elsewhere.patient': 'Der Patient',
	'elsewhere.document': 'Ein Dokument',
	'elsewhere.removed': 'Entfernt.',
	undo: 'Rückgängig',

	'again.title': 'Was hat sich seither geändert?',
	'again.about':
		'Das sind die letzten Antworten. Fragen Sie, ob sie noch gelten, und ändern Sie nur, was nicht mehr stimmt.',
	'again.day': 'Heute zu fragen',
	'again.same': 'Nichts hat sich geändert',
	'again.busy': 'Wird abgelegt…',
	'again.done': 'Jede frühere Antwort wurde heute bestätigt oder geändert.',
	'again.change': 'Ändern',
	'again.change.name': ({ question }) => `Ändern: ${question}`,
	'answered.count': ({ count }) => number(count, { one: '1 Antwort', other: `${count} Antworten` }),
	answered: ({ day, name }) => `${day}, ${name}`,
	confirmed: ({ day }) => `am ${day} noch so`,
	before: ({ count }) =>
		number(count, { one: '1 frühere Antwort', other: `${count} frühere Antworten` }),
	none: 'Noch nichts gefragt.',
	unasked: ({ count }) =>
		number(count, {
			one: '1 Frage wurde nicht gestellt.',
			other: `${count} Fragen wurden nicht gestellt.`
		}),
	somebody: 'jemand',

	flags: 'Zu besprechen',
	'flags.none': 'Keine Antwort muss besprochen werden.',
	'flags.about': 'Eine Erinnerung, nicht mehr: Was daraus folgt, beurteilen Sie.',
	'flag.talked': 'Besprochen',
	'flag.talked.name': ({ flag }) => `${flag}: besprochen`,
	'flag.by': ({ name, moment }) => `${name}, ${moment}`,
	'flag.before': ({ kinds }) => `Vor ${kinds}`,

	'pause.title': 'Die Simulation anhalten und sprechen',
	'pause.about':
		'Die Antworten sagen, dass den Patienten etwas an seinem Aussehen belastet. Bilder dessen, was sich ändern ließe, können das verschlimmern. Sprechen Sie zuerst: Was erhofft er sich, und würde jemand anderes mehr helfen?',
	'pause.by-hand': 'Die Simulation wurde für ein Gespräch angehalten.',
	'pause.no-diagnosis': 'Das ist ein Grund zu sprechen und keine Diagnose.',
	'pause.stop': 'Hier anhalten',
	'pause.go-on': 'Weiter zum Zeigen',
	'pause.sure': 'Trotzdem weiter zum Zeigen?',
	'pause.sure.about': 'Beim Besuch wird abgelegt, dass Sie weitermachen wollten, und wann.',
	'pause.sure.go': 'Ich mache weiter',
	'pause.stay': 'Angehalten lassen',
	'pause.held': 'In diesem Besuch wird nichts simuliert, bis Sie weitermachen.',
	'pause.went-on': ({ name, moment }) => `Nach einer Pause fortgesetzt: ${name}, ${moment}.`
};

export const historyPages: Translation['historyPages'] = {
	health: 'Gesundheit',
	medicines: 'Medikamente und Allergien',
	elsewhere: 'Frühere Behandlungen',
	skin: 'Haut',
	care: 'Pflege und Sonne',
	living: 'Lebensweise',
	expectations: 'Erwartungen'
};

export const historyItems: Translation['historyItems'] = {
	pregnancy: 'Schwangerschaft und Stillzeit',
	recent: 'In den letzten vier Wochen',
	conditions: 'Krankheiten',
	medications: 'Medikamente, jetzt oder in den letzten sechs Monaten',
	allergies: 'Allergien',
	treatments: 'Behandlungen anderswo, je',
	complications: 'Probleme nach einer Behandlung',
	'skin-conditions': 'Hauterkrankungen',
	topicals: 'Verschriebene Cremes oder solche mit Säuren',
	'skin-allergies': 'Was die Haut nicht verträgt',
	routine: 'Hautpflege',
	cosmetics: 'Make-up',
	sun: 'Sonne',
	phototype: 'Haut in der Sonne (Hauttyp), falls es hilft',
	hair: 'Haar, falls es hilft',
	smoking: 'Rauchen',
	sleep: 'Schlaf',
	stress: 'Stress',
	exercise: 'Bewegung',
	diet: 'Ernährung',
	gender: 'Geschlecht, falls der Patient es sagen möchte',
	cycle: 'Menstruationszyklus',
	flaw: 'Beschäftigt Sie etwas an Ihrem Aussehen, das andere kaum sehen?',
	'flaw-hours': 'Wie lange denken Sie an einem gewöhnlichen Tag daran?',
	'flaw-distress': 'Wie sehr belastet es Sie?',
	'no-relief': 'Haben frühere Behandlungen diese Last genommen?'
};

export const historyOptions: Translation['historyOptions'] = {
	'pregnancy.no': 'Nein',
	'pregnancy.pregnant': 'Schwanger',
	'pregnancy.maybe': 'Vielleicht',
	'pregnancy.planned': 'Bald geplant',
	'pregnancy.breastfeeding': 'Stillt',
	'recent.none': 'Nichts davon',
	'recent.dental': 'Zahnbehandlung',
	'recent.vaccination': 'Impfung',
	'recent.illness': 'Krankheit mit Fieber',
	'recent.operation': 'Operation',
	'conditions.none': 'Nichts davon',
	'conditions.autoimmune': 'Autoimmun',
	'conditions.neuromuscular': 'Nerven und Muskeln',
	'conditions.bleeding': 'Gerinnungsstörung',
	'conditions.keloid': 'Keloide',
	'conditions.cold-sores': 'Lippenherpes',
	'conditions.diabetes': 'Diabetes',
	'conditions.weak-immunity': 'Schwaches Immunsystem',
	'conditions.heart': 'Herz oder Kreislauf',
	'medications.none': 'Nichts davon',
	'medications.anticoagulants': 'Gerinnungshemmer',
	'medications.antiplatelets': 'ASS, andere Plättchenhemmer',
	'medications.supplements': 'Fischöl, Ginkgo, Vitamin E',
	'medications.isotretinoin': 'Isotretinoin',
	'medications.immunosuppressants': 'Immunsuppressiva, Kortison',
	'medications.muscle-relaxants': 'Muskelrelaxanzien',
	'medications.aminoglycosides': 'Aminoglykoside',
	'allergies.none': 'Nichts davon',
	'allergies.anaphylaxis': 'Anaphylaxie, worauf auch immer',
	'allergies.lidocaine': 'Lidocain',
	'allergies.albumin': 'Albumin',
	'allergies.hyaluronidase': 'Hyaluronidase',
	'allergies.insect-venom': 'Bienen- oder Wespenstiche',
	'allergies.latex': 'Latex',
	'allergies.chlorhexidine': 'Chlorhexidin',
	'allergies.antibiotics': 'Antibiotika',
	'treatments.none': 'Keine',
	'treatments.toxin': 'Botulinumtoxin',
	'treatments.filler': 'Filler',
	'treatments.permanent-filler': 'Permanenter Filler, Silikon',
	'treatments.threads': 'Fäden',
	'treatments.fat-dissolving': 'Fettauflösung',
	'treatments.laser-or-peel': 'Laser oder Peeling',
	'treatments.operation': 'Operation im Gesicht',
	'complications.none': 'Keine',
	'complications.vessel': 'Gefäßverschluss',
	'complications.lumps': 'Knoten oder Schwellung',
	'complications.drooping': 'Hängendes Lid oder hängende Braue',
	'complications.infection': 'Infektion',
	'complications.scar': 'Narbe oder dunkler Fleck',
	'skin-conditions.none': 'Nichts davon',
	'skin-conditions.acne': 'Akne',
	'skin-conditions.rosacea': 'Rosazea',
	'skin-conditions.eczema': 'Ekzem',
	'skin-conditions.psoriasis': 'Psoriasis',
	'skin-conditions.melasma': 'Melasma',
	'skin-conditions.vitiligo': 'Vitiligo',
	'skin-conditions.infected-today': 'Heute wund oder entzündet',
	'topicals.none': 'Nichts davon',
	'topicals.retinoid': 'Retinoid',
	'topicals.hydroquinone': 'Hydrochinon',
	'topicals.steroid': 'Kortison',
	'topicals.acid': 'Säuren',
	'skin-allergies.none': 'Nichts davon',
	'skin-allergies.fragrance': 'Duftstoffe',
	'skin-allergies.preservatives': 'Konservierungsstoffe',
	'skin-allergies.plasters': 'Pflaster',
	'skin-allergies.metals': 'Metalle',
	'routine.none': 'Keine',
	'routine.cleanser': 'Reinigung',
	'routine.moisturiser': 'Feuchtigkeitspflege',
	'routine.sunscreen': 'Täglich Sonnenschutz',
	'routine.serum': 'Serum',
	'cosmetics.never': 'Nie',
	'cosmetics.sometimes': 'Manchmal',
	'cosmetics.daily': 'Täglich',
	'sun.little': 'Wenig',
	'sun.some': 'Etwas',
	'sun.much': 'Viel',
	'sun.tanned-now': 'Jetzt gebräunt',
	'phototype.1': 'I',
	'phototype.2': 'II',
	'phototype.3': 'III',
	'phototype.4': 'IV',
	'phototype.5': 'V',
	'phototype.6': 'VI',
	'hair.straight': 'Glatt',
	'hair.wavy': 'Wellig',
	'hair.curly': 'Lockig',
	'hair.coily': 'Kraus',
	'smoking.never': 'Nie',
	'smoking.stopped': 'Aufgehört',
	'smoking.sometimes': 'Manchmal',
	'smoking.daily': 'Täglich',
	'sleep.well': 'Gut',
	'sleep.varying': 'Unterschiedlich',
	'sleep.badly': 'Schlecht',
	'stress.little': 'Wenig',
	'stress.some': 'Etwas',
	'stress.much': 'Viel',
	'exercise.rarely': 'Selten',
	'exercise.weekly': 'Wöchentlich',
	'exercise.most-days': 'An den meisten Tagen',
	'diet.mixed': 'Gemischt',
	'diet.vegetarian': 'Vegetarisch',
	'diet.vegan': 'Vegan',
	'diet.other': 'Andere',
	'gender.woman': 'Frau',
	'gender.man': 'Mann',
	'gender.other': 'Anderes',
	'cycle.regular': 'Regelmäßig',
	'cycle.irregular': 'Unregelmäßig',
	'cycle.menopause': 'Menopause',
	'cycle.does-not-apply': 'Trifft nicht zu',
	'flaw.no': 'Nein',
	'flaw.somewhat': 'Ein wenig',
	'flaw.yes': 'Ja',
	'flaw-hours.under-1': 'Unter einer Stunde',
	'flaw-hours.1-to-3': 'Eine bis drei Stunden',
	'flaw-hours.over-3': 'Länger',
	'flaw-distress.none': 'Gar nicht',
	'flaw-distress.some': 'Etwas',
	'flaw-distress.much': 'Sehr',
	'no-relief.never-tried': 'Es gab keine',
	'no-relief.relieved': 'Ja',
	'no-relief.not-relieved': 'Nein'
};

export const flags: Translation['flags'] = {
	pregnancy: {
		name: 'Schwangerschaft, oder sie ist möglich',
		why: 'Ästhetische Behandlungen sind in der Schwangerschaft nicht untersucht und werden meist verschoben.'
	},
	breastfeeding: {
		name: 'Stillzeit',
		why: 'Es ist nicht bekannt, was von einem injizierten Produkt in die Milch übergeht.'
	},
	dental: {
		name: 'Kürzlich Zahnbehandlung',
		why: 'Bakterien, die dabei ins Blut gelangen, können sich auf einem frischen Filler festsetzen.'
	},
	vaccination: {
		name: 'Kürzlich Impfung',
		why: 'Filler sind nach Impfungen angeschwollen, meist für einige Tage.'
	},
	illness: {
		name: 'Kürzlich Krankheit mit Fieber',
		why: 'Eine Infektion kann die Heilung verzögern und einen Filler anschwellen lassen.'
	},
	operation: {
		name: 'Kürzlich Operation',
		why: 'Heilung, Medikamente und Lagerung nach einer Operation passen vielleicht nicht zu einer Behandlung.'
	},
	autoimmune: {
		name: 'Autoimmunkrankheit',
		why: 'Sie kann aufflammen, und Reaktionen auf Filler sind schwerer abzusehen; die eigene Ärztin oder der Arzt weiß vielleicht mehr.'
	},
	neuromuscular: {
		name: 'Erkrankung von Nerven und Muskeln',
		why: 'Botulinumtoxin kann die Schwäche bei Myasthenie und ähnlichen Krankheiten stark verschlimmern.'
	},
	bleeding: {
		name: 'Gerinnungsstörung',
		why: 'Blutergüsse und Blutungen sind wahrscheinlicher, und eine Blutung auf engem Raum kann schaden.'
	},
	keloid: {
		name: 'Keloide',
		why: 'Jede Wunde, auch eine kleine, kann eine wuchernde Narbe hinterlassen.'
	},
	'cold-sores': {
		name: 'Lippenherpes',
		why: 'Nadeln, Laser und Peelings um den Mund können ihn wieder auslösen.'
	},
	diabetes: {
		name: 'Diabetes',
		why: 'Wunden können langsamer heilen und sich leichter entzünden.'
	},
	'weak-immunity': {
		name: 'Schwaches Immunsystem',
		why: 'Infektionen sind wahrscheinlicher und um einen Filler schwerer zu behandeln.'
	},
	heart: {
		name: 'Herz oder Kreislauf',
		why: 'Betäubung, Adrenalin und flaches Liegen brauchen vielleicht ein Wort der eigenen Ärztin oder des Arztes.'
	},
	'blood-thinners': {
		name: 'Was das Blut verdünnt',
		why: 'Blutergüsse sind wahrscheinlicher; ob ein Medikament abgesetzt wird, entscheidet, wer es verschrieben hat.'
	},
	isotretinoin: {
		name: 'Isotretinoin',
		why: 'Währenddessen und Monate danach kann die Haut nach Laser, Peeling und Operation anders heilen.'
	},
	immunosuppressants: {
		name: 'Immunsuppressiva oder Kortison',
		why: 'Infektionen sind wahrscheinlicher, und Wunden können langsamer heilen.'
	},
	'toxin-enhancers': {
		name: 'Was Botulinumtoxin verstärkt',
		why: 'Muskelrelaxanzien und Aminoglykoside können die Wirkung von Botulinumtoxin verstärken.'
	},
	anaphylaxis: {
		name: 'Frühere Anaphylaxie',
		why: 'Sie kann wiederkommen: Halten Sie bereit, was sie behandelt, und wissen Sie, was sie auslöste.'
	},
	lidocaine: {
		name: 'Allergie gegen Lidocain',
		why: 'Viele Filler enthalten es in der Spritze, und die meisten betäubenden Cremes auch.'
	},
	albumin: {
		name: 'Allergie gegen Albumin',
		why: 'Mehrere Botulinumtoxine enthalten Humanalbumin.'
	},
	hyaluronidase: {
		name: 'Allergie gegen Hyaluronidase oder Stiche',
		why: 'Hyaluronidase löst im Notfall Filler auf, und Bienen- und Wespengift enthalten einen Verwandten davon.'
	},
	latex: {
		name: 'Allergie gegen Latex',
		why: 'Handschuhe und manche Stopfen von Fläschchen enthalten es.'
	},
	chlorhexidine: {
		name: 'Allergie gegen Chlorhexidin',
		why: 'Es steckt in vielen Hautdesinfektionsmitteln.'
	},
	'permanent-filler': {
		name: 'Permanenter Filler',
		why: 'Er lässt sich nicht auflösen, und eine weitere Behandlung an derselben Stelle kann ihn reizen.'
	},
	threads: {
		name: 'Fäden',
		why: 'Sie liegen vielleicht noch dort, wo ein Filler hinkäme.'
	},
	complications: {
		name: 'Probleme nach einer Behandlung',
		why: 'Was einmal schiefging, kann wieder schiefgehen, und die Stelle kann sich verändert haben.'
	},
	'infected-skin': {
		name: 'Heute wunde oder entzündete Haut',
		why: 'Nadeln tragen eine Infektion tiefer, Laser und Peelings verbreiten sie.'
	},
	melasma: {
		name: 'Melasma oder Vitiligo',
		why: 'Wärme und Reizung können die Flecken dunkler, heller oder größer machen.'
	},
	'topical-retinoid': {
		name: 'Retinoid oder Säuren auf der Haut',
		why: 'Die Haut kann dünner sein und sich stärker schälen als erwartet.'
	},
	sun: {
		name: 'Jetzt gebräunt',
		why: 'Laser und Peelings hinterlassen auf gebräunter Haut öfter Flecken.'
	},
	phototype: {
		name: 'Hauttyp IV bis VI',
		why: 'Laser und Peelings hinterlassen öfter dunkle oder helle Flecken und brauchen andere Einstellungen.'
	},
	smoking: { name: 'Raucht täglich', why: 'Hautlappen und Wunden heilen schlechter.' }
};

export const kinds: Translation['kinds'] = {
	toxin: 'Botulinumtoxin',
	filler: 'Fillern',
	skin: 'Laser, Peeling und Needling',
	surgery: 'Operationen',
	any: 'jeder Behandlung'
};
