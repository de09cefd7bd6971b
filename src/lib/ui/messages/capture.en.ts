import { inLanguage, speaker } from './speak.ts';

/** Guided capture. Left and right are the patient's own, whoever holds the camera. */
export const CAPTURE_WORDS = {
	'page.capture': 'Standard views',
	'views.label': 'Standard views',
	'view.taken': ({ view }: { view: string }) => `${view}, taken`,
	'view.skipped': ({ view }: { view: string }) => `${view}, skipped`,
	take: ({ view }: { view: string }) => `Take the photo: ${view}`,
	skip: 'Skip',
	'skip.view': ({ view }: { view: string }) => `Skip: ${view}`,
	auto: 'Auto',
	'auto.label': 'Take it by itself when all is right',
	ghost: 'Earlier photo',
	'ghost.label': ({ strength }: { strength: string }) =>
		`Earlier photo over the preview: ${strength}`,
	'ghost.off': 'Off',
	'ghost.faint': 'Faint',
	'ghost.strong': 'Strong',
	'says.starting': 'Getting ready to guide you…',
	'says.unguided': 'No guidance in this browser. Press the shutter yourself.',
	'says.complete': 'All views are done',
	'says.just-taken': ({ view }: { view: string }) => `${view}: taken`,
	'says.ready.auto': 'Hold still',
	'says.ready': 'All is right. Press the shutter.',
	'says.by-hand': 'Fit the head to the outline and press the shutter',
	'says.no-face': 'Bring the face into the outline',
	'says.several-faces': 'One face only',
	'says.too-near': 'Step back: this near, the nose looks wider',
	'says.too-far': 'Come nearer',
	'says.off-centre': 'Bring the face to the middle',
	'says.too-dark': 'More light on the face',
	'says.too-bright': 'Less light: the skin is white in places',
	'says.turn-left': 'Turn the head to the patient’s left',
	'says.turn-right': 'Turn the head to the patient’s right',
	'says.chin-up': 'Chin up a little',
	'says.chin-down': 'Chin down a little',
	'says.straighten': 'Straighten the head',
	'says.uneven-light': 'One cheek is much darker: face the light',
	'says.open-eyes': 'Eyes open',
	'says.relax': 'Relax the face',
	'says.frown': 'Frown hard',
	'says.raise': 'Raise the brows high',
	'says.smile': 'Smile broadly',
	'says.blurred': 'Hold still: the picture is not sharp'
};

/** The text of a key; a missing key or value is a type error. */
export const g = speaker(inLanguage('capture', CAPTURE_WORDS));
