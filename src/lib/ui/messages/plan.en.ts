import { inLanguage, speaker } from './speak.ts';

/** The plan of a visit: what is drawn on the face, and with what. */
export const PLAN_WORDS = {
	'plan.about':
		'Draw where something is to be done. What is drawn stays at its place on the face, on every view and at later visits.',
	'plan.dose': 'Vultus suggests no dose. Amounts are what you type.',
	'plan.age-limit': 'The clinic injects nobody under 18, so nothing that is injected is listed.',
	'plan.saved': 'Saved',
	'plan.saving': 'Saving…',
	'plan.drawn-face':
		'There is no photograph with a face yet: draw on the drawn face. It appears on photographs that follow.',
	'plan.profile': 'From the side no face is followed, so nothing is drawn there.',
	'plan.views': 'What is drawn on',
	'plan.view.drawn': 'Drawn face',
	'plan.reading': 'Opening the photograph…',

	'tools.label': 'Drawing',
	'tool.point': 'Point',
	'tool.line': 'Line',
	'tool.area': 'Area',
	'tool.move': 'Move',
	'tool.erase': 'Erase',
	'tool.undo': 'Undo',
	'tool.redo': 'Redo',
	'tool.closer': 'Closer',
	'tool.whole': 'Whole face',
	'how.point': 'Touch the place.',
	'how.line': 'Draw along the line.',
	'how.area': 'Draw around the area.',
	'how.move': 'Drag a mark. Two fingers move the picture.',
	'how.erase': 'Touch a mark to remove it.',

	'picture.label': ({ view, count }: { view: string; count: number }) =>
		`${view}, ${count === 1 ? 'one mark' : `${count} marks`} drawn`,
	'picture.hidden': ({ count }: { count: number }) =>
		count === 1 ? 'One mark is not seen from here.' : `${count} marks are not seen from here.`,

	'marks.title': 'Marks',
	'marks.none': 'Nothing is drawn yet.',
	'marks.add': 'Add a point in the middle',
	'marks.keys': 'Arrow keys move the chosen mark by 1 mm, with Shift by 5 mm. Delete removes it.',
	'marks.for': 'New marks are for',
	'mark.point': 'Point',
	'mark.line': 'Line',
	'mark.area': 'Area',
	'mark.hidden': 'not seen here',
	'mark.unsure': 'beside the face: less exact when the head turns',
	'mark.item': 'What is done here',
	'mark.item.none': 'Not said yet',
	'mark.note': 'Words at this mark',
	'mark.remove': ({ n }: { n: number }) => `Remove mark ${n}`,
	'mark.length': ({ mm }: { mm: string }) => `about ${mm}\u00a0mm`,
	'mark.area-size': ({ cm }: { cm: string }) => `about ${cm}\u00a0cm²`,

	'items.title': 'What is used',
	'items.none': 'Nothing is written down yet.',
	'items.add': 'Add an item',
	'item.name': ({ n }: { n: number }) => `Item ${n}`,
	'item.product': 'Product',
	'item.treatment': 'Treatment',
	'item.treatment.none': 'None of the list',
	'item.amount': 'Amount',
	'item.amount.bad': 'A number, please.',
	'item.amount.last': ({ amount }: { amount: string }) => `Last time: ${amount}`,
	'item.unit': 'Unit',
	'item.site': 'Where',
	'item.lot': 'Lot',
	'item.expiry': 'Expiry',
	'item.expired': 'This day is past.',
	'item.gtin': ({ gtin }: { gtin: string }) => `Scanned: product number ${gtin}`,
	'item.scan': 'Scan the pack',
	'item.remove': ({ n }: { n: number }) => `Remove item ${n}`,
	'unit.': 'Choose',
	'unit.mL': 'mL',
	'unit.U': 'units',
	'unit.mg': 'mg',
	'unit.syringe': 'syringes',
	'unit.vial': 'vials',
	'unit.thread': 'threads',
	'unit.session': 'sessions',

	'last.repeat': 'Repeat last plan',
	'last.about': 'Marks and items of the last visit. Amounts, lots and expiry stay empty.',
	'last.show': 'Show last marks',

	'scan.title': 'Scan the pack',
	'scan.about': 'Hold the square code of the pack before the camera. Pictures are not kept.',
	'scan.file': 'Open a picture of it',
	'scan.nothing': 'No product, lot or expiry could be read in this picture.',

	'note.title': 'Note',
	'note.label': 'Note to the plan',

	'quote.title': 'Quote',
	'quote.about': 'For the clinic; it is not shown in patient view.',
	'quote.add': 'Add a quote',
	'quote.remove': 'Remove the quote',
	'quote.currency': 'Currency',
	'quote.line': 'Add a line',
	'quote.text': ({ n }: { n: number }) => `Line ${n}`,
	'quote.price': ({ n }: { n: number }) => `Price of line ${n}`,
	'quote.price.bad': 'A number, please.',
	'quote.line.remove': ({ n }: { n: number }) => `Remove line ${n}`,
	'quote.total': ({ total }: { total: string }) => `Total ${total}`
};

/** The text of a key; a missing key or value is a type error. */
export const p = speaker(inLanguage('plan', PLAN_WORDS));
