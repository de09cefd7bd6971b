/**
 * Where the skin effects do not keep to their gates today: how far, as printed, and why
 * (docs/skin-gates.md). A worse figure fails the tests, and so does a listed one that misses no more.
 */
import type { KnownMiss } from '../support/gates.ts';

const miss = (photograph: string, gate: string, value: number): KnownMiss => ({
	photograph,
	gate,
	value
});

export const KNOWN_MISSES: readonly KnownMiss[] = [
	// The lines around the eyes are left where the skin between them is as rough: pores, lashes and the
	// edge of the lid raise the noise that lines must exceed.
	miss('shared/portrait-04', 'lines of the crows_feet', 53),
	miss('shared/portrait-08', 'lines of the crows_feet', 54),
	miss('shared/portrait-09', 'lines of the crows_feet', 42),
	miss('shared/portrait-09', 'lines of the glabella', 56),
	// By a hair: the one dark face has 47 % gone, the one tan face with lines there 48, the best 94.
	miss('tones', 'glabella', 0.5),
	// Deep lines are wider than the 0.3 mm beside them that count as their own: lit with them.
	miss('shared/portrait-09', 'ΔITA of the face', 3.0),
	miss('shared/portrait-11', 'ΔITA off creases', 0.37),
	miss('notus-js/team-4-470x470', 'ΔITA off creases', 0.31),
	// A smile's fold is a step of the cheek, not a shadow alone: it takes the warp as well.
	miss('shared/portrait-06', 'nasolabial left', -27),
	miss('shared/portrait-07', 'nasolabial right', -28),
	miss('shared/portrait-11', 'nasolabial right', -26),
	// Folds that hardly show (0.05 to 0.1): what is left of them turns over.
	miss('shared/portrait-05', 'nasolabial left', -90),
	miss('shared/portrait-06', 'nasolabial right', -134),
	miss('shared/portrait-06', 'nasolabial contrast', -0.02),
	// The slider ends at 0.6 of the layer, beyond which it was patchy (skin.md §7).
	miss('shared/portrait-02', 'marionette right', -27),
	miss('shared/portrait-03', 'marionette left', -19),
	miss('shared/portrait-05', 'marionette right', -26),
	miss('shared/portrait-06', 'marionette right', -30),
	miss('shared/portrait-07', 'marionette right', -30),
	miss('shared/portrait-09', 'marionette left', -25),
	miss('shared/portrait-10', 'marionette left', -26),
	miss('notus-js/team-4-470x470', 'marionette right', -28),
	// Bags, which bulge: filling a trough does not flatten them.
	miss('shared/portrait-09', 'tear_trough right', -19),
	miss('shared/portrait-09', 'tear_trough left', -16),
	miss('notus-js/team-4-470x470', 'tear_trough left', -28),
	// Dark circles: a little too light on one face, and rounded to bytes on two a little too smooth.
	miss('notus-js/team-4-470x470', 'under-eye ΔL*', 5.2),
	miss('shared/portrait-06', 'under-eye pores', 0.98),
	miss('shared/portrait-09', 'under-eye pores', 0.97)
];
