/** Where the app's code comes from: what a change of a dependency must not loosen. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from './sbom.ts';

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
type Locked = {
	readonly integrity?: string;
	readonly resolved?: string;
	readonly link?: boolean;
	readonly hasInstallScript?: boolean;
};

const read = (name: string): string =>
	readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as {
	packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const table = '../../import-table.js';
const { OWNED_PACKAGES } = (await import(table)) as { OWNED_PACKAGES: Manifest };
const guide = read('docs/dependencies.md');

/** Have a script that npm would run, and do without: both bring what it would fetch. */
const WITH_INSTALL_SCRIPTS = ['node_modules/esbuild', 'node_modules/protobufjs'];

describe('versions', () => {
	it.each(['dependencies', 'devDependencies', 'optionalDependencies'])('are exact: %s', (kind) => {
		for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
			expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
		}
	});

	it('are locked by their content, and to no registry', () => {
		expect(locked.length).toBeGreaterThan(400);
		for (const [path, { integrity, resolved, link }] of locked) {
			expect(integrity, path).toMatch(/^sha512-/);
			expect(resolved, path).toBeUndefined();
			expect(link, path).toBeUndefined();
		}
	});
});

describe('install scripts', () => {
	it('are off, and are no more than those that are known', () => {
		expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
		const have = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
		expect(have.map(([path]) => path)).toEqual(WITH_INSTALL_SCRIPTS);
	});
});

describe('each package in the app', () => {
	it.each(Object.keys(manifest['dependencies'] ?? {}))('has owner and reason: %s', (name) => {
		expect(OWNED_PACKAGES[name]).not.toEqual([]);
		const owners = (OWNED_PACKAGES[name] as unknown as readonly string[])
			.map((room) => `\`${room}\``)
			.join(', ');
		const row = guide.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
		const [, , owner, licence, why] = row.split('|').map((cell) => cell.trim());
		expect(owner).toBe(owners);
		expect(licence).not.toBe('');
		expect(why?.length).toBeGreaterThan(20);
	});
});

describe('the bill of materials', () => {
	it('names them and the models with their hashes, and no host of a registry', () => {
		const bill = billOfMaterials();
		const { components } = JSON.parse(bill) as {
			components: readonly { name: string; version: string; hashes: readonly unknown[] }[];
		};
		for (const [name, version] of Object.entries(manifest['dependencies'] ?? {})) {
			const found = components.find((one) => one.name === name && one.version === version);
			expect(found?.hashes.length, name).toBe(1);
		}
		expect(components.map(({ name }) => name)).toContain('face-landmarker');
		expect(components.map(({ name }) => name)).not.toContain('vitest');
		expect(bill).not.toMatch(/https?:/);
	});
});
