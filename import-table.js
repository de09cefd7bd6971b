/**
 * Who may import whom (docs/architecture.md), as data for the linter. A room not listed as a target
 * may not be imported; `csv`, `errors`, `digest`, `file-out`, `in-turn`, `product`, `text-direction`, `ways-out` and `worker-url` are single
 * files that every room may use.
 */
const PURE = ['geometry', 'face', 'treatment'];

/** What the components know, and by types only. */
const FOR_UI = [
	...PURE,
	'intake',
	'outcomes',
	'retention',
	'rights',
	'chart',
	'scan',
	'capture',
	'photo',
	'engine',
	'warp',
	'skin',
	'studio',
	'record',
	'account',
	'console',
	'offline',
	'documents'
];

export const ROOMS = [
	'geometry',
	'raster',
	'photo',
	'face',
	'treatment',
	'warp',
	'skin',
	'capture',
	'engine',
	'vault',
	'paper',
	'signing',
	'lease',
	'intake',
	'outcomes',
	'retention',
	'rights',
	'record',
	'registration',
	'chart',
	'scan',
	'account',
	'console',
	'offline',
	'documents',
	'studio',
	'ui'
];

/** Rooms and the pages that compose them, in the order in which a path is matched. */
export const PLACES = [
	...ROOMS.map((room) => ({ type: room, pattern: `src/lib/${room}` })),
	{ type: 'lab', pattern: 'src/routes/lab' },
	{ type: 'routes', pattern: 'src/routes' }
];

/** @type {Readonly<Record<string, readonly string[]>>} */
export const MAY_IMPORT = {
	geometry: [],
	raster: ['geometry'],
	photo: ['geometry', 'raster'],
	face: ['geometry'],
	treatment: ['geometry', 'face'],
	warp: [...PURE, 'raster'],
	skin: [...PURE, 'raster'],
	capture: ['geometry', 'raster', 'face'],
	engine: [...PURE, 'capture', 'raster', 'warp', 'skin', 'photo'],
	vault: [],
	paper: [],
	signing: [],
	lease: [],
	intake: [],
	outcomes: [],
	retention: ['intake'],
	rights: [],
	record: [
		...PURE,
		'vault',
		'paper',
		'signing',
		'lease',
		'intake',
		'outcomes',
		'retention',
		'rights'
	],
	registration: ['geometry', 'raster', 'face'],
	chart: ['geometry', 'face'],
	scan: [],
	account: ['record'],
	console: ['account', 'record'],
	offline: [],
	documents: ['paper'],
	studio: ROOMS.filter(
		(room) => !['account', 'console', 'offline', 'documents', 'ui'].includes(room)
	),
	ui: FOR_UI,
	routes: ['studio', 'record', 'account', 'console', 'offline', 'documents', 'paper', 'ui'],
	// The evidence page drives the rooms themselves (docs/evidence.md).
	lab: ROOMS
};

/** From these targets only types may be taken: ui knows rooms by their words, not by their code. */
export const TYPES_ONLY = {
	ui: FOR_UI,
	engine: ['photo'],
	console: ['record'],
	documents: ['paper']
};

/** Packages that belong to one room. */
export const OWNED_PACKAGES = {
	'@mediapipe/tasks-vision': ['engine'],
	'onnxruntime-web': ['engine'],
	'libheif-js': ['photo'],
	pdfkit: ['paper'],
	fontkit: ['paper'],
	fflate: ['record'],
	signature_pad: ['ui'],
	valibot: ['record', 'lease', 'account', 'console'],
	pocketbase: ['account'],
	'@noble/curves': ['lease'],
	virtua: ['ui'],
	'@scure/bip39': ['record'],
	comlink: ['engine', 'photo', 'record'],
	'workbox-window': ['offline'],
	dexie: ['vault'],
	'hash-wasm': ['vault'],
	'age-encryption': ['vault'],
	'@noble/ciphers': ['vault'],
	'bits-ui': ['ui'],
	'@lucide/svelte': ['ui'],
	'zxing-wasm': ['scan']
};
