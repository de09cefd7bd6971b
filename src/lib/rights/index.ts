export * from './card-number.ts';
export * from './clock.ts';
export * from './identifying.ts';
export * from './ledger.ts';
export * from './purposes.ts';
export * from './requests.ts';
