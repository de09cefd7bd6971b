import { expect, it } from 'vitest';
import { textDirection } from './text-direction.ts';

it.each([
	['26 Nov 2026', 'ltr'],
	['12: صورة توضيحية – Vultus', 'rtl'],
	['Vultus – صورة', 'ltr'],
	['שלום', 'rtl'],
	['', 'ltr']
] as const)('%j runs %s', (words, direction) => {
	expect(textDirection(words)).toBe(direction);
});
