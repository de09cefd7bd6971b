import { inLanguage } from './speak.ts';

/**
 * Texts to start from, until the clinic has written its own: they are copied into the vault when somebody
 * has read and kept them, and only then can they be handed over.
 */
export type Start = {
	readonly title: string;
	readonly about: string;
	readonly risks: readonly string[];
	readonly aftercare: string;
	readonly reflectionDays: number;
};

export const ENGLISH_STARTS = {
	toxin: {
		title: 'Botulinum toxin to soften lines',
		about:
			'A small amount of botulinum toxin is put into chosen muscles with a fine needle, so that they move less. The effect begins after some days, is complete after about two weeks and wears off over three to four months.\n\nLines that stay when the face is at rest may soften only in part. Other ways are to do nothing, skin care, or other treatments, which your practitioner explains.\n\nTell your practitioner if you are or may be pregnant, breastfeed, have an illness of nerves or muscles, or take medicines that thin the blood.',
		risks: [
			'Bruising, swelling, redness or tenderness where the needle went in, for some days.',
			'Headache or a feeling like a light flu, for some days.',
			'A drooping eyelid or brow, or an uneven look, for weeks; it wears off.',
			'Less effect than hoped for, or none, also after another treatment.',
			'Rarely an allergic reaction, or weakness elsewhere in the body, with trouble swallowing, speaking or breathing: that needs help at once.'
		],
		aftercare:
			'Do not rub or press the treated places today.\nStay upright for four hours, and leave out sport, sauna and alcohol today.\nCall the clinic if an eyelid droops, and go to an emergency department at once for trouble swallowing or breathing.',
		reflectionDays: 0
	},
	filler: {
		title: 'Filler with hyaluronic acid',
		about:
			'A gel is put under the skin with a needle or a blunt tube, to add volume or to soften a fold. It is seen at once, settles over about two weeks and is broken down by the body over months.\n\nThe gel can be dissolved if that is needed. Other ways are to do nothing, or other treatments, which your practitioner explains.\n\nTell your practitioner about allergies, earlier fillers, cold sores, dental work that is planned, pregnancy, and medicines that thin the blood.',
		risks: [
			'Bruising, swelling, redness or tenderness, for days to two weeks.',
			'An uneven look, lumps, or a filler that can be felt or moves.',
			'Infection, or a cold sore that comes back.',
			'A late reaction with swelling or hard lumps, also after months.',
			'Rarely a blocked blood vessel, which can damage skin; very rarely loss of sight or a stroke. That needs help at once.'
		],
		aftercare:
			'Do not press or massage the treated places unless you were told to.\nLeave out make-up for twelve hours, and sport, sauna and dental work for some days.\nCall the clinic at once for strong or growing pain, skin that turns white, blue or blotchy, or any change of sight; outside of opening hours go to an emergency department.',
		reflectionDays: 0
	},
	thread: {
		title: 'Lift with threads',
		about:
			'Threads that the body breaks down are placed under the skin and hold it a little higher. It is done under local anaesthetic. The skin may look pulled for some weeks; the effect wears off over months.\n\nOther ways are to do nothing, other treatments, or an operation, which your practitioner explains.',
		risks: [
			'Bruising, swelling and tenderness, for up to some weeks.',
			'Dimples, folds or an uneven look, which may need correction.',
			'A thread that can be seen or felt, moves, or comes through the skin.',
			'Infection, which may need antibiotics or taking a thread out.',
			'Rarely injury of a nerve, with weakness or numbness, or of a gland or vessel.'
		],
		aftercare:
			'Sleep on your back for some nights, and open the mouth wide as little as you can for two weeks.\nLeave out sport, dental work and massage of the face for three weeks.\nCall the clinic for growing pain, redness, fever, or a thread that shows.',
		reflectionDays: 2
	},
	skin: {
		title: 'Treatment of the skin: laser, peel or needling',
		about:
			'The outer skin is treated with light, heat, acid or fine needles, so that it renews itself. Several sessions may be needed. The skin is sensitive for a time and must be protected from the sun.\n\nOther ways are to do nothing, skin care, or other treatments, which your practitioner explains.\n\nTell your practitioner about cold sores, tanning, scars that grew, and medicines, above all isotretinoin.',
		risks: [
			'Redness, swelling, burning, dryness or peeling, for days to weeks.',
			'Darker or lighter skin, for months or for good; more often on darker or tanned skin.',
			'Infection, or a cold sore that comes back.',
			'Blisters, burns or scars.',
			'Less effect than hoped for, or none.'
		],
		aftercare:
			'Protect the skin from the sun, with a sunscreen of factor 50, for at least four weeks.\nDo not scratch or peel off skin.\nCall the clinic for blisters, pus, fever or growing pain.',
		reflectionDays: 0
	},
	surgery: {
		title: 'Referral for an operation',
		about:
			'What you wish for may need an operation. The surgeon who would do it sees you, explains it and its risks, and takes their own consent. This text is for the referral, and for thinking it over.\n\nDoing nothing, and treatments without an operation, remain open to you at any time.',
		risks: [
			'Every operation has risks: of the anaesthetic, bleeding, infection, clots, scars and slow healing.',
			'An outcome that differs from what was hoped for, and the need for another operation.',
			'What you tell us and your photographs go to the surgeon, so far as you agree to it.'
		],
		aftercare:
			'Take your time, and write down what you want to ask.\nYou can change your mind at any time, and need not give a reason.',
		reflectionDays: 14
	}
} satisfies Readonly<Record<string, Start>>;

export type StartId = keyof typeof ENGLISH_STARTS;

export const CONSENT_STARTS = inLanguage('starts', ENGLISH_STARTS);
