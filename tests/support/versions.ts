/** Other versions of the app, made of the one that was built, and one address that serves any of them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { writeBundle } from '../../src/hosting/bundle.ts';
import { BUILD, serveBuild, type RunningServer } from '../../src/hosting/server.ts';

function pack(file: string): void {
	const bytes = readFileSync(file);
	writeFileSync(`${file}.br`, brotliCompressSync(bytes));
	writeFileSync(`${file}.gz`, gzipSync(bytes));
}

/** A file of a build, with its packed copies. */
export function write(file: string, text: string): void {
	writeFileSync(file, text);
	pack(file);
}

/** A copy of the build under another version, changed before it is listed. */
export function otherVersion(
	folder: string,
	version: string,
	change: (folder: string) => void
): string {
	cpSync(BUILD, folder, { recursive: true });
	change(folder);
	writeBundle(folder, version, pack);
	return folder;
}

/** Its page loads a script that does not start anything. */
export function breakStart(folder: string): void {
	const page = join(folder, 'index.html');
	const html = readFileSync(page, 'utf8');
	const broken = html.replace(/\/entry\/start\.[^"]+\.js"\)/, '/entry/broken.js")');
	if (broken === html) throw new Error('the page starts otherwise than was thought');
	writeFileSync(page, broken);
	write(join(folder, '_app/immutable/entry/broken.js'), 'throw new Error("It does not start.");');
}

export type Asked = { readonly method: string; readonly path: string };

/** What answers at one address, whichever version it is of. */
export class Site {
	/** All that reached it. */
	readonly asked: Asked[] = [];
	/** Headers by which a server can clear what a browser has stored; must stay empty. */
	readonly clearing: string[] = [];
	/** Ends the connection after so many bytes of the answer to these paths. */
	cut: { readonly path: RegExp; readonly after: number } | null = null;
	#behind: RunningServer | null = null;
	#port = 0;
	readonly #server = createServer((from, to) => this.#pass(from, to));

	get url(): string {
		return `http://localhost:${this.#port}`;
	}

	async serve(build: string): Promise<void> {
		await this.#behind?.close();
		this.#behind = await serveBuild({ port: 0, build });
		await this.goOnline();
	}

	async goOnline(): Promise<void> {
		if (this.#server.listening) return;
		await new Promise<void>((resolve) => this.#server.listen(this.#port, 'localhost', resolve));
		const address = this.#server.address();
		if (typeof address === 'object' && address !== null) this.#port = address.port;
	}

	/** Nothing listens there any more. */
	async goOffline(): Promise<void> {
		await new Promise((resolve) => {
			this.#server.close(resolve);
			this.#server.closeAllConnections();
		});
	}

	async close(): Promise<void> {
		if (this.#server.listening) await this.goOffline();
		await this.#behind?.close();
	}

	#pass(from: IncomingMessage, to: ServerResponse): void {
		const { method = 'GET', url: path = '/', headers } = from;
		this.asked.push({ method, path });
		const options = { method, headers: { ...headers, connection: 'close' } };
		const asking = request(`${this.#behind?.url ?? ''}${path}`, options, (answer) => {
			const clears = answer.headers['clear-site-data'];
			if (clears !== undefined) this.clearing.push(path);
			to.writeHead(answer.statusCode ?? 500, answer.headers);
			const { cut } = this;
			if (cut?.path.test(path) !== true) {
				answer.pipe(to);
				return;
			}
			let left = cut.after;
			answer.on('data', (piece: Buffer) => {
				to.write(piece.subarray(0, left));
				left -= piece.length;
				if (left > 0) return;
				answer.destroy();
				to.destroy();
			});
		});
		asking.on('error', () => to.destroy());
		from.pipe(asking);
	}
}
