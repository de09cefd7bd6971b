/** `npm start`: install, models, build, serve. Each step is skipped when its outcome is already there. */
import { ensureInstalled, requireNode, run } from './install.mjs';

ensureInstalled();
requireNode();
process.exit(run('node', ['src/hosting/start.ts']));
