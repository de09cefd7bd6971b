import type { Vec2 } from '../geometry/index.ts';
import type { FoldLine, SkinMarks } from '../skin/index.ts';
import type { TreatmentId } from '../treatment/index.ts';
import type { StudioDocument } from './document.ts';
import { bent, handlesOf } from './fold-handles.ts';
import type { History } from './history.svelte.ts';
import { toPicture, toStage, type View } from './view.svelte.ts';

type Fold = Pick<FoldLine, 'fold' | 'side'>;

/** A point by which a fold's line is dragged, stage pixels. */
type FoldHandle = Fold & { readonly handle: number; readonly at: Vec2 };

type Sources = {
	readonly history: History<StudioDocument>;
	readonly view: View;
	readonly marks: () => SkinMarks;
	readonly found: () => readonly FoldLine[];
	readonly arm: (id: TreatmentId) => void;
};

const isSame = (one: Fold, other: Fold) => one.fold === other.fold && one.side === other.side;

/** Fold lines, as found or as a person drags them. */
export class Folds {
	readonly #sources: Sources;
	/** The fold under the finger, and its course before. */
	#held: FoldLine | null = null;

	constructor(sources: Sources) {
		this.#sources = sources;
	}

	/** px of the picture. */
	readonly lines: readonly FoldLine[] = $derived.by(() => {
		const drawn = this.#sources.marks().folds;
		return this.#sources.found().map((found) => drawn.find((fold) => isSame(fold, found)) ?? found);
	});

	readonly areDrawn: boolean = $derived.by(
		() => this.#sources.history.present.marks.folds.length > 0
	);

	/** On the stage's first pane, stage pixels. */
	readonly onStage: readonly FoldLine[] = $derived.by(() => {
		const { transform, picture } = this.#sources.view;
		if (transform === null || picture === null) return [];
		return this.lines.map((fold) => ({
			...fold,
			line: fold.line.map((point) => toStage(transform, picture, point))
		}));
	});

	readonly handles: readonly FoldHandle[] = $derived.by(() =>
		this.onStage.flatMap(({ fold, side, line }) =>
			handlesOf(line.length).map((k, handle) => ({ fold, side, handle, at: line[k] ?? [0, 0] }))
		)
	);

	/** A handle under the finger, at a stage point. */
	drag(of: Omit<FoldHandle, 'at'>, stagePoint: Vec2): void {
		const { transform, picture } = this.#sources.view;
		this.#held ??= this.lines.find((line) => isSame(line, of)) ?? null;
		if (this.#held === null || transform === null || picture === null) return;
		const line = bent(this.#held.line, of.handle, toPicture(transform, picture, stagePoint));
		this.#draw({ ...this.#held, line });
	}

	/** One undo step; its treatment's dial is then on show. */
	settle(): void {
		const held = this.#held;
		this.#held = null;
		this.#sources.history.settle();
		if (held !== null) this.#sources.arm(`fold_${held.fold}`);
	}

	/** By whole picture pixels, as seen: mirrored where the picture is. */
	nudge(of: FoldHandle, [dx, dy]: Vec2): void {
		const scale = this.#sources.view.transform?.scale ?? 1;
		this.drag(of, [of.at[0] + dx * scale, of.at[1] + dy * scale]);
		this.settle();
	}

	/** Back to the folds as they were found. */
	reset(): void {
		const { history } = this.#sources;
		history.change({ ...history.present, marks: { ...history.present.marks, folds: [] } });
	}

	#draw(drawn: FoldLine): void {
		const { history } = this.#sources;
		const { marks } = history.present;
		const folds = [...marks.folds.filter((fold) => !isSame(fold, drawn)), drawn];
		history.preview({ ...history.present, marks: { ...marks, folds } });
	}
}
