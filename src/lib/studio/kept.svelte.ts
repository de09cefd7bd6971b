import type { RendererKind } from '../warp/index.ts';
import type { Plan, SideValues, TreatmentId } from '../treatment/index.ts';

export type Theme = 'auto' | 'dark' | 'light';
type Hand = 'right' | 'left';
/** Which renderer draws: the best by trial, or a named one where that paints wrongly. */
export type Graphics = 'auto' | RendererKind;
export type SavedPreset = { readonly id: number; readonly plan: Plan };

/** What this device remembers: ids and numbers only, nothing of a patient or a photograph. */
export type Remembered = {
	readonly theme: Theme;
	readonly hand: Hand;
	readonly singleKeys: boolean;
	readonly graphics: Graphics;
	/** After so many minutes without a touch the vault locks; 1 to 15. */
	readonly lockMinutes: number;
	readonly favourites: readonly TreatmentId[];
	readonly presets: readonly SavedPreset[];
};

const GRAPHICS: readonly Graphics[] = ['auto', 'webgpu', 'webgl2', 'cpu'];
const KEY = 'vultus.preferences';
const DEFAULTS: Remembered = {
	theme: 'auto',
	hand: 'right',
	singleKeys: true,
	graphics: 'auto',
	lockMinutes: 5,
	favourites: [],
	presets: []
};

type Loose = Readonly<Record<string, unknown>>;

function isLoose(value: unknown): value is Loose {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSides(value: unknown): value is SideValues {
	return isLoose(value) && Number.isFinite(value['left']) && Number.isFinite(value['right']);
}

function isMinutes(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 15;
}

function readPresets(value: unknown, known: (id: string) => boolean): readonly SavedPreset[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((entry: unknown) => {
		if (!isLoose(entry) || typeof entry['id'] !== 'number' || !isLoose(entry['plan'])) return [];
		const sides = Object.entries(entry['plan']).filter(
			(pair): pair is [TreatmentId, SideValues] => known(pair[0]) && isSides(pair[1])
		);
		return sides.length === 0 ? [] : [{ id: entry['id'], plan: Object.fromEntries(sides) }];
	});
}

/** Reads what an earlier version or a curious person may have left: unknown parts fall away. */
export function readRemembered(text: string | null, known: (id: string) => boolean): Remembered {
	let value: unknown;
	try {
		value = JSON.parse(text ?? '');
	} catch {
		return DEFAULTS;
	}
	if (!isLoose(value)) return DEFAULTS;
	const { theme, hand, singleKeys, graphics, lockMinutes, favourites, presets } = value as Partial<
		Record<keyof Remembered, unknown>
	>;
	return {
		theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
		hand: hand === 'left' ? 'left' : 'right',
		singleKeys: singleKeys !== false,
		graphics: GRAPHICS.find((known) => known === graphics) ?? 'auto',
		lockMinutes: isMinutes(lockMinutes) ? lockMinutes : DEFAULTS.lockMinutes,
		favourites: Array.isArray(favourites)
			? favourites.filter((id): id is string => typeof id === 'string' && known(id))
			: [],
		presets: readPresets(presets, known)
	};
}

export class Kept {
	#remembered: Remembered = $state.raw(DEFAULTS);
	readonly #storage: Storage | null;

	constructor(storage: Storage | null, known: (id: string) => boolean) {
		this.#storage = storage;
		this.#remembered = readRemembered(storage?.getItem(KEY) ?? null, known);
	}

	get theme(): Theme {
		return this.#remembered.theme;
	}

	get hand(): Hand {
		return this.#remembered.hand;
	}

	get singleKeys(): boolean {
		return this.#remembered.singleKeys;
	}

	get graphics(): Graphics {
		return this.#remembered.graphics;
	}

	get lockMinutes(): number {
		return this.#remembered.lockMinutes;
	}

	get favourites(): readonly TreatmentId[] {
		return this.#remembered.favourites;
	}

	get presets(): readonly SavedPreset[] {
		return this.#remembered.presets;
	}

	set(
		change: Partial<Pick<Remembered, 'theme' | 'hand' | 'singleKeys' | 'graphics' | 'lockMinutes'>>
	): void {
		this.#write({ ...this.#remembered, ...change });
	}

	toggleFavourite(id: TreatmentId): void {
		const others = this.favourites.filter((favourite) => favourite !== id);
		const isNew = others.length === this.favourites.length;
		this.#write({ ...this.#remembered, favourites: isNew ? [...others, id] : others });
	}

	savePreset(plan: Plan): void {
		const id = 1 + Math.max(0, ...this.presets.map((preset) => preset.id));
		this.#write({ ...this.#remembered, presets: [...this.presets, { id, plan }] });
	}

	removePreset(id: number): void {
		const presets = this.presets.filter((preset) => preset.id !== id);
		this.#write({ ...this.#remembered, presets });
	}

	/** What was just removed, back in its place. */
	restorePreset(preset: SavedPreset): void {
		const others = this.presets.filter(({ id }) => id !== preset.id);
		const presets = [...others, preset].sort((one, other) => one.id - other.id);
		this.#write({ ...this.#remembered, presets });
	}

	#write(remembered: Remembered): void {
		this.#remembered = remembered;
		try {
			this.#storage?.setItem(KEY, JSON.stringify(remembered));
		} catch {
			// A full or forbidden storage: the choice holds until the page closes.
		}
	}
}
