export * from './types.ts';
export { cameraDistance, localScale } from './camera.ts';
export {
	isHeldAlike,
	measuredChanges,
	type Change,
	type ChangedDistance,
	type Changes
} from './change.ts';
export { expressionOf, type Expression } from './expression.ts';
export { CANONICAL_NORMALS, CANONICAL_POINTS, IRIS_DIAMETER, IRIS_RIM, TRIANGLES } from './mesh.ts';
export { type IndexId } from './indices.ts';
export { measure, type Measurement } from './measure.ts';
export { mouthGap } from './mouth.ts';
export { observeFace } from './observe.ts';
export { pointOf } from './points.ts';
export { headPose } from './pose.ts';
export { assessQuality } from './quality.ts';
export { LANDMARK_GROUPS, MIRROR, SKIN_COUNT, type LandmarkGroup } from './topology.ts';
export { turnedLandmarks, turnedObservation, turnedPose, turnsUpright } from './turn.ts';
