export * from './types.ts';
export { ageBandOf, AGE_BANDS, CHANGES, changesOf, kindOfUnit } from './facts.ts';
export { INSTRUMENTS, instrumentOf, isAnswerTo } from './instruments.ts';
export { published, SMALLEST } from './published.ts';
export { scoreOf, seriesOf } from './scores.ts';
