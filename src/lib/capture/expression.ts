import { expressionOf, type Expression, type Face } from '../face/index.ts';

/**
 * A coefficient from which a movement is surely meant. Brows that frown and mouths that smile a little
 * are common at rest (quality.ts), so rest is not asked to be below it by much.
 */
const MEANT = 0.5;

/**
 * Does the face do what the view asks for? By the model's own coefficients where it has them, else by
 * `expressionOf`. Rest passes wherever nothing else is told: a turned head tells nothing.
 */
export function showsExpression(face: Face, wanted: Exclude<Expression, 'unknown'>): boolean {
	const { blendshapes } = face.observation;
	const shown = blendshapes === null ? expressionOf(face) : meantBy(blendshapes);
	return shown === wanted || (wanted === 'neutral' && shown === 'unknown');
}

/** Brows before mouth, as `expressionOf`. */
function meantBy(blendshapes: Readonly<Record<string, number>>): Expression {
	const mean = (name: string) =>
		((blendshapes[`${name}Left`] ?? 0) + (blendshapes[`${name}Right`] ?? 0)) / 2;
	if (mean('browDown') > MEANT) return 'frown';
	if (Math.max(mean('browOuterUp'), blendshapes['browInnerUp'] ?? 0) > MEANT) return 'raised';
	return mean('mouthSmile') > MEANT ? 'smile' : 'neutral';
}
