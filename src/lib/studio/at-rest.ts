/** The other photographs of a visit, as far as they tell how the same face looks at rest. */
import { WANTED } from '../capture/index.ts';
import {
	expressionOf,
	observeFace,
	turnedObservation,
	type Expression,
	type Face
} from '../face/index.ts';
import { turnedSize } from '../geometry/index.ts';
import type { StandardView, StoredPhotograph, StudiedPhotograph } from '../record/index.ts';
import { isRestOf, NO_RELAXATION, relaxationOf, type Relaxation } from '../treatment/index.ts';
import { documentOf } from './study.ts';

/** As a person has turned it and put its landmarks right; null where no face is followed. */
export function faceOf({ photograph, study }: StudiedPhotograph): Face | null {
	const { observation: found, width, height } = photograph;
	if (found === null) return null;
	const { quarterTurns, landmarks, scale } = documentOf(study);
	const size = { width, height };
	const observation = turnedObservation(
		{ ...found, landmarks: Float64Array.from(found.landmarks) },
		size,
		quarterTurns
	);
	const seen = landmarks ?? observation.landmarks;
	return observeFace(observation, seen, scale, turnedSize(size, quarterTurns));
}

const wantedIn = (view: StandardView | null) =>
	view === null ? 'neutral' : WANTED[view].expression;

/**
 * What a face does: what it was photographed for, since landmarks alone tell a slight frown from others at
 * rest no more; else what they tell.
 */
export function expressionIn(face: Face, takenFor: StandardView | null): Expression {
	const wanted = wantedIn(takenFor);
	return wanted === 'neutral' ? expressionOf(face) : wanted;
}

/**
 * The newest of these photographs that shows the face at rest and held as on this one; null without.
 * `beside`: of the same visit. When one that a patient brought was taken is not known, so it is none.
 */
export function restOf(face: Face, beside: readonly StudiedPhotograph[]): Face | null {
	const newestFirst = beside
		.filter(
			({ photograph: { source, standardView } }) =>
				source !== 'patient' && wantedIn(standardView) === 'neutral'
		)
		.toSorted((a, b) => b.photograph.openedAt - a.photograph.openedAt);
	for (const one of newestFirst) {
		const rest = restFrom(one, face);
		if (rest !== null) return rest;
	}
	return null;
}

/** What a kept photograph's toxin moves, as the studio has it. */
export function relaxationIn(stored: StoredPhotograph): Relaxation {
	const face = faceOf(stored);
	const rest = face === null ? null : restOf(face, stored.beside);
	if (face === null || rest === null) return NO_RELAXATION;
	return relaxationOf(face, expressionIn(face, stored.photograph.standardView), rest);
}

/** What came with an imported file may have the form of a face and be none: no reason to open nothing. */
function restFrom(one: StudiedPhotograph, face: Face): Face | null {
	try {
		const rest = faceOf(one);
		return rest !== null && isRestOf(face, rest) ? rest : null;
	} catch {
		return null;
	}
}
