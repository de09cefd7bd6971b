import { toAppError, type AppError } from '../errors.ts';
import {
	extentOf,
	glue,
	glueStroke,
	markAt,
	unglue,
	type Anchor,
	type ChartedFace,
	type DrawnMark,
	type Extent,
	type Shape
} from '../chart/index.ts';
import { grow, intersection, type Mm, type Px, type Rect, type Vec2 } from '../geometry/index.ts';
import type { PlanContent, PlanItem, PlanMark, RecordRoom, VisitFile } from '../record/index.ts';
import type { PackLabel } from '../scan/index.ts';
import { isInjectable, isTreatmentId, TREATMENTS } from '../treatment/index.ts';
import { canonicalFace, drawnFace, type DrawnFace } from './drawn-face.ts';
import { History } from './history.svelte.ts';
import {
	freshId,
	lastAmount,
	newItem,
	repeated,
	withItem,
	withMark,
	withPack,
	withoutItem,
	withoutMark
} from './plan-edit.ts';
import { Scanning } from './scanning.svelte.ts';
import { bitmapOf, storedPicture } from './stored-picture.ts';

/** Longest side of what is shown, px: a face fills a tablet. */
const SHOWN_SIDE = 2400;
/** What is shown around the landmarks and their margin: hairline, ears and some of the neck. */
const AROUND: Mm = 30;

export type ChartTool = Shape | 'move' | 'erase';

/** What is drawn on: a photograph of the visit, or where there is none the drawn face. */
export type ChartedPicture = {
	/** Null for the drawn face. */
	readonly photograph: string | null;
	readonly face: ChartedFace;
	/** What is shown of it, px. */
	readonly box: Rect;
	/** Of the photograph; `shownScale` is its px by the photograph's. */
	readonly picture: ImageBitmap | null;
	readonly shownScale: number;
};

/** A mark as it lies in the picture that is shown. */
export type ChartedMark = DrawnMark & { readonly mark: PlanMark; readonly extent: Extent };

type Visit = Pick<VisitFile, 'place' | 'shots' | 'plan' | 'planBefore' | 'treatments' | 'limits'>;

/** The plan of a visit, drawn on its photographs. */
export class Charting {
	readonly drawing: DrawnFace = drawnFace();
	readonly scanning = new Scanning();
	/** Null while the first one is read. */
	shown: ChartedPicture | null = $state.raw(null);
	error: AppError | null = $state.raw(null);
	tool: ChartTool = $state('point');
	/** What new marks are for. */
	itemInHand: string | null = $state(null);
	/** The mark whose words are shown. */
	chosen: string | null = $state(null);
	/** Being drawn, px. */
	stroke: readonly Vec2[] = $state.raw([]);
	/** That of the last visit lies below. */
	showsLast = $state(false);
	readonly #room: Pick<RecordRoom, 'reopen'>;
	readonly #visit: Visit;
	readonly #history: History<PlanContent>;
	#asked = 0;
	/** `before`: the plan that comes back where the hand is interrupted. */
	#dragged: { readonly mark: PlanMark; readonly from: Vec2; readonly before: PlanContent } | null =
		null;

	/** `visit` has been read. */
	constructor(room: Pick<RecordRoom, 'reopen'>, visit: Visit) {
		this.#room = room;
		this.#visit = visit;
		this.#history = new History(visit.plan.value, (plan) => visit.plan.set(plan));
		this.itemInHand = visit.plan.value.items.at(-1)?.id ?? null;
	}

	get plan(): PlanContent {
		return this.#history.present;
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	/** Photographs on which a face is followed. */
	readonly views: VisitFile['shots'] = $derived.by(() =>
		this.#visit.shots.filter(({ photograph }) => photograph.observation !== null)
	);
	readonly marks: readonly ChartedMark[] = $derived.by(() => this.#laid(this.plan.marks));
	/** Those of the last visit, while they are shown. */
	readonly lastMarks: readonly ChartedMark[] = $derived.by(() =>
		this.showsLast ? this.#laid(this.#visit.planBefore?.marks ?? []) : []
	);
	readonly hasLast: boolean = $derived.by(() => this.#visit.planBefore !== null);
	/** The clinic injects nobody who is under 18, and this patient may be. */
	readonly noInjectables: boolean = $derived.by(() => this.#visit.limits.noInjectables);
	/** Of the catalogue, those that are illustrated in this visit first. */
	readonly treatments: readonly string[] = $derived.by(() => {
		const own = this.#visit.treatments;
		const others = TREATMENTS.map(({ id }) => id).filter((id) => !own.includes(id));
		const all = [...own, ...others];
		return this.noInjectables ? all.filter((id) => !isTreatmentId(id) || !isInjectable(id)) : all;
	});

	/** The front view where there is one, else whatever a face is followed on, else the drawn face. */
	async openFirst(): Promise<void> {
		const front = this.views.findLast(({ photograph }) => photograph.standardView === 'front');
		await this.open((front ?? this.views[0])?.id ?? null);
	}

	/** Null: the drawn face. What was shown stays until the other one is there. */
	async open(photograph: string | null): Promise<void> {
		const asked = ++this.#asked;
		this.error = null;
		try {
			const next = photograph === null ? drawn() : await this.#read(photograph);
			if (asked !== this.#asked) {
				next.picture?.close();
				return;
			}
			this.shown?.picture?.close();
			this.shown = next;
			this.stroke = [];
		} catch (reason) {
			if (asked === this.#asked) this.error = toAppError(reason, 'vault.failed');
		}
	}

	/** Keeps what is not kept yet; nothing is shown any more. */
	close(): void {
		this.#asked += 1;
		this.scanning.stop();
		this.shown?.picture?.close();
		this.shown = null;
		void this.#visit.plan.flush();
	}

	undo(): void {
		this.#history.undo();
	}

	redo(): void {
		this.#history.redo();
	}

	/** A hand comes down at a place of the picture (px); `reach` is how near it has to be to a mark. */
	press(at: Vec2, reach: Px): void {
		if (this.tool === 'line' || this.tool === 'area') this.stroke = [at];
		else if (this.tool === 'point') this.#place(at);
		else {
			const touched = this.marks[markAt(this.marks, at, reach)];
			if (touched === undefined) return;
			if (this.tool === 'erase') this.remove(touched.mark.id);
			else this.#hold(touched, at);
		}
	}

	drag(to: Vec2): void {
		if (this.stroke.length > 0) this.stroke = [...this.stroke, to];
		else if (this.#dragged !== null) {
			const { mark, from } = this.#dragged;
			this.#history.preview(
				withMark(this.plan, this.#moved(mark, [to[0] - from[0], to[1] - from[1]]))
			);
		}
	}

	/** `least`: a shorter stroke, px, is a slip. */
	lift(least: Px): void {
		const { stroke, tool } = this;
		this.stroke = [];
		if (this.#dragged !== null) {
			this.#dragged = null;
			this.#history.settle();
		} else if ((tool === 'line' || tool === 'area') && lengthOf(stroke) >= least) {
			if (this.shown !== null) this.#add(tool, glueStroke(this.shown.face, stroke, tool));
		}
	}

	/** A second finger, or the system, took over. */
	cancel(): void {
		this.stroke = [];
		if (this.#dragged === null) return;
		this.#history.preview(this.#dragged.before);
		this.#dragged = null;
		this.#history.settle();
	}

	/** A mark by so much in the picture, mm to the right and down; one that is not wholly seen stays. */
	nudge(id: string, by: readonly [Mm, Mm]): void {
		const charted = this.marks.find(({ mark }) => mark.id === id);
		if (charted === undefined || this.shown === null || !isSeen(charted)) return;
		const { pxPerMm } = this.shown.face.scale;
		const moved = this.#moved(charted.mark, [by[0] * pxPerMm, by[1] * pxPerMm]);
		this.#history.change(withMark(this.plan, moved));
	}

	/** A point in the middle of what is shown, for hands that cannot point. */
	addPoint(): void {
		if (this.shown === null) return;
		const { x, y, width, height } = this.shown.box;
		this.#add('point', [this.#glued([x + width / 2, y + height / 2])]);
	}

	remove(id: string): void {
		this.#history.change(withoutMark(this.plan, id));
		if (this.chosen === id) this.chosen = null;
	}

	setMark(mark: PlanMark): void {
		this.#history.change(withMark(this.plan, mark));
	}

	addItem(): void {
		const item = newItem(null);
		this.itemInHand = item.id;
		this.#history.change(withItem(this.plan, item));
	}

	removeItem(id: string): void {
		this.#history.change(withoutItem(this.plan, id));
		if (this.itemInHand === id) this.itemInHand = this.plan.items.at(-1)?.id ?? null;
	}

	setItem(item: PlanItem): void {
		this.#history.change(withItem(this.plan, item));
	}

	/** While words are typed: kept as they come, and one step once the field is left. */
	type(plan: PlanContent): void {
		this.#history.preview(plan);
		this.#visit.plan.set(plan);
	}

	typeItem(item: PlanItem): void {
		this.type(withItem(this.plan, item));
	}

	typeMark(mark: PlanMark): void {
		this.type(withMark(this.plan, mark));
	}

	settle(): void {
		this.#history.settle();
	}

	set(plan: PlanContent): void {
		this.#history.change(plan);
	}

	takePack(item: PlanItem, label: PackLabel): void {
		this.setItem(withPack(item, label, this.#visit.planBefore));
	}

	repeatLast(): void {
		const last = this.#visit.planBefore;
		if (last === null) return;
		this.#history.change(repeated(this.plan, last));
		this.itemInHand = this.plan.items.at(-1)?.id ?? null;
	}

	/** What the last visit's plan says of the same item. */
	lastAmount(item: PlanItem): Pick<PlanItem, 'amount' | 'unit'> | null {
		return lastAmount(item, this.#visit.planBefore);
	}

	#laid(marks: readonly PlanMark[]): readonly ChartedMark[] {
		if (this.shown === null) return [];
		const { face } = this.shown;
		return marks.map((mark) => {
			const drawnMark = { shape: mark.shape, at: mark.at.map((anchor) => unglue(face, anchor)) };
			return { ...drawnMark, mark, extent: extentOf(face, drawnMark) };
		});
	}

	#glued(at: Vec2): Anchor {
		if (this.shown === null) throw new RangeError('nothing to draw on');
		return glue(this.shown.face, at);
	}

	#new(shape: Shape, at: readonly Anchor[]): PlanMark {
		return { id: freshId(), shape, at, item: this.itemInHand, note: '' };
	}

	#add(shape: Shape, at: readonly Anchor[]): void {
		const mark = this.#new(shape, at);
		this.#history.change(withMark(this.plan, mark));
		this.chosen = mark.id;
	}

	/** A point, which goes with the hand until it is lifted. */
	#place(at: Vec2): void {
		const before = this.plan;
		const mark = this.#new('point', [this.#glued(at)]);
		this.#dragged = { mark, from: at, before };
		this.#history.preview(withMark(before, mark));
		this.chosen = mark.id;
	}

	#hold(touched: ChartedMark, from: Vec2): void {
		this.chosen = touched.mark.id;
		if (isSeen(touched)) this.#dragged = { mark: touched.mark, from, before: this.plan };
	}

	#moved(mark: PlanMark, [dx, dy]: Vec2): PlanMark {
		if (this.shown === null) return mark;
		const { face } = this.shown;
		const at = mark.at.map((anchor) => {
			const [x, y] = unglue(face, anchor).at;
			return glue(face, [x + dx, y + dy]);
		});
		return { ...mark, at };
	}

	async #read(photograph: string): Promise<ChartedPicture> {
		const stored = await storedPicture(
			await this.#room.reopen(this.#visit.place.folder, photograph)
		);
		const { face, pixels } = stored;
		const around = grow(face.box, AROUND * face.scale.pxPerMm);
		const whole = { x: 0, y: 0, width: pixels.width, height: pixels.height };
		const { bitmap, scale } = await bitmapOf(pixels, SHOWN_SIDE);
		return {
			photograph,
			face,
			box: intersection(around, whole) ?? whole,
			picture: bitmap,
			shownScale: scale
		};
	}
}

function drawn(): ChartedPicture {
	const { box, origin, pxPerMm } = drawnFace();
	return {
		photograph: null,
		face: canonicalFace(),
		box: {
			x: origin[0] + box.x * pxPerMm,
			y: origin[1] + box.y * pxPerMm,
			width: box.width * pxPerMm,
			height: box.height * pxPerMm
		},
		picture: null,
		shownScale: 1
	};
}

function isSeen({ at }: DrawnMark): boolean {
	return at.every(({ isVisible }) => isVisible);
}

function lengthOf(line: readonly Vec2[]): Px {
	return line.reduce((sum, [x, y], k) => {
		const [px, py] = line[k - 1] ?? [x, y];
		return sum + Math.hypot(x - px, y - py);
	}, 0);
}
