/**
 * The built app. What may be served is the list that the build gives (`site.json`): a file that is not on it,
 * a dotfile among others, is 404, and only a path without an ending is the app's own page.
 */
import { $os, goText, type RequestEvent } from './pocketbase.ts';

/** Written by src/backend/build.ts. */
export type Site = {
	readonly headers: readonly (readonly [string, string])[];
	/** Other headers for some pages. */
	readonly pages: Readonly<Record<string, readonly (readonly [string, string])[]>>;
	readonly files: Readonly<Record<string, SiteFile>>;
};
export type SiteFile = {
	readonly type: string;
	readonly etag: string;
	/** Its Cache-Control. */
	readonly cache: string;
	/** The endings of packed copies beside it, the best first. */
	readonly packed: readonly string[];
};

const ENCODINGS: Readonly<Record<string, string>> = { '.br': 'br', '.gz': 'gzip' };
let read: Site | undefined;

function site(hooks: string): Site {
	read ??= JSON.parse(goText($os.readFile(`${hooks}/site.json`))) as Site;
	return read;
}

/** One set of headers, whatever is answered. */
export function protect(event: RequestEvent, hooks: string): void {
	const { headers, pages } = site(hooks);
	const { path } = event.request.url;
	// PocketBase's own pages, which no proxy shows to the outside, have their own.
	if (!path.startsWith('/_/')) {
		const response = event.response.header();
		// PocketBase's, which frame-ancestors replaces.
		response.del('X-Frame-Options');
		response.del('X-Xss-Protection');
		for (const [name, value] of pages[path] ?? headers) response.set(name, value);
	}
}

/** A middleware of `$apis.static`: says which file it is. */
export function serve(event: RequestEvent, hooks: string): void {
	const { files } = site(hooks);
	const { path } = event.request.url;
	const response = event.response.header();
	const name = nameOf(path, files);
	const file = name === undefined ? undefined : files[name];
	if (name === undefined || file === undefined) {
		response.set('Cache-Control', 'no-store');
		event.json(404, { code: 'not-found', message: 'There is no such page.' });
		return;
	}
	response.set('Content-Type', file.type);
	response.set('Vary', 'Accept-Encoding');
	response.set('Cache-Control', file.cache);
	const packed = packedFor(event, file);
	if (packed !== '') response.set('Content-Encoding', ENCODINGS[packed] ?? '');
	response.set('ETag', `"${file.etag}${packed}"`);
	event.request.setPathValue('path', name + packed);
	event.next();
}

function nameOf(path: string, files: Site['files']): string | undefined {
	const name = path.slice(1);
	if (name !== '' && files[name] !== undefined) return name;
	const isPage = !path.startsWith('/api/') && !path.startsWith('/_app/') && !/\.[^/]*$/.test(path);
	if (!isPage || /\/\./.test(path)) return undefined;
	// A page that stands alone, or the app's own.
	return files[`${name}.html`] === undefined ? 'index.html' : `${name}.html`;
}

function packedFor({ request }: RequestEvent, { packed }: SiteFile): string {
	// A part of a packed file is no part of the file.
	if (request.header.get('Range') !== '') return '';
	const accepted = request.header.get('Accept-Encoding');
	return packed.find((ending) => accepted.includes(ENCODINGS[ending] ?? '')) ?? '';
}
