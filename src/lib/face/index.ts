export * from './types.ts';
export { cameraDistance, localScale } from './camera.ts';
export { CANONICAL_NORMALS, CANONICAL_POINTS, IRIS_DIAMETER, IRIS_RIM, TRIANGLES } from './mesh.ts';
export { mouthGap } from './mouth.ts';
export { observeFace } from './observe.ts';
export { headPose } from './pose.ts';
export { metricScale } from './scale.ts';
export { LANDMARK_GROUPS, LIPS, MIRROR, SKIN_COUNT, type LandmarkGroup } from './topology.ts';
