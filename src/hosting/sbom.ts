/**
 * What the app is made of, for whoever has to know: CycloneDX, from the lockfile and the models' manifest.
 * `npm sbom` leaves out packages on which one for development depends as well (npm 11.19), writes a time and
 * the folder's name; the same source must give the same file.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Locked = {
	readonly version: string;
	readonly name?: string;
	readonly integrity: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly optional?: boolean;
	readonly devOptional?: boolean;
};

type Model = {
	readonly name: string;
	readonly source: { readonly kind: string };
	readonly licence: string;
	readonly sha256: string;
};

function read(name: string): unknown {
	return JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'));
}

const packages = Object.entries(
	(read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }).packages
);

function componentOf([path, { version, integrity, license }]: readonly [string, Locked]): object {
	const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
	return {
		type: 'library',
		'bom-ref': `${path}@${version}`,
		name,
		version,
		purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
		hashes: [
			{
				alg: 'SHA-512',
				content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
			}
		],
		...(license === undefined ? {} : { licenses: [{ license: { id: license } }] })
	};
}

function modelComponent({ name, licence, sha256 }: Model): object {
	return {
		type: 'machine-learning-model',
		'bom-ref': `model/${name}`,
		name,
		hashes: [{ alg: 'SHA-256', content: sha256 }],
		licenses: [{ license: { name: licence } }]
	};
}

/** As JSON: every package that the app needs and every model, each with licence and hash. */
export function billOfMaterials(): string {
	const [, app] = packages.find(([path]) => path === '') ?? [];
	const inApp = packages.filter(
		([path, { dev, optional, devOptional }]) => path !== '' && !(dev ?? optional ?? devOptional)
	);
	// What is only fetched when asked for (`npm run models -- --official`) is not in the app.
	const { models } = read('models/manifest.json') as { models: readonly Model[] };
	const bill = {
		bomFormat: 'CycloneDX',
		specVersion: '1.5',
		version: 1,
		metadata: {
			component: { type: 'application', name: app?.name, version: app?.version }
		},
		components: [
			...inApp.map(componentOf),
			...models.filter(({ source }) => source.kind !== 'download').map(modelComponent)
		]
	};
	return `${JSON.stringify(bill, null, '\t')}\n`;
}
