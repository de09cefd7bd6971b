const SHORTEST = 13;
const LONGEST = 19;
/** Digits with single spaces or hyphens between them, not in the middle of a longer number. */
const RUN = /(?<![\d])\d(?:[ -]?\d)+(?!\d)/g;

/** Whether a text seems to hold the number of a payment card: 13 to 19 digits that add up (ISO/IEC 7812). */
export function hasCardNumber(text: string): boolean {
	return (text.match(RUN) ?? []).some((run) => {
		const digits = run.replace(/[ -]/g, '');
		return digits.length >= SHORTEST && digits.length <= LONGEST && addsUp(digits);
	});
}

/** Luhn's sum. One digit over and over adds up too, and is nobody's card. */
function addsUp(digits: string): boolean {
	if (new Set(digits).size === 1) return false;
	const sum = Array.from(digits)
		.reverse()
		.reduce((total, digit, at) => {
			const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
			return total + (doubled > 9 ? doubled - 9 : doubled);
		}, 0);
	return sum % 10 === 0;
}
