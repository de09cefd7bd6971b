import { readingOf } from '$lib/ui/index.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async () => ({ reading: await readingOf('terms') });
