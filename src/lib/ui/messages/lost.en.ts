import { PRODUCT_NAME } from '../../product.ts';
import { inLanguage, speaker } from './speak.ts';

/** Where there is no page. By itself, because a visitor's first page has it too, and nothing else of the app's words. */
export const LOST_WORDS = {
	page: `Not found – ${PRODUCT_NAME}`,
	title: 'There is nothing here',
	what: 'The address may be old or mistyped.',
	home: 'Go to the start'
};

/** The text of a key; a missing key or value is a type error. */
export const lost = speaker(inLanguage('lost', LOST_WORDS));
