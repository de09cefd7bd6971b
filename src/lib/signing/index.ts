export { canonicalJson, type Canonical } from './canonical.ts';
export { calendarDay, maySign, opensOn } from './reflection.ts';
export { changesSince, sealCode, sealOf, type Changed } from './seal.ts';
