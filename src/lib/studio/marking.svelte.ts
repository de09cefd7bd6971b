import type { Mm, Vec2 } from '../geometry/index.ts';
import type { FoldLine, SkinMarks, Stroke } from '../skin/index.ts';
import { treatment, type TreatmentId } from '../treatment/index.ts';
import { NO_MARKS, planOf, withPlan, type StudioDocument } from './document.ts';
import type { Editing } from './editing.svelte.ts';
import { Folds } from './folds.svelte.ts';
import type { History } from './history.svelte.ts';
import { valuesOf, withSide } from './plan.ts';
import type { Session } from './session.svelte.ts';
import { drawnTo, strokeAt } from './strokes.ts';
import { toStage, type View } from './view.svelte.ts';

/** What a finger does to the skin: a stroke of a kind, takes strokes away, or drags folds. */
export type MarkTool = Stroke['kind'] | 'erase' | 'folds';

/** A stroke as it lies on the stage's first pane, stage pixels. */
export type StrokeShape = {
	readonly kind: Stroke['kind'];
	readonly points: readonly Vec2[];
	readonly radius: number;
};

/** Diameters that are offered, mm: a mole, a scar, a patch, a cheek. */
const DIAMETERS: readonly Mm[] = [3, 6, 12, 20];
/** The treatment that evens what is brushed. */
const EVENS: TreatmentId = 'skin_pigment';

type Sources = {
	readonly session: Session;
	readonly history: History<StudioDocument>;
	readonly view: View;
	readonly editing: Editing;
	/** The folds of the photograph, as they were found. */
	readonly found: () => readonly FoldLine[];
	/** Puts a treatment's dial on show. */
	readonly arm: (id: TreatmentId) => void;
};

/** What a person says of the skin, drawn on the photograph: spots to keep, areas to even out. */
export class Marking {
	tool: MarkTool = $state('protect');
	readonly diameters = DIAMETERS;
	readonly #sources: Sources;
	readonly #inHand: Record<Stroke['kind'], Mm> = $state({ protect: 3, pigment: 12 });
	readonly folds: Folds;
	#drawn: Stroke | null = null;
	/** Before the finger came down. */
	#before: StudioDocument | null = null;

	constructor(sources: Sources) {
		this.#sources = sources;
		this.folds = new Folds({ ...sources, marks: () => this.marks });
	}

	/** Touches draw on the skin. */
	get active(): boolean {
		return this.#sources.editing.what === 'skin';
	}

	set active(isOn: boolean) {
		this.#sources.editing.set('skin', isOn);
	}

	/** Of the picture on show; none while that is on its way to where the document has turned it. */
	readonly marks: SkinMarks = $derived.by(() => {
		const { marks, quarterTurns } = this.#sources.history.present;
		const shown = this.#sources.session.photograph?.parts.quarterTurns;
		return shown === quarterTurns ? marks : NO_MARKS;
	});

	readonly hasMarks: boolean = $derived.by(
		() => this.#sources.history.present.marks.strokes.length > 0 || this.folds.areDrawn
	);

	/** The strokes where they stand on the stage; none unless marking. */
	readonly shapes: readonly StrokeShape[] = $derived.by(() => {
		const { transform, picture } = this.#sources.view;
		if (!this.active || transform === null || picture === null) return [];
		const perMm = transform.scale * this.#pxPerMm;
		return this.marks.strokes.map(({ kind, points, radiusMm }) => ({
			kind,
			points: points.map((point) => toStage(transform, picture, point)),
			radius: radiusMm * perMm
		}));
	});

	/** Opens with the tool that a treatment asks for. */
	openFor(id: TreatmentId): void {
		const isFold = this.folds.lines.some(({ fold }) => id === `fold_${fold}`);
		this.tool = isFold ? 'folds' : id === EVENS ? 'pigment' : 'protect';
		this.active = true;
	}

	/** Across the brush, mm; null where the tool is none. */
	readonly diameter: Mm | null = $derived.by(() =>
		isBrush(this.tool) ? this.#inHand[this.tool] : null
	);

	chooseDiameter(diameter: Mm): void {
		if (isBrush(this.tool)) this.#inHand[this.tool] = diameter;
	}

	/** Half across the brush in stage pixels; null where the tool is none. */
	readonly brush: number | null = $derived.by(() => {
		const { transform } = this.#sources.view;
		if (this.diameter === null || transform === null) return null;
		return (this.diameter / 2) * this.#pxPerMm * transform.scale;
	});

	/**
	 * A finger comes down at a stage point. `reach`: how far from a stroke it may miss it, stage
	 * pixels. False where there is nothing for it to do.
	 */
	begin(at: Vec2, reach: number): boolean {
		const point = this.#sources.view.pictureAt(at);
		if (point === null) return false;
		this.#before = this.#sources.history.present;
		if (!isBrush(this.tool)) return this.#erase(point, reach);
		const radiusMm = this.#inHand[this.tool] / 2;
		this.#drawn = { kind: this.tool, points: [point], radiusMm };
		this.#show(this.#drawn);
		return true;
	}

	/** The finger moves on. */
	draw(at: Vec2, reach: number): void {
		const point = this.#sources.view.pictureAt(at);
		if (point === null) return;
		if (this.#drawn === null) {
			this.#erase(point, reach);
			return;
		}
		const drawn = drawnTo(this.#drawn, point, this.#pxPerMm);
		if (drawn === this.#drawn) return;
		this.#drawn = drawn;
		this.#show(drawn);
	}

	/** The finger lifts: one undo step. */
	settle(): void {
		const isEvening = this.#drawn?.kind === 'pigment';
		this.#before = null;
		this.#drawn = null;
		this.#sources.history.settle();
		if (isEvening) this.#sources.arm(EVENS);
	}

	/** The finger was not meant to draw. */
	abandon(): void {
		if (this.#before !== null) this.#sources.history.preview(this.#before);
		this.#drawn = null;
		this.settle();
	}

	clear(): void {
		const { history } = this.#sources;
		history.change({ ...history.present, marks: NO_MARKS });
	}

	get #pxPerMm(): number {
		return this.#sources.session.photograph?.face.scale.pxPerMm ?? 1;
	}

	#show(stroke: Stroke): void {
		const before = this.#before;
		if (before === null) return;
		const marks = { ...before.marks, strokes: [...before.marks.strokes, stroke] };
		const marked = { ...before, marks };
		this.#sources.history.preview(stroke.kind === 'pigment' ? withEvening(marked) : marked);
	}

	#erase(point: Vec2, reach: number): boolean {
		const { history, view } = this.#sources;
		const document = history.present;
		const { strokes } = document.marks;
		const within = reach / (view.transform?.scale ?? 1);
		const hit = strokeAt(strokes, point, within, this.#pxPerMm);
		if (hit === null) return false;
		const left = strokes.filter((stroke) => stroke !== hit);
		history.preview({ ...document, marks: { ...document.marks, strokes: left } });
		return true;
	}
}

function isBrush(tool: MarkTool): tool is Stroke['kind'] {
	return tool !== 'erase' && tool !== 'folds';
}

/** Brushing shows at once: the treatment that evens is set as usual where it was at nothing. */
function withEvening(document: StudioDocument): StudioDocument {
	const plan = planOf(document);
	const { left, right } = valuesOf(plan, EVENS);
	if (left !== 0 || right !== 0) return document;
	const entry = treatment(EVENS);
	return withPlan(document, withSide(plan, entry, 'both', entry.typical));
}
