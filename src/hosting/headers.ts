/**
 * The response headers of the app: one source for `npm start`, `npm run dev` and the deployment
 * guide (`proxy.ts`). A CSP in a `<meta>` does not bind workers, so it is sent with every response.
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

type Directives = Readonly<Record<string, string>>;

function directives({ scripts, styles }: InlineHashes): Directives {
	const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(' ');
	return {
		'default-src': "'none'",
		'script-src': `'self' 'wasm-unsafe-eval' ${quoted(scripts)}`.trim(),
		'style-src': "'self'",
		'style-src-attr': styles.length === 0 ? "'none'" : `'unsafe-hashes' ${quoted(styles)}`,
		'img-src': "'self' blob: data:",
		'font-src': "'self'",
		'media-src': "'self' blob:",
		'manifest-src': "'self'",
		'worker-src': "'self'",
		'connect-src': "'self'",
		'frame-src': "'none'",
		'object-src': "'none'",
		'base-uri': "'none'",
		'form-action': "'none'",
		'frame-ancestors': "'none'",
		'require-trusted-types-for': "'script'",
		'trusted-types': 'svelte-trusted-html sveltekit-trusted-url vultus-worker-url'
	};
}

/** Without `report-to`: a report names the address that was refused, which is what must not be sent. */
function contentSecurityPolicy(of: Directives): Header {
	const all = Object.entries(of).map(([name, value]) => `${name} ${value}`);
	return ['Content-Security-Policy', all.join('; ')];
}

/** `path`: of the page or file that is asked for. */
export function productionHeaders(hashes: InlineHashes, path: string): readonly Header[] {
	return [
		contentSecurityPolicy(directives(hashes)),
		...(path === LOCKED ? [] : [ISOLATED]),
		...COMMON
	];
}

/** Why `npm run dev` has another policy, directive by directive; everything else is as it is served. */
const IN_DEVELOPMENT: Readonly<Record<string, string | null>> = {
	// Kit's start script is another one with each answer.
	'script-src': "'self' 'wasm-unsafe-eval' 'unsafe-inline'",
	// Vite puts styles into the page.
	'style-src': "'self' 'unsafe-inline'",
	'style-src-attr': null,
	// It tells the page of each change.
	'connect-src': "'self' ws:",
	// Its client makes scripts and HTML from strings.
	'require-trusted-types-for': null,
	'trusted-types': null
};

/** As they are served, but for the exceptions above. */
export function developmentHeaders(): readonly Header[] {
	const policy = { ...directives({ scripts: [], styles: [] }), ...IN_DEVELOPMENT };
	const kept = Object.entries(policy).filter(
		(entry): entry is [string, string] => entry[1] !== null
	);
	return [contentSecurityPolicy(Object.fromEntries(kept)), ISOLATED, ...COMMON];
}
