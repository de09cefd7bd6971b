import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('de');

export const plan: Translation['plan'] = {
	'plan.about':
		'Zeichnen Sie, wo etwas gemacht werden soll. Das Gezeichnete bleibt an seiner Stelle im Gesicht, in jeder Ansicht und bei späteren Besuchen.',
	'plan.dose': 'Vultus schlägt keine Dosis vor. Mengen sind, was Sie eingeben.',
	'plan.age-limit':
		'Die Praxis injiziert bei niemandem unter 18, deshalb ist nichts Injizierbares aufgeführt.',
	'plan.saved': 'Gespeichert',
	'plan.saving': 'Wird gespeichert…',
	'plan.drawn-face':
		'Es gibt noch kein Foto mit einem Gesicht: Zeichnen Sie auf das gezeichnete Gesicht. Auf späteren Fotos erscheint es dann.',
	'plan.profile': 'Von der Seite wird kein Gesicht verfolgt, deshalb wird dort nichts gezeichnet.',
	'plan.views': 'Worauf gezeichnet wird',
	'plan.view.drawn': 'Gezeichnetes Gesicht',
	'plan.reading': 'Das Foto wird geöffnet…',

	'tools.label': 'Zeichnen',
	'tool.point': 'Punkt',
	'tool.line': 'Linie',
	'tool.area': 'Fläche',
	'tool.move': 'Bewegen',
	'tool.erase': 'Löschen',
	'tool.undo': 'Rückgängig',
	'tool.redo': 'Wiederholen',
	'tool.closer': 'Näher',
	'tool.whole': 'Ganzes Gesicht',
	'how.point': 'Berühren Sie die Stelle.',
	'how.line': 'Zeichnen Sie die Linie nach.',
	'how.area': 'Umfahren Sie die Fläche.',
	'how.move': 'Ziehen Sie eine Markierung. Zwei Finger bewegen das Bild.',
	'how.erase': 'Berühren Sie eine Markierung, um sie zu entfernen.',

	'picture.label': ({ view, count }) =>
		`${view}, ${number(count, { one: 'eine Markierung', other: `${count} Markierungen` })} gezeichnet`,
	'picture.hidden': ({ count }) =>
		number(count, {
			one: 'Eine Markierung ist von hier nicht zu sehen.',
			other: `${count} Markierungen sind von hier nicht zu sehen.`
		}),

	'marks.title': 'Markierungen',
	'marks.none': 'Noch nichts gezeichnet.',
	'marks.add': 'Einen Punkt in der Mitte setzen',
	'marks.keys':
		'Pfeiltasten bewegen die gewählte Markierung um 1 mm, mit Umschalt um 5 mm. Entf entfernt sie.',
	'marks.for': 'Neue Markierungen gelten für',
	'mark.point': 'Punkt',
	'mark.line': 'Linie',
	'mark.area': 'Fläche',
	'mark.hidden': 'hier nicht zu sehen',
	'mark.unsure': 'neben dem Gesicht: weniger genau, wenn der Kopf sich dreht',
	'mark.item': 'Was hier gemacht wird',
	'mark.item.none': 'Noch nicht angegeben',
	'mark.note': 'Worte an dieser Markierung',
	'mark.remove': ({ n }) => `Markierung ${n} entfernen`,
	'mark.length': ({ mm }) => `etwa ${mm}\u00a0mm`,
	'mark.area-size': ({ cm }) => `etwa ${cm}\u00a0cm²`,

	'items.title': 'Was verwendet wird',
	'items.none': 'Noch nichts aufgeschrieben.',
	'items.add': 'Position hinzufügen',
	'item.name': ({ n }) => `Position ${n}`,
	'item.product': 'Produkt',
	'item.treatment': 'Behandlung',
	'item.treatment.none': 'Keine aus der Liste',
	'item.amount': 'Menge',
	'item.amount.bad': 'Bitte eine Zahl.',
	'item.amount.last': ({ amount }) => `Letztes Mal: ${amount}`,
	'item.unit': 'Einheit',
	'item.site': 'Wo',
	'item.lot': 'Charge',
	'item.expiry': 'Verfall',
	'item.expired': 'Dieser Tag ist vorbei.',
	'item.gtin': ({ gtin }) => `Gescannt: Produktnummer ${gtin}`,
	'item.scan': 'Packung scannen',
	'item.remove': ({ n }) => `Position ${n} entfernen`,
	'unit.': 'Wählen',
	'unit.mL': 'ml',
	'unit.U': 'Einheiten',
	'unit.mg': 'mg',
	'unit.syringe': 'Spritzen',
	'unit.vial': 'Ampullen',
	'unit.thread': 'Fäden',
	'unit.session': 'Sitzungen',

	'last.repeat': 'Letzten Plan wiederholen',
	'last.about':
		'Markierungen und Positionen des letzten Besuchs. Mengen, Chargen und Verfall bleiben leer.',
	'last.show': 'Letzte Markierungen zeigen',

	'scan.title': 'Packung scannen',
	'scan.about':
		'Halten Sie den quadratischen Code der Packung vor die Kamera. Bilder werden nicht aufbewahrt.',
	'scan.file': 'Ein Bild davon öffnen',
	'scan.nothing': 'In diesem Bild waren weder Produkt noch Charge noch Verfall zu lesen.',

	'note.title': 'Notiz',
	'note.label': 'Notiz zum Plan',

	'quote.title': 'Kostenvoranschlag',
	'quote.about': 'Für die Praxis; in der Patientenansicht nicht zu sehen.',
	'quote.add': 'Kostenvoranschlag anlegen',
	'quote.remove': 'Kostenvoranschlag entfernen',
	'quote.currency': 'Währung',
	'quote.line': 'Zeile hinzufügen',
	'quote.text': ({ n }) => `Zeile ${n}`,
	'quote.price': ({ n }) => `Preis der Zeile ${n}`,
	'quote.price.bad': 'Bitte eine Zahl.',
	'quote.line.remove': ({ n }) => `Zeile ${n} entfernen`,
	'quote.total': ({ total }) => `Gesamt ${total}`
};
