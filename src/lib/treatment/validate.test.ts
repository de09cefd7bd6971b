import { expect, test } from 'vitest';
import raw from './catalogue.json' with { type: 'json' };
import { validateCatalogue } from './validate.ts';

type Entry = (typeof raw.treatments)[number];
type Change = Readonly<Record<string, unknown>>;

/** The catalogue with one entry changed. */
function withEntry(id: string, change: (entry: Entry) => Change): unknown {
	const treatments = raw.treatments.map((entry) =>
		entry.id === id ? { ...entry, ...change(entry) } : entry
	);
	return { ...raw, treatments };
}

const brow = (change: Change) => withEntry('brow_lift', () => change);

test.each<[string, unknown, string]>([
	['no object', null, 'catalogue is no object'],
	['another schema', { ...raw, schema: 1 }, 'catalogue.schema must be 2'],
	['a missing field', brow({ unit: undefined }), 'brow_lift.unit must be one of'],
	['an unknown area', brow({ area: 'elbow' }), 'brow_lift.area must be one of lips'],
	['a range without 0', brow({ range: [1, 4] }), 'brow_lift.range must contain 0'],
	['a range backwards', brow({ range: [4, -2] }), 'brow_lift.range must contain 0'],
	['a default outside', brow({ default: 9 }), 'brow_lift.default must lie between -2 and 4'],
	['no views', brow({ views: [] }), 'brow_lift.views is empty'],
	['NaN for a radius', brow({ radiusMm: Number.NaN }), 'brow_lift.radiusMm must lie between'],
	['a landmark beyond the mesh', brow({ primary: [478] }), 'brow_lift.primary[0] must lie between'],
	['half a landmark', brow({ primary: [4.5] }), 'brow_lift.primary[0] must be whole'],
	['a primary that rests', brow({ primary: [152] }), 'brow_lift.primary 152 has no handle'],
	['nothing to measure', brow({ primary: [] }), 'brow_lift.primary is empty'],
	['a handle of zero', brow({ handles: [[4, 0, 0, 0, 1]] }), 'brow_lift.handles[0] does not move'],
	['a short handle', brow({ handles: [[4, 0, 1]] }), 'brow_lift.handles[0] must have 5 elements'],
	['an unknown group', brow({ anchors: ['ELBOWS'] }), 'brow_lift.anchors[0] must be one of'],
	['an unknown gate', brow({ gates: { hat: 'warn' } }), 'brow_lift.gates.hat is an unknown gate'],
	['an uncited source', brow({ sources: ['RUMOUR'] }), 'brow_lift.sources[0] must be one of'],
	[
		'a handle that is anchored',
		withEntry('brow_lift', ({ handles }) => ({ anchors: [handles[0]![0]] })),
		'has a handle'
	],
	[
		'a handle twice',
		withEntry('brow_lift', ({ handles }) => ({ handles: [...handles, handles[0]] })),
		'brow_lift.handles repeat a landmark'
	],
	[
		'ratios out of order',
		withEntry('brow_lift', ({ acceptance }) => ({
			acceptance: { ...acceptance, imageTrackedRatio: [1, 0.9, 1.1] }
		})),
		'brow_lift.acceptance.imageTrackedRatio must ascend'
	],
	[
		'an id twice',
		{ ...raw, treatments: [...raw.treatments, raw.treatments[0]] },
		'catalogue lip_upper_volume is there twice'
	]
])('refuses %s by name', (_, catalogue, message) => {
	expect(() => validateCatalogue(catalogue)).toThrow(TypeError);
	expect(() => validateCatalogue(catalogue)).toThrow(message);
});
