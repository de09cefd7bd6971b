import { around, intersection, type Rect } from '../geometry/index.ts';
import { boundsWhere, type Plane } from '../raster/index.ts';
import type { EffectId, Strengths } from './effects.ts';
import { SIDES, type Family, type Grid, type Layer, type Side, type Tone } from './types.ts';

/** Values per sample of a tone. */
const VALUES = 6;
const PORES = 3;
const BASE = 4;
/** Log gains below this do not change a byte: they are left out so that untouched skin stays. */
const NEGLIGIBLE = 0.0015;

/** An effect on one side of the face, cut to where it acts. */
export type Piece = {
	readonly effect: EffectId;
	readonly side: Side;
	readonly family: Family;
	/** Samples of the grid. */
	readonly rect: Rect;
	/** Log gains at strength 1, red, green, blue per sample of `rect`. */
	readonly gain: Float32Array<ArrayBuffer>;
};

/** An effect's layer times a weight on the whole grid, as a piece; null where it does nothing. */
export function pieceOf(
	effect: EffectId,
	side: Side,
	family: Family,
	layer: Layer,
	weight: Plane
): Piece | null {
	const rect = feltWithin(layer, weight);
	if (rect === null) return null;
	const [red, green, blue] = [layer.gain[0].data, layer.gain[1].data, layer.gain[2].data];
	const cut = new Float32Array(3 * rect.width * rect.height);
	for (let j = rect.y, to = 0; j < rect.y + rect.height; j++) {
		let at = (j - layer.rect.y) * layer.rect.width + rect.x - layer.rect.x;
		const line = j * weight.width + rect.x;
		for (let k = line; k < line + rect.width; k++, at++, to += 3) {
			const w = weight.data[k]!;
			if (w === 0 || !isFelt(w, red[at]!, green[at]!, blue[at]!)) continue;
			cut[to] = w * red[at]!;
			cut[to + 1] = w * green[at]!;
			cut[to + 2] = w * blue[at]!;
		}
	}
	return { effect, side, family, rect, gain: cut };
}

/** As `boundsWhere`, without a call per sample: this is done for every effect. */
function feltWithin({ rect, gain }: Layer, { width, data }: Plane): Rect | null {
	const [red, green, blue] = [gain[0].data, gain[1].data, gain[2].data];
	let [left, top, right, bottom] = [rect.width, rect.height, -1, -1];
	for (let j = 0; j < rect.height; j++) {
		const line = j * rect.width;
		const weights = (rect.y + j) * width + rect.x;
		let i = 0;
		for (; i < rect.width; i++) {
			const weight = data[weights + i]!;
			if (weight === 0) continue;
			if (isFelt(weight, red[line + i]!, green[line + i]!, blue[line + i]!)) break;
		}
		if (i === rect.width) continue;
		left = Math.min(left, i);
		for (i = rect.width - 1; i > right; i--) {
			const weight = data[weights + i]!;
			if (weight === 0) continue;
			if (isFelt(weight, red[line + i]!, green[line + i]!, blue[line + i]!)) break;
		}
		right = Math.max(right, i);
		top = Math.min(top, j);
		bottom = j;
	}
	if (right < 0) return null;
	return { x: rect.x + left, y: rect.y + top, width: right - left + 1, height: bottom - top + 1 };
}

function isFelt(weight: number, red: number, green: number, blue: number): boolean {
	return (
		Math.abs(weight * red) > NEGLIGIBLE ||
		Math.abs(weight * green) > NEGLIGIBLE ||
		Math.abs(weight * blue) > NEGLIGIBLE
	);
}

export type Pores = {
	/** Strength at the end of the slider, 0–0.4, per side: already shared across the midline. */
	readonly weight: Readonly<Record<Side, Plane>>;
	/** ln Y towards which pores are drawn. */
	readonly base: Plane;
};

/** A tone, and which of its samples changed since the one before; both null while nothing acts. */
export type ToneStep = { readonly tone: Tone | null; readonly changed: Rect | null };

/**
 * Adds up what the sliders ask for, again only where one of them moved. Effects on relief that lie
 * over each other (a line in a fold, a trough under a shadow) are not added: the larger change wins.
 */
export class ToneComposer {
	readonly #grid: Grid;
	#pieces: readonly Piece[];
	readonly #pores: Pores;
	/** Where each side has any. */
	readonly #porous: Readonly<Record<Side, Rect | null>>;
	readonly #tone: Tone;
	#held = new Map<string, number>();
	#shading: Plane | null = null;
	#shaded: Rect | null = null;
	#kept: Plane | null = null;
	/** Where what a person said changed since the last composition. */
	#marked: Rect | null = null;

	constructor(grid: Grid, pieces: readonly Piece[], pores: Pores) {
		this.#grid = grid;
		this.#pieces = pieces;
		this.#pores = pores;
		const { box, width, height } = grid;
		const porous = (side: Side) =>
			boundsWhere(width, height, (at) => pores.weight[side].data[at] !== 0);
		this.#porous = { right: porous('right'), left: porous('left') };
		const data = new Float32Array(VALUES * width * height);
		for (let i = 0; i < width * height; i++) data[VALUES * i + BASE] = pores.base.data[i]!;
		this.#tone = { box, width, height, data };
	}

	/** Other pieces, and where nothing may change (0–1 on the grid) from now on. */
	mark(pieces: readonly Piece[], kept: Plane | null): void {
		const others = [
			...this.#pieces.filter((piece) => !pieces.includes(piece)),
			...pieces.filter((piece) => !this.#pieces.includes(piece))
		];
		for (const { rect } of others) this.#marked = around(this.#marked, rect);
		this.#marked = around(this.#marked, this.#keptOtherwise(kept));
		this.#pieces = pieces;
		this.#kept = kept;
	}

	#keptOtherwise(kept: Plane | null): Rect | null {
		const before = this.#kept;
		if (before === kept) return null;
		const { width, height } = this.#grid;
		return boundsWhere(width, height, (at) => (before?.data[at] ?? 0) !== (kept?.data[at] ?? 0));
	}

	/** `shading`: change of log luminance by new volume, on a grid of its own over the same box. */
	compose(strengths: Strengths, shading: Plane | null): ToneStep {
		const strength = (effect: EffectId, side: Side) => strengths.get(effect)?.[side] ?? 0;
		let changed: Rect | null = null;
		let acts = false;
		const held = new Map<string, number>();
		const compare = (key: string, value: number, rect: Rect | null) => {
			if (value > 0) acts = true;
			held.set(key, value);
			if ((this.#held.get(key) ?? 0) !== value) changed = around(changed, rect);
		};
		for (const { effect, side, rect } of this.#pieces) {
			compare(`${effect} ${side}`, strength(effect, side), rect);
		}
		for (const side of SIDES) {
			compare(`pores ${side}`, strength('pores', side), this.#porous[side]);
		}
		if (shading !== this.#shading) {
			const shaded = shading === null ? null : this.#boundsOf(shading);
			changed = around(around(changed, this.#shaded), shaded);
			this.#shaded = shaded;
			this.#shading = shading;
		}
		if (this.#shaded !== null) acts = true;
		changed = around(changed, this.#marked);
		this.#marked = null;
		this.#held = held;
		if (changed !== null) this.#fill(changed, strength);
		return { tone: acts ? this.#tone : null, changed };
	}

	#fill(area: Rect, strength: (effect: EffectId, side: Side) => number): void {
		const { data } = this.#tone;
		const { width } = this.#grid;
		forEachLine(area, width, (from, to) => {
			for (let at = VALUES * from; at < VALUES * to; at += VALUES) {
				for (let k = 0; k < BASE; k++) data[at + k] = 0;
			}
		});
		for (const family of ['relief', 'colour'] as const) {
			for (const piece of this.#pieces) {
				const s = strength(piece.effect, piece.side);
				const common = intersection(piece.rect, area);
				if (piece.family !== family || s === 0 || common === null) continue;
				this.#lay(piece, s, common);
			}
		}
		for (const side of SIDES) {
			const common = this.#porous[side] && intersection(this.#porous[side], area);
			if (common !== null) this.#open(common, strength('pores', side), side);
		}
		if (this.#shading !== null && this.#shaded !== null) {
			const common = intersection(this.#shaded, area);
			if (common !== null) this.#shade(common, this.#shading);
		}
		if (this.#kept !== null) this.#keep(area, this.#kept);
	}

	#keep(area: Rect, kept: Plane): void {
		const { data } = this.#tone;
		forEachLine(area, this.#grid.width, (from, to) => {
			for (let at = from; at < to; at++) {
				const share = 1 - kept.data[at]!;
				if (share === 1) continue;
				for (let k = 0; k < BASE; k++) data[VALUES * at + k] = share * data[VALUES * at + k]!;
			}
		});
	}

	#lay({ family, rect, gain }: Piece, strength: number, area: Rect): void {
		const { data } = this.#tone;
		for (let j = area.y; j < area.y + area.height; j++) {
			let to = VALUES * (j * this.#grid.width + area.x);
			let from = 3 * ((j - rect.y) * rect.width + area.x - rect.x);
			for (let i = 0; i < area.width; i++, to += VALUES, from += 3) {
				const green = strength * gain[from + 1]!;
				if (family === 'relief') {
					if (Math.abs(green) <= Math.abs(data[to + 1]!)) continue;
					data[to] = strength * gain[from]!;
					data[to + 1] = green;
					data[to + 2] = strength * gain[from + 2]!;
				} else {
					data[to] = data[to]! + strength * gain[from]!;
					data[to + 1] = data[to + 1]! + green;
					data[to + 2] = data[to + 2]! + strength * gain[from + 2]!;
				}
			}
		}
	}

	#open(area: Rect, strength: number, side: Side): void {
		if (strength === 0) return;
		const { data } = this.#tone;
		const weight = this.#pores.weight[side].data;
		forEachLine(area, this.#grid.width, (from, to) => {
			for (let at = from; at < to; at++) {
				data[VALUES * at + PORES] = data[VALUES * at + PORES]! + strength * weight[at]!;
			}
		});
	}

	#shade(area: Rect, shading: Plane): void {
		const { data } = this.#tone;
		const perX = shading.width / this.#grid.width;
		const perY = shading.height / this.#grid.height;
		const row = new Float64Array(shading.width + 1);
		const last = shading.width - 1;
		for (let j = area.y; j < area.y + area.height; j++) {
			const y = Math.max(0, Math.min(shading.height - 1, (j + 0.5) * perY - 0.5));
			const top = Math.floor(y);
			const above = top * shading.width;
			const below = Math.min(shading.height - 1, top + 1) * shading.width;
			for (let i = 0; i <= last; i++) {
				const upper = shading.data[above + i]!;
				row[i] = upper + (shading.data[below + i]! - upper) * (y - top);
			}
			row[last + 1] = row[last]!;
			for (let i = area.x; i < area.x + area.width; i++) {
				const x = Math.max(0, Math.min(last, (i + 0.5) * perX - 0.5));
				const left = Math.floor(x);
				const value = row[left]! + (row[left + 1]! - row[left]!) * (x - left);
				if (Math.abs(value) <= NEGLIGIBLE) continue;
				const to = VALUES * (j * this.#grid.width + i);
				for (let c = 0; c < 3; c++) data[to + c] = data[to + c]! + value;
			}
		}
	}

	/** Where the shading is felt, in samples of the grid. */
	#boundsOf(shading: Plane): Rect | null {
		const { width, height, data } = shading;
		const felt = boundsWhere(width, height, (at) => Math.abs(data[at]!) > NEGLIGIBLE);
		if (felt === null) return null;
		const perX = this.#grid.width / width;
		const perY = this.#grid.height / height;
		const x = Math.max(0, Math.floor((felt.x - 1) * perX));
		const y = Math.max(0, Math.floor((felt.y - 1) * perY));
		const right = Math.min(this.#grid.width, Math.ceil((felt.x + felt.width + 1) * perX));
		const bottom = Math.min(this.#grid.height, Math.ceil((felt.y + felt.height + 1) * perY));
		return { x, y, width: right - x, height: bottom - y };
	}
}

function forEachLine(area: Rect, width: number, visit: (from: number, to: number) => void): void {
	for (let j = area.y; j < area.y + area.height; j++) {
		visit(j * width + area.x, j * width + area.x + area.width);
	}
}
