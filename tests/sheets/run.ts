/**
 * `npm run sheets -- [PHOTO…] [--only id…] --out DIR`: for every skin treatment one picture to look at,
 * a row per photograph: as it is, at half, at the end of the slider, and the difference three times as
 * strong. Without photographs: the public-domain portraits, and those beside the checkout if any.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Rect } from '../../src/lib/geometry/index.ts';
import type { Face } from '../../src/lib/face/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { touchesSkin } from '../../src/lib/skin/index.ts';
import { TREATMENTS, type Treatment } from '../../src/lib/treatment/index.ts';
import { startApp } from '../support/app.ts';
import { openLab, type Lab } from '../support/lab.ts';
import { PORTRAITS, sharedFaces } from '../support/photographs.ts';
import { rgbaPng, Sheet } from './sheet.ts';

const TILE = 300;
const DIFFERENCE = 3;
/** Around the landmarks of a treatment, share of their extent; and at least so much of the face. */
const MARGIN = 0.35;
const LEAST_MM = 45;

/** A square of the photograph around what the treatment touches. */
function placeOf({ primary }: Treatment, face: Face): Rect {
	const all = Array.from({ length: face.landmarks.length / 3 }, (_, k) => k);
	const landmarks = primary.length > 0 ? primary : all;
	const xs = landmarks.map((k) => face.landmarks[3 * k]!);
	const ys = landmarks.map((k) => face.landmarks[3 * k + 1]!);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	const extent = Math.max(right - left, bottom - top) * (1 + 2 * MARGIN);
	const side = Math.max(extent, LEAST_MM * face.scale.pxPerMm);
	return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, width: side, height: side };
}

function difference(before: Pixels, after: Pixels): Pixels {
	const data = new Uint8ClampedArray(before.data.length);
	for (let i = 0; i < data.length; i++) {
		data[i] = i % 4 === 3 ? 255 : 128 + DIFFERENCE * (after.data[i]! - before.data[i]!);
	}
	return { width: before.width, height: before.height, data };
}

async function rowOf(lab: Lab, entry: Treatment, before: Pixels): Promise<readonly Pixels[]> {
	const most = entry.range[1];
	const at = (value: number) => lab.render({ [entry.id]: { left: value, right: value } });
	const half = await at(most / 2);
	const full = await at(most);
	return [before, half, full, difference(before, full)];
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { out: { type: 'string' }, only: { type: 'string', multiple: true } }
});
const out = values.out ?? 'test-results/sheets';
const entries = TREATMENTS.filter(
	({ id }) => touchesSkin(id) && (values.only === undefined || values.only.includes(id))
);
const photographs =
	positionals.length > 0
		? positionals.map((path) => ({ name: basename(path, extname(path)), path }))
		: [...PORTRAITS, ...sharedFaces()];

await mkdir(out, { recursive: true });
const app = await startApp();
try {
	const lab = await openLab(app);
	await lab.start();
	const sheets = new Map(entries.map(({ id }) => [id, new Sheet(TILE, 4, photographs.length)]));
	for (const [row, { name, path }] of photographs.entries()) {
		const opened = await lab.open(path);
		if (!opened.ok || opened.value.face === null) throw new Error(`${name} shows no face`);
		const { face } = opened.value;
		const before = await lab.render(null);
		for (const entry of entries) {
			const pictures = await rowOf(lab, entry, before);
			const place = placeOf(entry, face);
			pictures.forEach((picture, column) => sheets.get(entry.id)!.lay(picture, place, column, row));
		}
		console.log(name);
	}
	for (const [id, sheet] of sheets) {
		await writeFile(join(out, `${id}.png`), await rgbaPng(sheet.pixels));
	}
} finally {
	await app.close();
}
