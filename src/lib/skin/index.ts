export { buffersOf, inThisThread, type Aside } from './aside.ts';
export { type Breathe } from './find.ts';
export * from './types.ts';
export { type ToneStep } from './compose.ts';
export { isRelit, touchesSkin } from './effects.ts';
export { type FoldLine, type SkinMarks, type Stroke } from './marks.ts';
export { SkinModel } from './model.ts';
export { type Picture, type SkinClasses } from './prepare.ts';
