import { builtinModules } from 'node:module';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { MAY_IMPORT, OWNED_PACKAGES, PLACES, ROOMS, TYPES_ONLY } from './import-table.js';
import svelteConfig from './svelte.config.js';

const PURE_FILES = [
	'src/lib/geometry/**/*.ts',
	'src/lib/face/**/*.ts',
	'src/lib/treatment/**/*.ts',
	'src/lib/raster/**/*.ts',
	'src/lib/registration/**/*.ts',
	'src/lib/capture/**/*.ts',
	'src/lib/chart/**/*.ts',
	'src/lib/skin/**/*.ts',
	'src/lib/signing/**/*.ts',
	'src/lib/retention/**/*.ts',
	'src/lib/rights/**/*.ts',
	'src/lib/warp/field/**/*.ts'
];
const NUMERIC_FILES = [...PURE_FILES, 'src/lib/warp/**/*.ts', 'src/lib/photo/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/test-scenes.ts', 'tests/**/*.ts', 'models/**/*.ts'];

const places = PLACES.map(({ type }) => type);

const roomPolicies = Object.entries(MAY_IMPORT).map(([from, rooms]) => ({
	from: { element: { type: from } },
	allow: { to: { element: { types: { anyOf: [from, ...rooms] } } } }
}));

const typeOnlyPolicies = Object.entries(TYPES_ONLY).map(([from, rooms]) => ({
	from: { element: { type: from } },
	disallow: {
		to: { element: { types: { anyOf: rooms } } },
		dependency: { kind: 'value' }
	},
	message: `${from} may import only types from there`
}));

const doors = {
	regex: `(^|/)(${ROOMS.join('|')})/(?!index\\.ts$)[^'"]*$`,
	message: 'A room has one door: import its index.ts.'
};

const packagePatterns = (room) =>
	Object.entries(OWNED_PACKAGES)
		.filter(([, owners]) => !owners.includes(room))
		.map(([name, owners]) => ({
			regex: `^${name}(/|$)`,
			message: `${name} belongs to ${owners.join(' and ')}.`
		}));

const nodeInApp = {
	regex: `^(node:|(${builtinModules.filter((name) => /^[a-z]+$/.test(name)).join('|')})$)`,
	message: 'The app runs in the browser.'
};

const roomImports = [...ROOMS, 'routes'].map((room) => ({
	files: [room === 'routes' ? 'src/routes/**/*.{ts,svelte}' : `src/lib/${room}/**/*.{ts,svelte}`],
	ignores: TESTS,
	rules: {
		'no-restricted-imports': ['error', { patterns: [doors, nodeInApp, ...packagePatterns(room)] }]
	}
}));

const NO_HTML = [
	{ selector: 'SvelteMustacheTag[kind="raw"]', message: 'No {@html}.' },
	{
		selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
		message: 'No HTML from strings.'
	},
	{
		selector:
			'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
		message: 'No HTML from strings.'
	}
];

/** The one way in which something leaves the app, by its user's own hand. */
const FILE_OUT = 'src/lib/file-out.ts';
const NO_OBJECT_URL = {
	selector: 'MemberExpression[property.name="createObjectURL"]',
	message: `Only ${FILE_OUT} makes addresses of what is in memory: the browser may write it to the disk.`
};

/** What loads the app's own files. The server is asked through the account's client alone. */
const FETCHES = [
	'src/lib/engine/connection.ts',
	'src/lib/engine/load-asset.ts',
	'src/lib/offline/provision.svelte.ts',
	'src/lib/paper/fonts.ts',
	'src/lib/photo/libheif.ts',
	'src/routes/AppFrame.svelte'
];
/** None of it is in the app at all (src/lib/ways-out.ts); it is not to be tried either. */
const OTHER_WAYS = [
	'EventSource',
	'RTCPeerConnection',
	'WebSocket',
	'WebTransport',
	'XMLHttpRequest'
].map((name) => ({ name, message: 'The app talks to its own server alone, by its account.' }));
const NO_FETCH = {
	name: 'fetch',
	message: `Only these load files, the app’s own: ${FETCHES.join(', ')}.`
};

const network = [
	{
		files: ['src/lib/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}'],
		ignores: TESTS,
		rules: {
			'no-restricted-globals': ['error', NO_FETCH, ...OTHER_WAYS],
			'no-restricted-properties': [
				'error',
				...['window', 'globalThis', 'self'].flatMap((object) =>
					[...OTHER_WAYS, NO_FETCH, { name: 'open', message: 'No other windows.' }].map(
						({ name, message }) => ({ object, property: name, message })
					)
				),
				{ property: 'sendBeacon', message: 'Nothing is sent on the way out.' }
			],
			'no-restricted-syntax': ['error', ...NO_HTML, NO_OBJECT_URL]
		}
	},
	{
		files: FETCHES,
		rules: { 'no-restricted-globals': ['error', ...OTHER_WAYS] }
	},
	{
		files: [FILE_OUT],
		rules: { 'no-restricted-syntax': ['error', ...NO_HTML] }
	}
];

/** A transaction that waits for anything but IndexedDB ends, and keeps what it had written. */
const STORE = 'src/lib/vault/store.ts';
const onlyDexie = [
	{
		files: ['src/lib/vault/**/*.ts'],
		ignores: [STORE, ...TESTS],
		rules: {
			'no-restricted-syntax': [
				'error',
				...NO_HTML,
				NO_OBJECT_URL,
				{
					selector: 'CallExpression[callee.property.name="transaction"]',
					message: 'Transactions are the store’s: they take finished rows.'
				}
			]
		}
	},
	{
		files: [STORE],
		rules: {
			'no-restricted-globals': [
				'error',
				...OTHER_WAYS,
				...['crypto', 'fetch', 'setTimeout', 'queueMicrotask'].map((name) => ({
					name,
					message: 'The store waits for nothing but IndexedDB.'
				}))
			],
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						...packagePatterns('vault'),
						{
							regex: '^\\./(?!bytes\\.ts$|types\\.ts$)',
							message: 'The store encrypts nothing.'
						}
					]
				}
			]
		}
	}
];

/** PocketBase has one writer: inside a transaction `app` waits for ever for what `tx` holds. */
const inTransaction = {
	files: ['src/backend/hooks/**/*.ts'],
	rules: {
		'no-restricted-syntax': [
			'error',
			{
				selector:
					'CallExpression[callee.property.name="runInTransaction"] ArrowFunctionExpression Identifier[name=/^[$]?app$/]',
				message: 'Inside a transaction only tx.'
			}
		]
	}
};

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'models/built/',
			'test-results/',
			'coverage/',
			'tests/.photographs/'
		]
	},
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'no-restricted-syntax': ['error', ...NO_HTML],
			'no-eval': 'error',
			'no-new-func': 'error',
			'no-console': 'error',
			eqeqeq: 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['src/**/*.{ts,svelte}'],
		ignores: TESTS,
		plugins: { boundaries },
		settings: {
			'boundaries/elements': PLACES,
			'import/resolver': { typescript: true }
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'allow',
					policies: [
						{
							from: { element: { types: { anyOf: places } } },
							disallow: { to: { element: { types: { anyOf: places } } } },
							message: 'The import table (docs/architecture.md) does not allow this.'
						},
						...roomPolicies,
						...typeOnlyPolicies
					]
				}
			]
		}
	},
	...roomImports,
	...network,
	{
		// Where things are is the pages' business: they give addresses that are resolved.
		files: ['src/lib/ui/**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	...onlyDexie,
	inTransaction,
	{
		files: PURE_FILES,
		ignores: TESTS,
		rules: {
			'no-restricted-globals': [
				'error',
				...OTHER_WAYS,
				...['window', 'document', 'navigator', 'fetch', 'self', 'localStorage', 'indexedDB'].map(
					(name) => ({ name, message: 'A pure room knows no browser.' })
				)
			]
		}
	},
	{
		files: [...NUMERIC_FILES, ...TESTS],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
	},
	{
		files: [
			'tests/**',
			'models/**',
			'src/hosting/**',
			'src/backend/*.ts',
			'src/backend/vectors/**'
		],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['**/*.{js,mjs}'],
		...ts.configs.disableTypeChecked
	}
);
