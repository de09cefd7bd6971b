export { evaluateBasis, type BasisEvaluator } from './basis.ts';
export { sampleField } from './cubic.ts';
export { DepthField } from './depth.ts';
export { moveLandmarks } from './read-outs.ts';
export { FieldSolver } from './solver.ts';
