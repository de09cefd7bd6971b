/**
 * The response headers of the app: one source for `npm start`, `npm run dev` and the deployment
 * guide. A CSP in a `<meta>` does not bind workers, so it is sent with every response.
 */

export type Header = readonly [name: string, value: string];

/** Hashes of inline code that SvelteKit writes, computed from the build. */
export type InlineHashes = {
	readonly scripts: readonly string[];
	readonly styles: readonly string[];
};

const PERMISSIONS = [
	'camera=(self)',
	'publickey-credentials-get=(self)',
	'publickey-credentials-create=(self)',
	'screen-wake-lock=(self)',
	'geolocation=()',
	'microphone=()',
	'display-capture=()',
	'usb=()',
	'serial=()',
	'payment=()',
	'browsing-topics=()'
].join(', ');

/**
 * Leaving a page with this policy for one without it gives the next page another process, so that the
 * browser forgets what the vault had opened.
 */
const ISOLATED: Header = ['Cross-Origin-Opener-Policy', 'same-origin'];
/** Where locking leads; nothing is opened there. */
const LOCKED = '/locked';

const COMMON: readonly Header[] = [
	['Cross-Origin-Embedder-Policy', 'require-corp'],
	['Cross-Origin-Resource-Policy', 'same-origin'],
	['Permissions-Policy', PERMISSIONS],
	['Referrer-Policy', 'no-referrer'],
	['X-Content-Type-Options', 'nosniff'],
	['Origin-Agent-Cluster', '?1']
];

function contentSecurityPolicy({ scripts, styles }: InlineHashes): string {
	const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(' ');
	return [
		"default-src 'none'",
		`script-src 'self' 'wasm-unsafe-eval' ${quoted(scripts)}`.trim(),
		"style-src 'self'",
		styles.length === 0
			? "style-src-attr 'none'"
			: `style-src-attr 'unsafe-hashes' ${quoted(styles)}`,
		"img-src 'self' blob: data:",
		"font-src 'self'",
		"media-src 'self' blob:",
		"manifest-src 'self'",
		"worker-src 'self'",
		"connect-src 'self'",
		"frame-src 'none'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html sveltekit-trusted-url vultus-worker-url'
	].join('; ');
}

/** `path`: of the page or file that is asked for. */
export function productionHeaders(hashes: InlineHashes, path: string): readonly Header[] {
	return [
		['Content-Security-Policy', contentSecurityPolicy(hashes)],
		['Integrity-Policy', 'blocked-destinations=(script)'],
		...(path === LOCKED ? [] : [ISOLATED]),
		...COMMON
	];
}

/** Without the CSP and Integrity-Policy: Vite's dev client needs inline scripts, styles and a socket. */
export function developmentHeaders(): readonly Header[] {
	return [ISOLATED, ...COMMON];
}
