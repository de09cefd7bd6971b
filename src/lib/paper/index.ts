export { kitPdf, type KitPaper } from './recovery-kit.ts';
