import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { pinnedLeaseKeys } from './src/backend/lease-key.ts';
import { developmentHeaders } from './src/hosting/headers.ts';
import { chromiumPath, chromiumFlags, webgpuFlags } from './tests/support/chromium.ts';
import longForm from './tests/long-form.json' with { type: 'json' };
import { firefox, firefoxPath } from './tests/support/firefox.ts';

/** Kit answers dev requests itself, past Vite's `server.headers`; a middleware reaches them all. */
function headers(): Plugin {
	return {
		name: 'vultus:headers',
		configureServer(server) {
			server.middlewares.use((_request, response, next) => {
				for (const [name, value] of developmentHeaders()) {
					// Vitest shows each test in a frame, and speaks to it by a socket.
					if (name === 'Content-Security-Policy' && process.env['VITEST'] !== undefined) continue;
					response.setHeader(name, value);
				}
				next();
			});
		}
	};
}

/** Of the cores: `npm test` runs the built app beside the other projects. */
const HALF = Math.max(1, Math.floor(availableParallelism() / 2));

/**
 * Node runs the files as they are. Vite would turn each use of an import into a look-up, which in loops
 * over pixels takes as long again as the loop. What Svelte compiles is tested in a browser.
 */
const natively = { viteModuleRunner: false } as const;

const FULL = process.env['VULTUS_FULL'] ?? '';
const LONG_FORM_ONLY = FULL === '1' ? [] : Object.keys(longForm);
const OLD_VAULTS = 'src/lib/record/frozen.browser.test.ts';
const STORAGE_TESTS = ['src/lib/vault/*.browser.test.ts', OLD_VAULTS];
const SHORT_STORAGE_TESTS = ['src/lib/vault/{damage,faults,windows}.browser.test.ts', OLD_VAULTS];

/**
 * Chromium lets a transaction live that waits for something else than IndexedDB; Firefox ends it. The
 * short form takes the loops over all faults, windows that overlap, damaged rows and old vaults.
 */
const storageInFirefox = {
	extends: true as const,
	optimizeDeps: { include: ['age-encryption', 'dexie', 'fast-check', 'hash-wasm', 'valibot'] },
	test: {
		name: 'firefox',
		include: FULL === '1' ? STORAGE_TESTS : SHORT_STORAGE_TESTS,
		// Its limit is set through Chromium's own protocol.
		exclude: ['**/quota.browser.test.ts'],
		testTimeout: 120_000,
		env: { VULTUS_FULL: FULL },
		browser: {
			enabled: true,
			headless: false,
			ui: false,
			screenshotFailures: false,
			provider: firefox(),
			// Asked for before every file; these tests look at nothing.
			commands: { __vitest_viewport: () => undefined },
			instances: [{ browser: 'firefox' as const }]
		}
	}
};

export default defineConfig({
	plugins: [headers(), sveltekit()],
	resolve: {
		// Or onnxruntime-web's wasm is shipped twice.
		conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions]
	},
	// The app never fetches a key (docs/backend.md).
	define: { 'import.meta.env.VULTUS_LEASE_KEYS': JSON.stringify(pinnedLeaseKeys()) },
	worker: { format: 'es' },
	build: { target: 'es2023', assetsInlineLimit: 0 },
	// Kit lets the dev server read src and node_modules only.
	server: { host: 'localhost', fs: { allow: ['models/built'] } },
	test: {
		// A second, which is what Vitest waits, is not enough for a machine that does much at once.
		expect: { poll: { timeout: 30_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'models/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: [
						'**/*.browser.test.ts',
						'**/node_modules/**',
						'src/backend/**',
						'tests/acceptance/**',
						'tests/e2e/**'
					],
					testTimeout: 60_000,
					maxWorkers: HALF,
					// No file changes what another one reads, so that modules are loaded once.
					isolate: false,
					experimental: natively
				}
			},
			{
				// The real server, with throw-away data.
				extends: true,
				test: {
					name: 'backend',
					environment: 'node',
					include: ['src/backend/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					maxWorkers: HALF,
					experimental: natively
				}
			},
			...['acceptance', 'e2e'].map((name) => ({
				// The built app, served with its real headers, in a browser driven from outside.
				extends: true as const,
				test: {
					name,
					environment: 'node' as const,
					include: [`tests/${name}/**/*.test.ts`],
					exclude: LONG_FORM_ONLY,
					setupFiles: ['tests/support/tell-last-seen.ts'],
					testTimeout: 600_000,
					hookTimeout: 300_000,
					maxWorkers: HALF,
					experimental: natively
				}
			})),
			{
				extends: true,
				// Named, or Vite finds them in the middle of a first run and reloads the tests.
				optimizeDeps: {
					include: [
						'@mediapipe/tasks-vision',
						'@mediapipe/tasks-vision/vision_wasm_module_internal.js',
						'@noble/ciphers/chacha.js',
						'age-encryption',
						'bits-ui',
						'comlink',
						'dexie',
						'fast-check',
						'fflate',
						'fontkit',
						'hash-wasm',
						'libheif-js/libheif-wasm/libheif.js',
						'onnxruntime-web/wasm',
						'pdfkit',
						'pdfkit/output',
						'valibot',
						'zxing-wasm/reader',
						'zxing-wasm/writer'
					]
				},
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.ts', 'tests/**/*.browser.test.ts'],
					exclude: LONG_FORM_ONLY,
					testTimeout: 120_000,
					env: { VULTUS_FULL: FULL },
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								executablePath: chromiumPath(),
								args: [...chromiumFlags, ...webgpuFlags]
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			...(firefoxPath() === null ? [] : [storageInFirefox])
		]
	}
});
