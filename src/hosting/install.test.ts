import { describe, expect, it } from 'vitest';

type Install = { readonly runsTypeScript: (version: string) => boolean };

// Plain JavaScript, which TypeScript knows no types of.
const script = './install.mjs';
const { runsTypeScript } = (await import(script)) as Install;

describe('the Node that the scripts need', () => {
	it.each(['v22.18.0', 'v22.21.1', 'v23.6.0', 'v24.0.0', 'v24.21.0\n', 'v26.1.0'])(
		'%s runs TypeScript as it is',
		(version) => {
			expect(runsTypeScript(version)).toBe(true);
		}
	);

	it.each(['v18.20.4', 'v20.19.5', 'v22.6.0', 'v22.17.1', 'v23.5.0', '', 'command not found'])(
		'%s does not',
		(version) => {
			expect(runsTypeScript(version)).toBe(false);
		}
	);
});
