/** `npm start`: install, models, build, serve. Each step is skipped when its outcome is already there. */
import { ensureInstalled, run } from './install.mjs';

ensureInstalled();
process.exit(run('node', ['src/hosting/start.ts']));
