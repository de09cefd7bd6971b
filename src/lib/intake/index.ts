export * from './types.ts';
export { ageOn, dayAt, OF_AGE, REGIONS, sparesMinors, type Region } from './age.ts';
export { emptied, NO_ANSWER, standingsIn, withAnswers, withChoice } from './answers.ts';
export { asksForPause, flagsIn } from './flags.ts';
export { ITEMS, PAGES } from './questions.ts';
export { suggestionsIn } from './suggestions.ts';
