import { untrack } from 'svelte';
import { toAppError } from '../errors.ts';
import type { Engine, ShowJob } from '../engine/index.ts';
import type { Landmarks, ScaleInput } from '../face/index.ts';
import { boundsOfPoints, type Rect, type Vec2 } from '../geometry/index.ts';
import type { PictureFormat, PictureLabel } from '../photo/index.ts';
import { isTreatmentId, MACROS, planIsZero, treatment, TREATMENTS } from '../treatment/index.ts';
import type { Area, Plan, Treatment, TreatmentId } from '../treatment/index.ts';
import { Camera } from './camera.svelte.ts';
import {
	areaAt,
	availability,
	Selection,
	TABS,
	treatmentsIn,
	type Availability,
	type Tab,
	type Outline
} from './catalogue.svelte.ts';
import {
	DEFAULT_SCALE,
	newDocument,
	planOf,
	VARIANTS,
	withPlan,
	type ShownVariant,
	type StudioDocument
} from './document.ts';
import { History } from './history.svelte.ts';
import { Kept, type Graphics } from './kept.svelte.ts';
import { Live } from './live.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { drawPicture, nameFor, type PictureChoice, type WrittenPicture } from './picture-out.ts';
import {
	heldBackIn,
	merged,
	onStep,
	stepOf,
	treatmentIdsIn,
	valuesOf,
	withLinkedSides,
	without,
	withSide,
	type HeldBack,
	type Side
} from './plan.ts';
import {
	arrowsOf,
	glowOf,
	landmarkPointsOf,
	pointOf,
	type Arrow,
	type Glow,
	type LandmarkPoint
} from './overlay.ts';
import { Session, type Progress } from './session.svelte.ts';
import { toPicture, View } from './view.svelte.ts';

/** Hair above and the neck below the landmarks, as shares of the face's height. */
const ABOVE = 0.4;
const BELOW = 0.18;
const ASIDE = 0.22;

/** The live job: one photograph, its plans, how it is looked at. Made once, passed by context. */
export class Studio {
	readonly session: Session;
	readonly history = new History<StudioDocument>(newDocument());
	readonly view = new View();
	readonly live: Live;
	readonly kept: Kept;
	readonly camera = new Camera();
	readonly selection = new Selection();
	readonly notices = new Notices();
	readonly tabs = TABS;
	readonly variants = VARIANTS;
	readonly macros = MACROS;
	/** Landmark correction is on: touches drag points. */
	editing = $state(false);
	/** Arrows with millimetres, while held. */
	explaining = $state(false);
	readonly #engine: Engine;
	/** The last person outline that the engine looked for. */
	#segmented: (Outline & { readonly picture: number }) | null = $state.raw(null);
	#adopted: { readonly landmarks: Landmarks | null; readonly scale: ScaleInput };

	readonly plan: Plan = $derived(planOf(this.history.present));
	readonly hasIllustration: boolean = $derived(!planIsZero(this.plan));
	/** Something would be lost with the page: an illustration in any variant. */
	readonly hasWork: boolean = $derived.by(() => {
		const { variants } = this.history.present;
		return this.session.photograph !== null && VARIANTS.some((id) => !planIsZero(variants[id]));
	});
	readonly treatments: readonly Treatment[] = $derived.by(() =>
		treatmentsIn(this.selection.tab, this.kept.favourites)
	);

	/** Something on the stage is altered. Landmarks are corrected on the photograph itself. */
	readonly showsIllustration: boolean = $derived(
		this.hasIllustration && !this.editing && !this.view.showsPhotographOnly
	);

	/** What the canvas should show; a new object whenever it should be drawn again. */
	readonly wanted: ShowJob | null = $derived.by(() => {
		if (this.session.photograph === null) return null;
		const frame = this.view.frame(this.showsIllustration);
		return frame === null ? null : { plan: this.plan, frame };
	});

	/** Landmarks that the camera sees, where they stand on the stage; for correcting them. */
	readonly landmarkPoints: readonly LandmarkPoint[] = $derived.by(() => {
		const { face, observation } = this.session.photograph ?? {};
		const { transform, picture } = this.view;
		if (!this.editing || !face || !observation || !transform || !picture) return [];
		const landmarks = this.history.present.landmarks ?? observation.landmarks;
		return landmarkPointsOf(face, landmarks, transform, picture);
	});

	/** Shown with less than was asked, whichever treatment is armed. */
	readonly heldBack: readonly HeldBack[] = $derived.by(() =>
		heldBackIn(this.plan, this.live.report?.scaledBack ?? [], this.selection.armed)
	);

	/** Areas in which the shown plan does something. */
	readonly usedAreas: readonly Area[] = $derived(
		treatmentIdsIn(this.plan).map((id) => treatment(id).area)
	);

	/** The touched area on the stage, for its glow. */
	readonly glow: Glow | null = $derived.by(() => {
		const { touched } = this.selection;
		// One glow per touch: it does not start again when the picture moves under it.
		return untrack(() => {
			const { face } = this.session.photograph ?? {};
			const { transform, picture } = this.view;
			if (touched === null || !face || transform === null || picture === null) return null;
			return glowOf(face, touched.area, transform, picture);
		});
	});

	/** How the surface moves in the illustration, for the curious. */
	readonly arrows: readonly Arrow[] = $derived.by(() => {
		const { face } = this.session.photograph ?? {};
		const { transform, picture } = this.view;
		const { report } = this.live;
		if (!this.explaining || !face || !report || transform === null || picture === null) return [];
		return arrowsOf(face, report.landmarks, this.plan, transform, picture);
	});

	#choosingGraphics = false;

	constructor(engine: Engine, storage: Storage | null) {
		this.#engine = engine;
		this.session = new Session(engine);
		this.live = new Live(engine, (error) => this.session.fail(error));
		this.kept = new Kept(storage, isTreatmentId);
		const { landmarks, scale } = this.history.present;
		this.#adopted = { landmarks, scale };
		engine.subscribe((event) => {
			if (event.type === 'renderer-changed') {
				if (!this.#choosingGraphics) this.notices.tell({ kind: 'renderer' });
			} else {
				const { layers, coverings } =
					event.type === 'segmented' ? event : { layers: [], coverings: {} };
				this.#segmented = { picture: event.picture, layers, coverings };
				if (event.type === 'segmentation-failed') this.notices.tell({ kind: 'segmentation' });
			}
			this.live.again();
		});
	}

	/** Draws with the chosen renderer from now on; one that does not start is not kept. */
	async chooseGraphics(graphics: Graphics): Promise<void> {
		this.kept.set({ graphics });
		this.#choosingGraphics = true;
		try {
			await this.#engine.useRenderer(graphics);
			this.live.again();
		} catch {
			this.kept.set({ graphics: 'auto' });
			this.notices.tell({ kind: 'renderer-refused' });
		} finally {
			this.#choosingGraphics = false;
		}
	}

	// Photograph

	/** True when the photograph is open; otherwise the one before still is. */
	async open(file: Blob): Promise<boolean> {
		const fresh = newDocument();
		if (!(await this.session.open(file, fresh.scale))) return false;
		const photograph = this.session.photograph;
		if (photograph === null) return false;
		this.#adopted = { landmarks: null, scale: fresh.scale };
		this.history.restart(fresh);
		if (this.kept.graphics !== 'auto') void this.chooseGraphics(this.kept.graphics);
		this.editing = false;
		this.live.restart();
		this.openTab('common');
		this.view.open(photograph.picture, headBox(boundsOfPoints(photograph.face.landmarks)));
		this.notices.clear();
		for (const notice of photograph.notices) this.notices.tell({ kind: 'photo', notice });
		for (const { finding } of photograph.warnings) this.notices.tell({ kind: 'quality', finding });
		return true;
	}

	/** What is being waited for, or null. */
	readonly progress: Progress | null = $derived.by(() => {
		if (this.session.progress !== null) return this.session.progress;
		const isDrawing = this.session.photograph !== null && this.live.painted === null;
		return isDrawing ? { step: 'preparing' } : null;
	});

	// Treatments

	availability(id: TreatmentId): Availability {
		const photograph = this.session.photograph;
		if (photograph === null) return { kind: 'shown', warnings: [] };
		const segmented = this.#segmented;
		const outline = segmented?.picture === photograph.id ? segmented : null;
		return availability(photograph.face, treatment(id), outline);
	}

	/** The whole catalogue, for search. */
	get catalogue(): readonly Treatment[] {
		return TREATMENTS;
	}

	isHeldBack(id: TreatmentId): boolean {
		return this.heldBack.some(({ treatments }) => treatments.includes(id));
	}

	stepOf(id: TreatmentId): number {
		return stepOf(treatment(id));
	}

	isLinked(id: TreatmentId): boolean {
		return !this.history.present.unlinked.includes(id);
	}

	/** While a slider is moved: shown at once, one undo step when it settles. */
	preview(id: TreatmentId, side: Side, value: number): void {
		const document = this.history.present;
		this.history.preview(withPlan(document, withSide(this.plan, treatment(id), side, value)));
	}

	settle(id: TreatmentId, side: Side, value: number): void {
		const entry = treatment(id);
		if (this.#reads(id, side) !== onStep(entry, value)) this.preview(id, side, value);
		this.history.settle();
	}

	toggleLink(id: TreatmentId): void {
		const document = this.history.present;
		if (this.isLinked(id)) {
			this.#change({ ...document, unlinked: [...document.unlinked, id] });
			return;
		}
		const unlinked = document.unlinked.filter((other) => other !== id);
		this.#change(withPlan({ ...document, unlinked }, withLinkedSides(this.plan, treatment(id))));
	}

	reset(id: TreatmentId): void {
		this.#setPlan(without(this.plan, id));
	}

	resetAll(): void {
		this.#setPlan({});
	}

	/** Lays a macro or a saved preset over the plan; sides that differ become free. */
	apply(addition: Plan): void {
		const document = this.history.present;
		const apart = treatmentIdsIn(addition).filter((id) => {
			const { left, right } = valuesOf(addition, id);
			return left !== right && this.isLinked(id);
		});
		const unlinked = [...document.unlinked, ...apart];
		this.#change(withPlan({ ...document, unlinked }, merged(this.plan, addition)));
	}

	savePreset(): void {
		this.kept.savePreset(this.plan);
		this.notices.tell({ kind: 'preset-saved' });
	}

	show(variant: ShownVariant): void {
		const document = this.history.present;
		if (document.shown !== variant) this.#change({ ...document, shown: variant });
	}

	/** A touch on the face: its area glows, opens, and its first visible treatment is armed. */
	touchStage(stagePoint: Vec2): void {
		const face = this.session.photograph?.face;
		const point = this.view.pictureAt(stagePoint);
		const area = face === undefined || point === null ? null : areaAt(face, point);
		if (area === null) return;
		this.selection.touch(area);
		this.openTab(area);
	}

	/** Chosen by name: its area opens unless it is among the treatments already on show. */
	arm(id: TreatmentId): void {
		this.selection.armed = id;
		if (!this.treatments.some((entry) => entry.id === id)) this.selection.tab = treatment(id).area;
	}

	enterPatientView(): void {
		if (this.session.photograph === null) return;
		this.editing = false;
		this.explaining = false;
		this.view.patient = true;
	}

	openTab(tab: Tab): void {
		const entries = treatmentsIn(tab, this.kept.favourites);
		const at = (kind: Availability['kind']) =>
			entries.filter(({ id }) => this.availability(id).kind === kind);
		this.selection.open(tab, [...at('shown'), ...at('faint'), ...at('hidden')]);
	}

	/** The treatment before or after the armed one that this view can show. */
	step(by: 1 | -1): void {
		const seen = this.treatments.filter(({ id }) => this.availability(id).kind !== 'hidden');
		const at = seen.findIndex(({ id }) => id === this.selection.armed);
		const next = seen[(at + by + seen.length) % seen.length];
		if (next !== undefined) this.arm(next.id);
	}

	// Landmarks and scale

	/** A landmark under the finger, at a stage point; one undo step when the finger lifts. */
	dragLandmark(index: number, stagePoint: Vec2): void {
		const { transform, picture } = this.view;
		if (transform === null || picture === null) return;
		this.#previewLandmark(index, () => toPicture(transform, picture, stagePoint));
	}

	settleLandmark(): void {
		this.history.settle();
		this.#followFace();
	}

	/** By whole picture pixels, as seen: mirrored where the picture is. */
	nudgeLandmark(index: number, [dx, dy]: Vec2): void {
		const sign = this.view.mirrored ? -1 : 1;
		this.#previewLandmark(index, ([x, y]) => [x + sign * dx, y + dy]);
		this.settleLandmark();
	}

	resetLandmarks(): void {
		this.#change({ ...this.history.present, landmarks: null });
	}

	readonly hasUsualScale: boolean = $derived(this.history.present.scale === DEFAULT_SCALE);

	resetScale(): void {
		this.setScale(DEFAULT_SCALE);
	}

	setScale(scale: ScaleInput): void {
		this.#change({ ...this.history.present, scale });
	}

	// Undo

	undo(): void {
		this.history.undo();
		this.#followFace();
	}

	redo(): void {
		this.history.redo();
		this.#followFace();
	}

	// Picture out

	pictureName(choice: PictureChoice, format: PictureFormat): string {
		return nameFor(choice, format);
	}

	async draw(
		choice: PictureChoice,
		format: PictureFormat,
		label: PictureLabel
	): Promise<WrittenPicture | null> {
		try {
			return await drawPicture(this.#engine, choice, this.plan, format, label);
		} catch (error) {
			this.session.fail(error);
			return null;
		}
	}

	dispose(): void {
		this.camera.close();
		this.#engine.dispose();
	}

	#previewLandmark(index: number, place: (from: Vec2) => Vec2): void {
		const photograph = this.session.photograph;
		if (photograph === null) return;
		const document = this.history.present;
		const landmarks = Float64Array.from(document.landmarks ?? photograph.observation.landmarks);
		landmarks.set(place(pointOf(landmarks, index)), index * 3);
		this.history.preview({ ...document, landmarks });
	}

	#reads(id: TreatmentId, side: Side): number | null {
		const { left, right } = valuesOf(this.plan, id);
		if (side === 'both') return left === right ? left : null;
		return side === 'left' ? left : right;
	}

	#setPlan(plan: Plan): void {
		this.#change(withPlan(this.history.present, plan));
	}

	#change(document: StudioDocument): void {
		this.history.preview(document);
		this.history.settle();
		this.#followFace();
	}

	/** The engine's face follows the document's landmarks and scale, also through undo. */
	#followFace(): void {
		const { landmarks, scale } = this.history.present;
		const adopted = this.#adopted;
		if (landmarks === adopted.landmarks && scale === adopted.scale) return;
		this.#adopted = { landmarks, scale };
		this.session.readopt(landmarks, scale).then(
			() => this.live.again(),
			(error: unknown) => this.session.fail(toAppError(error, 'engine.failed'))
		);
	}
}

/** The head with hair and neck around the landmarks' bounding box. */
function headBox(face: Rect): Rect {
	return {
		x: face.x - ASIDE * face.width,
		y: face.y - ABOVE * face.height,
		width: face.width * (1 + 2 * ASIDE),
		height: face.height * (1 + ABOVE + BELOW)
	};
}
