/** The first import of every worker. */
import { closeWaysOut } from './ways-out.ts';

closeWaysOut(globalThis);
