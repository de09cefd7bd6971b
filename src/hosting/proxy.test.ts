import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { productionHeaders } from './headers.ts';
import { caddyfile, HSTS } from './proxy.ts';

const guide = readFileSync(fileURLToPath(new URL('../../docs/deploy.md', import.meta.url)), 'utf8');
/** In the place of what only a build knows. */
const ANY_BUILD = { scripts: ['sha256-…'], styles: ['sha256-…'] };

describe('the deployment guide', () => {
	it('shows what `node src/hosting/proxy.ts` prints, header by header', () => {
		expect(guide).toContain(`\`\`\`caddyfile\n${caddyfile(ANY_BUILD, '/srv/vultus')}\`\`\``);
	});

	it('has HTTPS for good in each of its configurations', () => {
		const blocks = guide.match(/```caddyfile[^]*?```/g) ?? [];
		expect(blocks.length).toBe(2);
		for (const block of blocks) expect(block).toContain(`Strict-Transport-Security "${HSTS}"`);
	});
});

describe('the configuration', () => {
	it('has every header of the app', () => {
		const written = caddyfile(ANY_BUILD, '/srv/vultus');
		for (const [name, value] of productionHeaders(ANY_BUILD, '/')) {
			expect(written).toContain(`${name} "${value}"`);
		}
	});
});
