/**
 * Asks a server for the same thing over and over, by so many connections that stay open: a load tool, in a process of
 * its own (`node caller.ts PORT PATH TOKEN REQUESTS CONNECTIONS`), so that the times are the server's and not those of
 * a client that reads what it gets. Prints a `Called`.
 */
import { connect } from 'node:net';

export type Called = {
	/** Milliseconds of each request, ascending. */
	readonly times: readonly number[];
	/** Milliseconds of processor time that a request took here. */
	readonly cpu: number;
};

const END = '0\r\n\r\n';

async function call(
	port: string,
	path: string,
	token: string,
	requests: number,
	connections: number
): Promise<Called> {
	const asked = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: ${token}\r\n\r\n`;
	const times: number[] = [];
	let next = 0;
	const one = () =>
		new Promise<void>((resolve, reject) => {
			const socket = connect(Number(port), '127.0.0.1').setNoDelay();
			let started = 0;
			let head = '';
			/** Of the body, until all of it is there; null where it comes in chunks. */
			let left: number | null = 0;
			let tail = '';
			const ask = (): void => {
				if (next++ >= requests) {
					socket.destroy();
					resolve();
					return;
				}
				[head, tail] = ['', ''];
				started = performance.now();
				socket.write(asked);
			};
			socket.on('connect', ask).on('error', reject);
			socket.on('data', (part) => {
				let body = part.length;
				if (!head.includes('\r\n\r\n')) {
					const before = Buffer.byteLength(head, 'latin1');
					head += part.toString('latin1');
					const end = head.indexOf('\r\n\r\n');
					if (end < 0) return;
					if (!head.startsWith('HTTP/1.1 200')) {
						reject(new Error(head.slice(0, head.indexOf('\r\n'))));
						return;
					}
					const length = /^content-length: (\d+)/im.exec(head.slice(0, end));
					left = length === null ? null : Number(length[1]);
					body -= end + 4 - before;
				}
				tail = (tail + part.toString('latin1', Math.max(0, part.length - END.length))).slice(
					-END.length
				);
				if (left !== null) left -= body;
				if (left === null ? tail !== END : left > 0) return;
				times.push(performance.now() - started);
				ask();
			});
		});
	const before = process.cpuUsage();
	await Promise.all(Array.from({ length: connections }, one));
	const { user, system } = process.cpuUsage(before);
	return { times: times.toSorted((a, b) => a - b), cpu: (user + system) / 1000 / requests };
}

const [port = '', path = '', token = '', requests, connections] = process.argv.slice(2);
const called = await call(port, path, token, Number(requests), Number(connections));
process.stdout.write(JSON.stringify(called));
