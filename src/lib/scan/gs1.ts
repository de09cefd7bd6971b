/**
 * What stands in the barcode of a medicine or device: element strings of the GS1 General Specifications
 * (release 25, section 3), each a number that says what follows, and a value.
 */
export type PackLabel = {
	/** GTIN-14: which product, in which pack. */
	readonly gtin: string | null;
	readonly lot: string | null;
	/** YYYY-MM-DD. */
	readonly expiry: string | null;
};

/** Ends a value of no fixed length; as the first character it stands for FNC1, and so does `]d2`. */
const SEPARATOR = '\u001d';
const SYMBOLOGY = /^\]?(?:d2|C1|e0|Q3|J1)/;

/**
 * How long element strings are whose length is fixed, their number included, by its first two digits
 * (figure 7.8.5-2). All others end with a separator.
 */
const FIXED: Readonly<Record<string, number>> = {
	'00': 20,
	'01': 16,
	'02': 16,
	'03': 16,
	'04': 18,
	...Object.fromEntries([11, 12, 13, 14, 15, 16, 17, 18, 19].map((ai) => [ai, 8])),
	'20': 4,
	...Object.fromEntries([31, 32, 33, 34, 35, 36].map((ai) => [ai, 10])),
	'41': 16
};

/** GS1 AI encodable character set 82. */
const VALUE = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;
const LONGEST_LOT = 20;

/** Of 14 digits, by weights 3 and 1 (section 7.9). */
function hasCheckDigit(gtin: string): boolean {
	const sum = Array.from(gtin, Number).reduce(
		(total, digit, k) => total + digit * (k % 2 === 0 ? 3 : 1),
		0
	);
	return sum % 10 === 0;
}

/**
 * YYMMDD as a day; 00 is the last of its month. The century is the one that is nearest to `year` (section
 * 7.12). Null for a day that is none.
 */
function dayOf(value: string, year: number): string | null {
	const [yy, mm, dd] = [0, 2, 4].map((at) => Number(value.slice(at, at + 2)));
	if (!/^\d{6}$/.test(value) || yy === undefined || mm === undefined || dd === undefined)
		return null;
	const ahead = yy - (year % 100);
	const century = year - (year % 100) + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0);
	const last = new Date(Date.UTC(century + yy, mm, 0)).getUTCDate();
	if (mm < 1 || mm > 12 || dd > last) return null;
	return `${century + yy}-${pad(mm)}-${pad(dd === 0 ? last : dd)}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** In turn; null where the text cannot be divided into them. */
function elementsOf(text: string): readonly string[] | null {
	const elements: string[] = [];
	for (let rest = text; rest !== '';) {
		const fixed = FIXED[rest.slice(0, 2)];
		const separator = rest.indexOf(SEPARATOR);
		const end = fixed ?? (separator < 0 ? rest.length : separator);
		const element = rest.slice(0, end);
		if (!/^\d\d/.test(element) || element.length < end || element.includes(SEPARATOR)) return null;
		elements.push(element);
		rest = rest.slice(end);
		if (rest.startsWith(SEPARATOR)) rest = rest.slice(1);
	}
	return elements;
}

/**
 * Product, lot and expiry of what a reader gives of a pack, separators and all; also of a plain
 * EAN-13 or UPC-A, which names the product alone. `year`: the current one. Null where it is
 * nothing of the kind, or any of the three is not as it must be: half a label is not to be believed.
 */
export function parseGs1(text: string, year: number): PackLabel | null {
	if (/^\d{12,13}$/.test(text)) {
		const gtin = text.padStart(14, '0');
		return hasCheckDigit(gtin) ? { gtin, lot: null, expiry: null } : null;
	}
	const printed = text.replace(SYMBOLOGY, '');
	const elements = elementsOf(printed.startsWith(SEPARATOR) ? printed.slice(1) : printed);
	if (elements === null) return null;
	/** By the first of them; another one that says otherwise makes it null. */
	const valueOf = (ai: string): string | null | undefined => {
		const values = new Set(elements.filter((one) => one.startsWith(ai)).map((one) => one.slice(2)));
		return values.size > 1 ? null : [...values][0];
	};
	const [gtin, lot, expiry] = [valueOf('01'), valueOf('10'), valueOf('17')];
	if (gtin === undefined && lot === undefined && expiry === undefined) return null;
	const day = expiry === undefined || expiry === null ? expiry : dayOf(expiry, year);
	if (gtin === null || lot === null || day === null) return null;
	if (gtin !== undefined && !(/^\d{14}$/.test(gtin) && hasCheckDigit(gtin))) return null;
	if (lot !== undefined && !(VALUE.test(lot) && lot.length <= LONGEST_LOT)) return null;
	return { gtin: gtin ?? null, lot: lot ?? null, expiry: day ?? null };
}
