/**
 * HEIF containers: ISO/IEC 14496-12 boxes with the items and properties of ISO/IEC 23008-12, as AVIF
 * and HEIC have them.
 */
import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';
import { ascii, hasText, Reader, type Bytes } from './bytes.ts';
import type { Colour, Inspection } from './inspection.ts';
import { checkSize } from './limits.ts';

type Box = { readonly type: string; readonly typeAt: number; readonly body: Reader };
type Item = { readonly id: number; readonly type: string };
/** Where bytes of an item end: in the file (method 0) or in the `idat` box (method 1). */
type Extent = { readonly method: number; readonly end: number };
type Meta = {
	primary: number | undefined;
	items: readonly Item[];
	properties: readonly Box[];
	/** Item → indices into `properties`, in the order in which they are applied. */
	associations: ReadonlyMap<number, readonly number[]>;
	extents: readonly Extent[];
	idatLength: number;
};

const DAMAGED = 'photo.decode-failed';
/** Far beyond the tiles of any picture; without it a few bytes could ask for billions of rounds. */
const MAX_EXTENTS = 100_000;

/** Boxes one after another; `isFile` = the top level, where a box past the end is a cut file. */
function* boxes(reader: Reader, isFile = false): Generator<Box> {
	while (reader.left > 0) {
		// Stray bytes after the last box are ignored, as every decoder does.
		if (reader.left < 8 && !isFile) return;
		const start = reader.position;
		let length = reader.u32();
		const type = reader.text(4);
		if (length === 1) length = reader.u64();
		else if (length === 0) length = reader.end - start;
		const body = length - (reader.position - start);
		if (body < 0) throw new AppError(DAMAGED);
		const from = reader.skip(body);
		yield { type, typeAt: start + 4, body: new Reader(reader.bytes, from, from + body, DAMAGED) };
	}
}

/** Version and flags of a full box. */
function versionOf(body: Reader): number {
	return body.u32() >>> 24;
}

function readItems(body: Reader): Item[] {
	const count = versionOf(body) === 0 ? body.u16() : body.u32();
	const items: Item[] = [];
	for (const { type, body: entry } of boxes(body)) {
		if (type !== 'infe') continue;
		const version = versionOf(entry);
		// Versions 0 and 1 know no item type: nothing that a picture could be.
		if (version < 2) continue;
		const id = version === 2 ? entry.u16() : entry.u32();
		entry.skip(2);
		items.push({ id, type: entry.text(4) });
		if (items.length > count) throw new AppError(DAMAGED);
	}
	return items;
}

function readLocations(body: Reader): Extent[] {
	const version = versionOf(body);
	const sizes = body.u16();
	const [offsetSize, lengthSize, baseSize, indexSize] = [12, 8, 4, 0].map(
		(shift) => (sizes >>> shift) & 15
	) as [number, number, number, number];
	const wide = version === 2;
	const count = wide ? body.u32() : body.u16();
	const extents: Extent[] = [];
	for (let n = 0; n < count; n++) {
		body.skip(wide ? 4 : 2);
		const method = version === 0 ? 0 : body.u16() & 15;
		body.skip(2);
		const base = body.uint(baseSize);
		for (let extent = body.u16(); extent > 0; extent--) {
			if (version > 0) body.uint(indexSize);
			const offset = body.uint(offsetSize);
			extents.push({ method, end: base + offset + body.uint(lengthSize) });
			if (extents.length > MAX_EXTENTS) throw new AppError(DAMAGED);
		}
	}
	return extents;
}

function readAssociations(body: Reader): Map<number, number[]> {
	const head = body.u32();
	const wideItems = head >>> 24 > 0;
	const wideIndices = (head & 1) === 1;
	const associations = new Map<number, number[]>();
	for (let count = body.u32(); count > 0; count--) {
		const item = wideItems ? body.u32() : body.u16();
		const indices = associations.get(item) ?? [];
		for (let left = body.u8(); left > 0; left--) {
			// The upper bit says "essential"; indices count from one.
			indices.push(wideIndices ? (body.u16() & 0x7fff) - 1 : (body.u8() & 0x7f) - 1);
		}
		associations.set(item, indices);
	}
	return associations;
}

function readMeta(body: Reader): Meta {
	const meta: Meta = {
		primary: undefined,
		items: [],
		properties: [],
		associations: new Map(),
		extents: [],
		idatLength: 0
	};
	versionOf(body);
	for (const { type, body: inner } of boxes(body)) {
		if (type === 'pitm') meta.primary = versionOf(inner) === 0 ? inner.u16() : inner.u32();
		else if (type === 'iinf') meta.items = readItems(inner);
		else if (type === 'iloc') meta.extents = readLocations(inner);
		else if (type === 'idat') meta.idatLength = inner.left;
		else if (type === 'iprp') {
			for (const part of boxes(inner)) {
				if (part.type === 'ipco') meta.properties = [...boxes(part.body)];
				else if (part.type === 'ipma') meta.associations = readAssociations(part.body);
			}
		}
	}
	return meta;
}

function extentSize(property: Box): Size {
	const body = new Reader(property.body.bytes, property.body.position, property.body.end, DAMAGED);
	body.skip(4);
	return { width: body.u32(), height: body.u32() };
}

/** The clean aperture's size (ISO/IEC 14496-12 §12.1.4), whole pixels. */
function cropped(property: Box): Size {
	const { body } = property;
	const side = (): number => {
		const numerator = body.u32();
		return Math.round(numerator / body.u32());
	};
	const width = side();
	return { width, height: side() };
}

function colourOf({ body }: Box): Colour | null {
	const type = body.text(4);
	if (type === 'prof' || type === 'rICC') return { kind: 'icc', profile: body.take(body.left) };
	if (type !== 'nclx') return null;
	return { kind: 'cicp', primaries: body.u16(), transfer: body.u16() };
}

type Primary = Pick<Inspection, 'size' | 'uncropped' | 'colour'>;

const turned = ({ width, height }: Size): Size => ({ width: height, height: width });

/** Size and colour of the primary item after its own crop, turns and mirrors. */
function primaryPicture(meta: Meta, id: number): Primary {
	let size: Size | undefined;
	let uncropped: Size | undefined;
	let colour: Colour | null = null;
	for (const index of meta.associations.get(id) ?? []) {
		const property = meta.properties[index];
		if (property === undefined) continue;
		if (property.type === 'ispe') uncropped = size = extentSize(property);
		else if (property.type === 'clap') size = cropped(property);
		else if (property.type === 'irot' && (property.body.u8() & 1) === 1) {
			size = size && turned(size);
			uncropped = uncropped && turned(uncropped);
		} else if (property.type === 'colr' && colour?.kind !== 'icc') {
			colour = colourOf(property) ?? colour;
		}
	}
	if (size === undefined || uncropped === undefined) throw new AppError(DAMAGED);
	return { size, uncropped, colour };
}

function checkExtents({ extents, idatLength }: Meta, fileLength: number): void {
	for (const { method, end } of extents) {
		if (method === 0 && end > fileLength) throw new AppError('photo.truncated');
		if (method === 1 && end > idatLength) throw new AppError(DAMAGED);
	}
}

const CODED = { av01: 'avif', hvc1: 'heic', hev1: 'heic' } as const;

/** Of the coded items, which kind of picture this is; other codecs of HEIF have no decoder here. */
function kindOf(items: readonly Item[]): 'avif' | 'heic' {
	for (const [type, kind] of Object.entries(CODED)) {
		if (items.some((item) => item.type === type)) return kind;
	}
	throw new AppError('photo.unsupported-kind', { details: { kind: 'heif' } });
}

/**
 * The file with its film unsaid: browsers then decode the primary picture. Chromium 156 decodes the
 * first frame of a film in full range as if it were in limited range, with too much contrast.
 */
function asStill(bytes: Bytes): Bytes {
	const still = bytes.slice();
	for (const { type, typeAt, body } of boxes(new Reader(still), true)) {
		if (type === 'moov') still.set(ascii('free'), typeAt);
		if (type !== 'ftyp') continue;
		for (let at = body.position; at + 4 <= body.end; at += 4) {
			if (hasText(still, 'avis', at)) still.set(ascii('avif'), at);
		}
	}
	return still;
}

export function inspectIsobmff(bytes: Bytes): Inspection {
	let meta: Meta | undefined;
	let animated = false;
	for (const { type, body } of boxes(new Reader(bytes), true)) {
		if (type === 'meta') meta ??= readMeta(body);
		else if (type === 'moov') animated = true;
	}
	if (meta?.primary === undefined) throw new AppError(DAMAGED);
	// Every picture in it, tiles and thumbnails too: a decoder may allocate any of them.
	for (const property of meta.properties) {
		if (property.type === 'ispe') checkAllocation(extentSize(property));
	}
	const picture = primaryPicture(meta, meta.primary);
	checkSize(picture.size);
	checkExtents(meta, bytes.length);
	const kind = kindOf(meta.items);
	const decodable = [animated && kind === 'avif' ? asStill(bytes) : bytes];
	return { kind, ...picture, orientation: 1, animated, decodable };
}

/** A tile or thumbnail may be smaller than a photograph must be, not larger. */
function checkAllocation({ width, height }: Size): void {
	checkSize({ width: Math.max(width, 64), height: Math.max(height, 64) });
}
