import type { Translation } from './translation.ts';

export const timeline: Translation['timeline'] = {
	'text.title': ({ title, version }) => `${title} (Fassung ${version})`,
	'text.unsigned': ({ day }) => `Ausgehändigt am ${day}, nicht unterschrieben.`,
	'text.thinking': ({ day }) => `Bedenkzeit seit ${day}, nicht unterschrieben.`,
	'text.sheet': 'Wie ausgehändigt',
	'text.risks': 'Was geschehen kann',
	'text.shown': 'Gezeigte Bilder',
	'text.picture': ({ n }) => `Foto ${n}`,
	'text.illustration': ({ n }) => `Veranschaulichung ${n}: kein Erfolgsversprechen`,
	'text.lost': 'Ein gezeigtes Bild lässt sich nicht mehr lesen.',

	'plan.versions': ({ count }) =>
		count === 1 ? '1 frühere Fassung des Plans' : `${count} frühere Fassungen des Plans`,
	'plan.by': ({ name, moment }) => `${name}, ${moment}`,
	'plan.added': ({ item }) => `Hinzugefügt: ${item}`,
	'plan.removed': ({ item }) => `Entfernt: ${item}`,
	'plan.changed': ({ before, after }) => `Geändert: ${before} → ${after}`,
	'plan.marks': ({ added, removed }) => `Markierungen: ${added} hinzugefügt, ${removed} entfernt`,
	'plan.moved': ({ count }) =>
		count === 1 ? '1 Markierung geändert' : `${count} Markierungen geändert`,
	'plan.note': 'Notiz geändert',
	'plan.quote': 'Angebot geändert',
	'plan.empty': 'Ein Posten noch ohne Worte',
	'plan.same': 'Wie zuvor'
};
