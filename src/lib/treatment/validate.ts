import { LANDMARK_COUNT, LANDMARK_GROUPS, type LandmarkGroup, type View } from '../face/index.ts';
import { Reader } from './reader.ts';
import type { Acceptance, Area, Cap, Handle, Treatment, Unit } from './types.ts';

const AREAS: readonly Area[] = [
	'lips',
	'nose',
	'chin',
	'jaw',
	'cheeks',
	'temples',
	'folds',
	'eyes',
	'brow',
	'forehead',
	'neck',
	'lift',
	'ears',
	'lines',
	'skin'
];
const UNITS: readonly Unit[] = ['mm', 'mm/side', 'deg', '%'];
const VIEWS: readonly View[] = ['frontal', 'oblique', 'profile'];
const ID = /^[a-z]+(_[a-z]+)*$/;

/**
 * The catalogue as typed data, from catalogue.json's form: handles as [landmark, dx, dy, dz, right],
 * anchors as landmarks or names of landmark groups. TypeError that names the entry, the field and
 * what is wrong with it.
 */
export function validateCatalogue(raw: unknown): readonly Treatment[] {
	const catalogue = new Reader(raw, 'catalogue');
	catalogue.field('schema').equals(2);
	const sources = catalogue.field('sources').record();
	const treatments = catalogue.field('treatments').list(treatmentOf(new Set(sources.keys())));
	const ids = treatments.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) catalogue.fail(`${twice} is there twice`);
	return treatments;
}

function treatmentOf(sources: ReadonlySet<string>): (entry: Reader) => Treatment {
	return (unnamed) => {
		const id = unnamed.field('id').string();
		if (!ID.test(id)) unnamed.field('id').fail(`${id} is no id`);
		const entry = unnamed.named(id);
		const kind = entry.field('kind').oneOf(['warp', 'layer', 'texture']);
		const range = rangeOf(entry.field('range'));
		const handles = entry.field('handles').list(handleOf);
		const anchors = anchorsOf(entry.field('anchors'));
		const primary = entry.field('primary').list(landmarkOf);
		checkLandmarks(entry, kind, handles, anchors, primary);
		return {
			id,
			area: entry.field('area').oneOf(AREAS),
			kind,
			views: entry.field('views').filledList((view) => view.oneOf(VIEWS)),
			range,
			unit: entry.field('unit').oneOf(UNITS),
			typical: typicalOf(entry.field('default'), range),
			independentSides: entry.field('independentSides').boolean(),
			radiusMm: entry.field('radiusMm').numberBetween(1, 60),
			handles,
			anchors,
			shading: entry.field('shading').boolean(),
			primary,
			caps: entry.field('caps').list(capOf),
			gates: gatesOf(entry.field('gates')),
			acceptance: entry.field('acceptance').nullOr(acceptanceOf),
			evidence: entry.field('evidence').oneOf(['A', 'B', 'C']),
			sources: entry.field('sources').filledList((source) => source.oneOf([...sources]))
		};
	};
}

function landmarkOf(reader: Reader): number {
	return reader.integerBetween(0, LANDMARK_COUNT - 1);
}

function rangeOf(reader: Reader): readonly [number, number] {
	const [low, high] = reader.pair((end) => end.numberBetween(-100, 100));
	if (!(low <= 0 && high >= 0 && low < high)) reader.fail('must contain 0 and more');
	return [low, high];
}

/** The catalogue's `default`, or half of the way to the end of the range where that is 0. */
function typicalOf(reader: Reader, [low, high]: readonly [number, number]): number {
	const stated = reader.numberBetween(low, high);
	if (stated !== 0) return stated;
	return (high > 0 ? high : low) / 2;
}

function handleOf(reader: Reader): Handle {
	const [landmark, dx, dy, dz, right] = reader.tuple(5);
	const axis = (value: Reader) => value.numberBetween(-1.001, 1.001);
	const d = [axis(dx!), axis(dy!), axis(dz!)] as const;
	if (Math.hypot(...d) === 0) reader.fail('does not move');
	return { landmark: landmarkOf(landmark!), d, right: right!.numberBetween(0, 1) };
}

/** A string names a group of landmarks. */
function anchorsOf(reader: Reader): readonly number[] {
	const groups = Object.keys(LANDMARK_GROUPS) as LandmarkGroup[];
	const landmarks = reader.list((anchor) =>
		anchor.isString() ? LANDMARK_GROUPS[anchor.oneOf(groups)] : [landmarkOf(anchor)]
	);
	return [...new Set(landmarks.flat())];
}

function checkLandmarks(
	entry: Reader,
	kind: Treatment['kind'],
	handles: readonly Handle[],
	anchors: readonly number[],
	primary: readonly number[]
): void {
	const moved = new Set(handles.map(({ landmark }) => landmark));
	if (moved.size !== handles.length) entry.field('handles').fail('repeat a landmark');
	if (kind === 'layer') {
		if (moved.size + primary.length > 0) entry.field('handles').fail('belong to the outline');
		return;
	}
	if (primary.length === 0) entry.field('primary').fail('is empty');
	if (kind === 'texture') {
		if (moved.size > 0) entry.field('handles').fail('move what is only coloured');
		return;
	}
	const still = primary.find((landmark) => !moved.has(landmark));
	if (still !== undefined) entry.field('primary').fail(`${still} has no handle`);
	const both = anchors.find((landmark) => moved.has(landmark));
	if (both !== undefined) entry.field('anchors').fail(`${both} has a handle`);
}

function capOf(reader: Reader): Cap {
	return {
		mmPerMm: reader.field('mmPerMm').numberBetween(0.01, 2),
		landmarks: reader.field('landmarks').pair(landmarkOf),
		mirror: reader.field('mirror').boolean()
	};
}

function gatesOf(reader: Reader): Treatment['gates'] {
	const gates: Record<string, string | number> = {};
	for (const [name, gate] of reader.record()) {
		switch (name) {
			case 'mouth_gap_mm_max':
				gates[name] = gate.numberBetween(0, 20);
				break;
			case 'glasses':
			case 'hair_over_region':
				gates[name] = gate.oneOf(['warn']);
				break;
			case 'freeze_mask':
				gates[name] = gate.oneOf(['ears']);
				break;
			default:
				gate.fail('is an unknown gate');
		}
	}
	return gates;
}

function acceptanceOf(reader: Reader): Acceptance {
	const ratio = (value: Reader) => value.numberBetween(-0.5, 2);
	return {
		fieldTolerance: reader.field('fieldTolerance').numberBetween(0.001, 0.2),
		imageTrackedRatio: reader.field('imageTrackedRatio').nullOr((tracked) => {
			const [low, median, high] = tracked.tuple(3).map(ratio);
			if (!(low! <= median! && median! <= high!)) tracked.fail('must ascend');
			return [low!, median!, high!] as const;
		}),
		redetectionUsable: reader.field('redetectionUsable').boolean(),
		redetectedBound: reader.field('redetectedBound').nullOr((bound) => bound.pair(ratio))
	};
}
