import { execFileSync } from 'node:child_process';
import { buildIsCurrent, markBuilt } from './freshness.ts';
import { serveBuild } from './server.ts';

const DEFAULT_PORT = 4173;

function npmRun(script: string): void {
	execFileSync('npm', ['run', '--silent', script], {
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
}

if (!buildIsCurrent()) {
	console.log('Building the app…');
	npmRun('build');
	markBuilt();
}

const asked = process.env['PORT'];
const server = await serveBuild({ port: asked === undefined ? DEFAULT_PORT : Number(asked) });
console.log(`\nVultus is at ${server.url}\nStop it with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void server.close().then(() => process.exit(0));
	});
}
