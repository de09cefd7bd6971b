import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './files.ts';
import type { InlineHashes } from './headers.ts';

export const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;
const STYLE_ATTRIBUTE = /style="([^"]*position:\s*absolute;[^"]*clip[^"]*)"/g;

function sha256(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/**
 * The inline code that SvelteKit writes and that the policy must name by hash: the start script in
 * index.html, and the style attribute of the route announcer, which sits in a chunk.
 */
export function inlineHashes(build: string): InlineHashes {
	const html = readFileSync(join(build, 'index.html'), 'utf8');
	const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => sha256(code ?? ''));
	const styles = new Set<string>();
	const code = join(build, '_app', 'immutable');
	for (const file of filesOf(code).filter((name) => name.endsWith('.js'))) {
		for (const [, style] of readFileSync(join(code, file), 'utf8').matchAll(STYLE_ATTRIBUTE)) {
			if (style !== undefined) styles.add(sha256(style));
		}
	}
	return { scripts, styles: [...styles] };
}
