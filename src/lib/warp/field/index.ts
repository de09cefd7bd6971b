export { evaluateBasis, type BasisEvaluator, type BasisRequest } from './basis.ts';
export { contourHandles, type ClassMask } from './contour.ts';
export { sampleField } from './cubic.ts';
export { handleArrows, moveLandmarks, type Arrow, type ReadOut } from './read-outs.ts';
export { solveTreatment, type SolvedTreatment } from './solve.ts';
export { FieldSolver, type FieldOptions } from './solver.ts';
