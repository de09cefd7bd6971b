/** Before a script that may be the first one on a fresh clone. */
import { ensureInstalled, requireNode } from './install.mjs';

ensureInstalled();
requireNode();
