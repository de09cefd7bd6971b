import { PRODUCT_NAME } from '../../product.ts';
import { inLanguage, speaker } from './speak.ts';

/** Before a link that leads to somebody else’s site. */
export const LEAVING_WORDS = {
	title: `You are leaving ${PRODUCT_NAME}`,
	about: ({ site }: { site: string }) =>
		`This leads to ${site}, in a new tab. It belongs to somebody else: their terms and their privacy text hold there, not ours. They are not told where you came from.`,
	stay: 'Stay here',
	go: ({ site }: { site: string }) => `Go to ${site}`
} as const;

/** The text of a key of leaving. */
export const lv = speaker(inLanguage('leaving', LEAVING_WORDS));
