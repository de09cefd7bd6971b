/** `npm run test:full`: the long forms too. */
export const FULL = process.env['VULTUS_FULL'] === '1';
