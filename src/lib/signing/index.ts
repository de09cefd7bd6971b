export { canonicalJson, type Canonical } from './canonical.ts';
export { calendarDay, maySign, opensOn } from './reflection.ts';
export { changesSince, sealCode, sealOf, type Changed, type Seal } from './seal.ts';
