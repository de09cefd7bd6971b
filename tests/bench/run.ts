/**
 * `npm run bench [-- AREA…] [--json FILE]`: how fast the built app is in one browser on this machine,
 * and beside its peers. It reports goals as met or missed and never fails for them.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startApp, type App } from '../support/app.ts';
import { openLab, type Lab } from '../support/lab.ts';
import { alignedTable } from '../evaluate/table.ts';
import { measureBackend } from './backend.ts';
import { measureEngine } from './engine.ts';
import { measureMemory } from './memory.ts';
import { measureOffline } from './offline.ts';
import { measurePeers } from './peers.ts';
import { measurePublic } from './public.ts';
import { measureRecords } from './records.ts';
import type { Area, Row } from './rows.ts';
import { measureSkin } from './skin.ts';
import { measureStudio } from './studio.ts';
import { measureBackup } from './backup.ts';

/** Else a measurement of memory waits for a collection that may be 20 s away. */
const FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory'];

async function startedLab(app: App): Promise<Lab> {
	const lab = await openLab(app);
	await lab.start();
	return lab;
}

/** Runs `work` on an evidence page of its own. */
async function withLab<T>(app: App, work: (lab: Lab) => Promise<T>): Promise<T> {
	const lab = await startedLab(app);
	try {
		return await work(lab);
	} finally {
		await lab.page.close();
	}
}

/** On another origin: a vault is set up there as well. */
async function onItsOwn<T>(work: (app: App) => Promise<T>): Promise<T> {
	const app = await startApp({ flags: FLAGS });
	try {
		return await work(app);
	} finally {
		await app.close();
	}
}

/** The peers compile code at run time, which the app's policy forbids: lift it for their page only. */
async function withoutPolicy<T>(app: App, work: () => Promise<T>): Promise<T> {
	const page = `${app.url}/lab`;
	await app.context.route(page, async (route) => {
		const response = await route.fetch();
		const headers = { ...response.headers() };
		delete headers['content-security-policy'];
		await route.fulfill({ response, headers });
	});
	try {
		return await work();
	} finally {
		await app.context.unroute(page);
	}
}

function areasOf(app: App): readonly Area[] {
	return [
		{ name: 'engine', measure: () => withLab(app, measureEngine) },
		{ name: 'skin', measure: () => withLab(app, measureSkin) },
		{ name: 'peers', measure: () => withoutPolicy(app, () => withLab(app, measurePeers)) },
		{ name: 'studio', measure: () => measureStudio(app) },
		{
			name: 'vault',
			measure: async () => [...(await measureBackup(app)), ...(await onItsOwn(measureRecords))]
		},
		{ name: 'offline', measure: measureOffline },
		{ name: 'public', measure: measurePublic },
		{ name: 'backend', measure: measureBackend },
		{ name: 'memory', measure: () => withLab(app, measureMemory) }
	];
}

function text({ area, figure, value, unit, goal, met }: Row): string[] {
	const digits = value !== null && Math.abs(value) < 10 ? 2 : 0;
	const verdict = met === null ? '' : met ? 'met' : 'missed';
	return [area, figure, value?.toFixed(digits) ?? 'null', unit, goal ?? '', verdict];
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'string' } }
});
const app = await startApp({ webgpu: true, flags: FLAGS });
try {
	const areas = areasOf(app);
	const unknown = positionals.filter((name) => !areas.some((area) => area.name === name));
	if (unknown.length > 0) {
		const known = areas.map(({ name }) => name).join(', ');
		throw new Error(`There is no area ${unknown.join(', ')}. Areas are ${known}.`);
	}
	const rows: Row[] = [];
	for (const { name, measure } of areas) {
		if (positionals.length > 0 && !positionals.includes(name)) continue;
		console.error(`measuring ${name}…`);
		rows.push(...(await measure()));
	}
	console.log(alignedTable([['area', 'figure', 'value', 'unit', 'goal', ''], ...rows.map(text)]));
	if (values.json !== undefined) await writeFile(values.json, JSON.stringify(rows, null, '\t'));
} finally {
	await app.close();
}
