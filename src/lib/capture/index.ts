export * from './types.ts';
export { faceIn, liveDistance, placementOf, verdictOn } from './gates.ts';
export { guidanceAfter, type Guidance } from './guidance.ts';
export { lightOnFace, lightOverall } from './light.ts';
export { afterLook, ARMED, SPENT, type AutoShutter } from './shutter.ts';
export { WANTED, type GuidedView } from './views.ts';
