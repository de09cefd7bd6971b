/** What is said beside a photograph that opens: the studio has it at hand, errors are loaded when they come. */
import { inLanguage } from './speak.ts';
import type { QualityFinding } from '../../face/index.ts';
import type { PhotoNotice } from '../../photo/index.ts';

export const ENGLISH_WARNINGS: Readonly<Record<QualityFinding, string>> = {
	'too-small': 'The face is small in this photo: fine details will be coarse.',
	'cut-by-border': 'The face touches the border: treatments there may look cut.',
	'eyes-closed': 'The eyes look half closed: millimetres may be off.',
	'mouth-open': 'The mouth is open: lip treatments are less reliable.',
	expression: 'The face is not at rest: some treatments may look different.',
	'turned-too-far': 'The face is turned: some treatments cannot be shown.',
	blurred: 'The photo is a little blurred.',
	'camera-close': 'The camera was close: the nose looks larger than it is.'
};

export const ENGLISH_NOTICES: Readonly<Record<PhotoNotice, string>> = {
	'first-frame-only': 'This picture moves: its first frame is shown.',
	'scaled-down': 'The photo was scaled down to 12 megapixels to work on.'
};

export const WARNING_WORDS = inLanguage('warnings', ENGLISH_WARNINGS);
export const NOTICE_WORDS = inLanguage('notices', ENGLISH_NOTICES);
