export { evaluateBasis, type BasisEvaluator, type BasisRequest } from './basis.ts';
export { sampleField } from './cubic.ts';
export { DepthField } from './depth.ts';
export { moveLandmarks, type ReadOut } from './read-outs.ts';
export { FieldSolver, type FieldOptions } from './solver.ts';
