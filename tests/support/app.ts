/**
 * The built app in a driven browser, as a user would meet it: real headers, real worker, real
 * renderers. Shared by the acceptance and end-to-end tests, `npm run evaluate` and `npm run bench`.
 */
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { serveBuild } from '../../src/hosting/server.ts';
import { chromiumFlags, chromiumPath, webgpuFlags } from './chromium.ts';
import { watch } from './last-seen.ts';

export type AppOptions = {
	/** A browser with WebGPU, drawn in software: only to find it too slow takes the app seconds. */
	readonly webgpu?: boolean;
	/** Further Chromium flags, such as those of a fake camera. */
	readonly flags?: readonly string[];
	readonly context?: BrowserContextOptions;
	/** Serves the build, and whatever else is on its origin; without it nothing but the build is. */
	readonly serve?: () => Promise<{ readonly url: string; close(): Promise<void> }>;
};

export type App = {
	readonly url: string;
	readonly context: BrowserContext;
	/** Origins other than the app's that anything in this browser asked for; must stay empty. */
	readonly foreignRequests: readonly string[];
	/** What pages reported as errors: uncaught exceptions and console errors. */
	readonly pageErrors: readonly string[];
	open(path: string): Promise<Page>;
	close(): Promise<void>;
};

/** Builds if need be, serves on a free port, starts a fresh browser. `close` ends both. */
export async function startApp(options: AppOptions = {}): Promise<App> {
	ensureBuilt();
	const server = await (options.serve ?? (() => serveBuild({ port: 0 })))();
	const browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: [
			...chromiumFlags,
			...(options.webgpu === true ? webgpuFlags : []),
			...(options.flags ?? [])
		]
	});
	// What a service worker answers, a test's own answers never reach.
	const context = await browser.newContext({ serviceWorkers: 'block', ...options.context });
	watch(context);
	const foreignRequests: string[] = [];
	const pageErrors: string[] = [];
	context.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		const isLocal = protocol === 'blob:' || protocol === 'data:';
		if (!isLocal && origin !== server.url) foreignRequests.push(origin);
	});
	context.on('weberror', (error) => {
		pageErrors.push(error.error().message);
	});
	context.on('console', (message) => {
		// TensorFlow Lite writes its notes as errors.
		const isNote = message.text().startsWith('INFO:');
		if (message.type() === 'error' && !isNote) pageErrors.push(message.text());
	});
	return {
		url: server.url,
		context,
		foreignRequests,
		pageErrors,
		async open(path) {
			const page = await context.newPage();
			await page.goto(server.url + path);
			return page;
		},
		async close() {
			await browser.close();
			await server.close();
		}
	};
}
