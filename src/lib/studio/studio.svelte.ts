import { untrack } from 'svelte';
import { AppError } from '../errors.ts';
import type { Engine, EngineEvent, Illustration, ShowJob } from '../engine/index.ts';
import { observeFace, type Expression, type ScaleInput } from '../face/index.ts';
import { quarterTurns, turnedSize, type QuarterTurns, type Vec2 } from '../geometry/index.ts';
import type { PictureFormat, PictureLabel } from '../photo/index.ts';
import type {
	NewConsent,
	Purpose,
	StandardView,
	StoredPhotograph,
	StudiedPhotograph,
	VisitPlace,
	VisitPlan
} from '../record/index.ts';
import type { FoldLine } from '../skin/index.ts';
import {
	coveringsRelaxed,
	isInjectable,
	isTreatmentId,
	MACROS,
	treatment,
	TREATMENTS
} from '../treatment/index.ts';
import type { Treatment, TreatmentId } from '../treatment/index.ts';
import { expressionIn } from './at-rest.ts';
import { Camera } from './camera.svelte.ts';
import {
	areaAt,
	availability,
	Selection,
	TABS,
	treatmentsIn,
	type Availability,
	type Outline,
	type SkinReading,
	type Tab
} from './catalogue.svelte.ts';
import { Consenting } from './consenting.svelte.ts';
import { Correction } from './correction.svelte.ts';
import {
	DEFAULT_SCALE,
	newDocument,
	setsAny,
	showsAnything,
	withTurns,
	type StudioDocument
} from './document.ts';
import { Editing } from './editing.svelte.ts';
import { FaceFollower } from './face-follower.ts';
import { headBox } from './head-box.ts';
import { History } from './history.svelte.ts';
import { Keeping, type Subject } from './keeping.svelte.ts';
import { Kept, type Graphics } from './kept.svelte.ts';
import { Live } from './live.svelte.ts';
import { Marking } from './marking.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Offer } from './offer.svelte.ts';
import { FROM_FILE, type PhotographOrigin } from './origin.ts';
import { Overlays } from './overlays.svelte.ts';
import { drawPicture, nameFor, type PictureChoice, type WrittenPicture } from './picture-out.ts';
import { heldBackIn, stepOf, type HeldBack } from './plan.ts';
import { plainPhotograph } from './plain.ts';
import { Plans } from './plans.svelte.ts';
import { Relaxing } from './relaxing.svelte.ts';
import { Session, type OpenPhotograph, type Progress } from './session.svelte.ts';
import { documentOf, withVisitPlan } from './study.ts';
import { Taking } from './taking.svelte.ts';
import { TimeCourse } from './time-course.svelte.ts';
import { Triptych } from './triptych.svelte.ts';
import { View, type KeptLook } from './view.svelte.ts';
import { Views } from './views.svelte.ts';

type Skin = {
	readonly picture: number;
	readonly reading: SkinReading;
	/** Share that is read, 0–1. */
	readonly fraction: number;
	readonly folds: readonly FoldLine[];
};

/** The live job: one photograph, its plans, how it is looked at. Made once, passed by context. */
export class Studio {
	readonly session: Session;
	readonly history: History<StudioDocument>;
	readonly plans: Plans;
	readonly editing = new Editing();
	readonly correction: Correction;
	readonly marking: Marking;
	readonly view = new View();
	readonly live: Live;
	readonly kept: Kept;
	readonly camera = new Camera();
	/** What looks at the camera's frames. */
	readonly eye: Pick<Engine, 'start' | 'watch'>;
	readonly selection = new Selection();
	readonly overlays: Overlays;
	readonly notices = new Notices();
	readonly time: TimeCourse;
	readonly relaxing: Relaxing;
	readonly keeping: Keeping;
	readonly consenting: Consenting;
	readonly offer: Offer;
	readonly taking = new Taking(this);
	readonly views = new Views(this);
	readonly triptych: Triptych;
	readonly tabs = TABS;
	readonly macros = MACROS;
	readonly #engine: Engine;
	readonly #follower: FaceFollower;
	/** The last person outline that the engine looked for. */
	#segmented: (Outline & { readonly picture: number }) | null = $state.raw(null);

	/** The last skin that the engine read. */
	#skin: Skin | null = $state.raw(null);

	/** Something would be lost with the page: an illustration in any variant, a correction, or a mark. */
	readonly hasWork: boolean = $derived.by(() => {
		if (this.session.photograph === null) return false;
		const isCorrected = this.history.present.landmarks !== null || !this.hasUsualScale;
		return this.plans.hasWork || isCorrected || this.marking.hasMarks;
	});
	/** Nothing that is shown belongs to a counted visit: the label says so. */
	readonly isDemonstration: boolean = $derived.by(
		() => this.keeping.subject.visit === null || this.keeping.licence === null
	);
	readonly hasUnkeptWork: boolean = $derived.by(() => this.hasWork && !this.keeping.isSafe);
	readonly treatments: readonly Treatment[] = $derived.by(() =>
		treatmentsIn(this.selection.tab, this.kept.favourites)
	);

	/** Which of the standard views the open photograph was taken for; null where it was none of them. */
	#takenFor: StandardView | null = $state.raw(null);

	/** What the open photograph's face does; told anew when its landmarks are corrected. */
	readonly expression: Expression = $derived.by(() => {
		const { photograph } = this.session;
		return photograph === null ? 'unknown' : expressionIn(photograph.face, this.#takenFor);
	});

	/** Something on the stage is altered. Landmarks are corrected on the photograph itself. */
	readonly showsIllustration: boolean = $derived.by(
		() =>
			this.plans.hasIllustration &&
			!this.keeping.limits.isPaused &&
			!this.keeping.limits.isStopped &&
			!this.correction.active &&
			!this.view.showsPhotographOnly
	);

	readonly illustration: Illustration = $derived.by(() => ({
		plan: this.time.plan,
		marks: this.marking.marks,
		relaxation: this.relaxing.relaxation
	}));

	/** What the canvas should show; a new object whenever it should be drawn again. */
	readonly wanted: ShowJob | null = $derived.by(() => {
		if (this.session.photograph === null || this.triptych.isOpen) return null;
		const frame = this.view.frame(this.showsIllustration);
		return frame === null ? null : { ...this.illustration, frame };
	});

	/** Shown with less than was asked, whichever treatment is armed. */
	readonly heldBack: readonly HeldBack[] = $derived.by(() =>
		heldBackIn(this.plans.current, this.live.report?.scaledBack ?? [], this.selection.armed)
	);

	#choosingGraphics = false;
	#origin: PhotographOrigin | null = null;
	readonly #app: string;

	/** `app`: which version keeps photographs. */
	constructor(engine: Engine, storage: Storage | null, app = '') {
		this.#engine = engine;
		this.#app = app;
		this.eye = engine;
		this.session = new Session(engine);
		this.live = new Live(engine, (error) => this.session.fail(error));
		this.kept = new Kept(storage, isTreatmentId);
		const fresh = newDocument();
		this.#follower = new FaceFollower(this.session, fresh, () => this.#showRemade());
		this.history = new History(
			fresh,
			(document) => {
				this.#follower.follow(document);
				this.keeping.follow(document);
			},
			(document) => this.#mayShow(document)
		);
		this.keeping = new Keeping({
			document: () => this.history.present,
			store: () => this.#store(),
			ask: () => this.consenting.ask(),
			reopen: (stored) => this.#reopen(stored),
			fail: (error) => this.session.fail(error)
		});
		this.consenting = new Consenting(async (consent) => {
			const { visit, room } = this.keeping;
			if (visit !== null) await room?.giveConsent(visit, consent);
		});
		this.offer = new Offer(this);
		this.plans = new Plans(this.history);
		this.correction = new Correction(this.session, this.history, this.view, this.editing);
		this.marking = new Marking({
			session: this.session,
			history: this.history,
			view: this.view,
			editing: this.editing,
			found: () => this.#readSkin?.folds ?? [],
			arm: (id) => this.arm(id)
		});
		this.triptych = new Triptych(engine, this);
		this.time = new TimeCourse(this);
		this.relaxing = new Relaxing(this);
		this.overlays = new Overlays(this);
		engine.subscribe((event) => {
			this.#hear(event);
			if (changesThePicture(event)) this.live.again();
		});
	}

	#hear(event: EngineEvent): void {
		switch (event.type) {
			case 'renderer-changed':
				if (!this.#choosingGraphics) this.notices.tell({ kind: 'renderer' });
				return;
			case 'segmented':
				this.#segmented = event;
				return;
			case 'segmentation-failed':
				this.#segmented = { picture: event.picture, layers: [], coverings: {} };
				this.#skin = { picture: event.picture, reading: 'failed', fraction: 0, folds: [] };
				this.notices.tell({ kind: 'segmentation' });
				return;
			case 'skin-progress':
				this.#skin = { ...event, reading: 'reading', folds: [] };
				return;
			case 'skin-ready':
				this.#skin = { picture: event.picture, reading: 'read', fraction: 1, folds: event.folds };
				return;
			case 'skin-failed':
				this.#skin = { picture: event.picture, reading: 'failed', fraction: 0, folds: [] };
				this.notices.tell({ kind: 'skin' });
		}
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

	/** A visit that may not begin stays a visit of photographs; in others something may be held off. */
	#mayShow(document: StudioDocument): boolean {
		const kind = this.#objection(document);
		if (kind === null) return true;
		this.notices.withdraw(kind);
		this.notices.tell({ kind });
		return false;
	}

	#objection(document: StudioDocument): 'licence' | 'stopped' | 'paused' | 'age-limit' | null {
		const { mayIllustrate, limits } = this.keeping;
		if (!mayIllustrate && showsAnything(document)) return 'licence';
		const before = this.history.present;
		if (limits.isStopped && setsAny(before, document, () => true)) return 'stopped';
		if (limits.isPaused && setsAny(before, document, () => true)) return 'paused';
		return limits.noInjectables && setsAny(before, document, isInjectable) ? 'age-limit' : null;
	}

	// Photograph

	/**
	 * A photograph of somebody who agreed to it, or is asked now. True when it is open; otherwise the one
	 * before still is.
	 */
	async open(file: Blob, origin: PhotographOrigin): Promise<boolean> {
		const agreed = this.consenting.given ?? (await this.consenting.ask());
		return agreed !== null && (await this.openOf(this.inHand, file, origin));
	}

	/** The face that comes with the app, of which nobody need be asked. */
	openSample(file: Blob): Promise<boolean> {
		return this.openOf({ visit: null, agreed: null }, file, FROM_FILE);
	}

	/** Whose photographs are opened now. */
	get inHand(): Subject {
		return { visit: this.keeping.visit, agreed: this.consenting.given };
	}

	/**
	 * As `open`, of somebody who is settled: whoever is in hand once it is open, it is kept with the visit for
	 * which it came.
	 */
	async openOf(subject: Subject, file: Blob, origin: PhotographOrigin): Promise<boolean> {
		const fresh = newDocument();
		// At once, so that everybody sees that a photograph is on its way.
		const opening = this.session.open(file, fresh);
		const plan = await this.#planOf(subject.visit);
		const beside = await this.#keptBeside(subject.visit);
		if (!(await opening)) return false;
		this.#origin = origin;
		const photograph = this.#begin(withVisitPlan(fresh, plan), origin.standardView, beside);
		if (photograph === null) return false;
		const { turnedUpright } = photograph;
		if (turnedUpright !== 0) {
			this.notices.tell({ kind: 'turned', back: quarterTurns(-turnedUpright) });
		}
		for (const notice of photograph.notices) this.notices.tell({ kind: 'photo', notice });
		for (const { finding } of photograph.warnings) this.notices.tell({ kind: 'quality', finding });
		this.keeping.restart(subject);
		return true;
	}

	/**
	 * Keeps a photograph in which no face is followed with its visit; what is open stays open.
	 * Where it cannot be kept, `session.problem` says why.
	 */
	async keepPlain({ visit }: Subject, file: Blob, origin: PhotographOrigin): Promise<void> {
		try {
			const { room } = this.keeping;
			if (visit === null || room === null) throw new AppError('vault.locked');
			const plain = await plainPhotograph(file, origin, await this.#planOf(visit), this.#app);
			await room.keepPhotograph(visit.folder, visit.consultation, plain);
		} catch (error) {
			this.session.fail(error);
		}
	}

	/** With the last change: it is one for all photographs of a visit. */
	async #planOf(visit: VisitPlace | null): Promise<VisitPlan | null> {
		const { room } = this.keeping;
		if (visit === null || room === null) return null;
		await this.keeping.flush();
		return room.planOf(visit).catch(() => null);
	}

	/** What was kept with a visit before its next photograph is. */
	async #keptBeside(visit: VisitPlace | null): Promise<readonly StudiedPhotograph[]> {
		const { room } = this.keeping;
		if (visit === null || room === null) return [];
		return room.studiedOf(visit).catch(() => []);
	}

	/**
	 * The next photographs are those of this visit, to which its patient agreed, or is yet to be asked.
	 * `age`: in years, the youngest that their card allows; null where it says nothing.
	 */
	enterVisit(visit: VisitPlace, consent: NewConsent | null, age: number | null): void {
		this.consenting.given = consent;
		this.consenting.age = age;
		this.keeping.visit = visit;
		void untrack(() => this.letGoUnlessOf(visit.folder));
	}

	/**
	 * Whoever comes next does not see the face of whoever was there before: lets go of a photograph that is
	 * kept in another folder than this one. One that is not kept, or not saved, stays.
	 */
	async letGoUnlessOf(folder: string): Promise<void> {
		const { kept } = this.keeping;
		if (kept === null || kept.folder === folder) return;
		await this.keeping.flush();
		if (this.keeping.kept !== kept || !this.keeping.isSafe) return;
		this.#forget();
		await this.session.letGo();
	}

	/** What is opened from now on is of somebody else. */
	leaveVisit(): void {
		this.keeping.visit = null;
		this.consenting.given = null;
		this.consenting.age = null;
	}

	/** Back to the open photograph: what is opened beside it is of the same person. */
	goOnWithVisit(): void {
		const { subject, visit } = this.keeping;
		void this.keeping.readLimits();
		// Another photograph is on its way, of whoever is in hand.
		if (this.session.photograph === null || this.session.progress !== null) return;
		if (subject.visit !== null && subject.visit.consultation !== visit?.consultation) {
			this.enterVisit(subject.visit, subject.agreed, null);
		} else if (visit === null) this.consenting.given ??= subject.agreed;
	}

	/** Lets go of the photograph that is open, and of everything that was set on it. */
	async close(): Promise<void> {
		this.leaveVisit();
		this.#forget();
		await this.session.close();
	}

	/** All that was set on the open photograph. */
	#forget(): void {
		this.relaxing.beside = [];
		this.keeping.restart();
		const fresh = newDocument();
		this.#follower.restart(fresh);
		this.history.restart(fresh);
		this.notices.clear();
		this.live.restart();
	}

	/** A photograph was opened with this document, beside the others of its visit. */
	#begin(
		document: StudioDocument,
		takenFor: StandardView | null,
		beside: readonly StudiedPhotograph[]
	): OpenPhotograph | null {
		const { photograph } = this.session;
		if (photograph === null) return null;
		this.#takenFor = takenFor;
		this.relaxing.beside = beside;
		this.#follower.restart(document);
		this.history.restart(document);
		if (this.kept.graphics !== 'auto') void this.chooseGraphics(this.kept.graphics);
		this.editing.what = null;
		this.time.choose(null);
		this.live.restart();
		this.openTab('common');
		this.view.open(photograph.picture, headBox(photograph.face));
		this.notices.clear();
		return photograph;
	}

	async #reopen({ bytes, photograph, study, beside, consent }: StoredPhotograph): Promise<boolean> {
		const document = documentOf(study);
		if (photograph.observation === null) throw new AppError('face.none');
		const { landmarks, pose, blendshapes } = photograph.observation;
		const found = { landmarks: Float64Array.from(landmarks), pose, blendshapes };
		if (!(await this.session.reopen(bytes, found, document))) return false;
		if (this.#begin(document, photograph.standardView, beside) === null) return false;
		this.consenting.given = consent;
		this.keeping.restart();
		return true;
	}

	async #store() {
		const before = this.session.photograph;
		if (before === null) return null;
		const { found, parts, face, picture } = before;
		const upright = turnedSize(picture, quarterTurns(-parts.quarterTurns));
		const portrait = headBox(observeFace(found, found.landmarks, parts.scale, upright));
		const { modelId } = await this.#engine.start();
		const stored = await this.session.store(portrait);
		if (stored === null) return null;
		this.live.again();
		const { view } = face.pose;
		const { source, standardView } = this.#origin ?? { source: null, standardView: null };
		const of = { openedAt: Date.now(), view, standardView, source };
		const about = { ...of, ...upright, model: modelId, app: this.#app, found };
		return { ...stored, about };
	}

	/** What is being waited for, or null. */
	readonly progress: Progress | null = $derived.by(() => {
		if (this.session.progress !== null) return this.session.progress;
		const isDrawing = this.session.photograph !== null && this.live.painted === null;
		return isDrawing ? { step: 'preparing' } : null;
	});

	/** Clockwise, with everything that was done to it; one undo step. */
	turn(by: QuarterTurns): void {
		const { photograph } = this.session;
		if (photograph === null) return;
		const document = this.history.present;
		const ahead = quarterTurns(document.quarterTurns - photograph.parts.quarterTurns);
		this.notices.withdraw('turned');
		this.history.change(withTurns(document, by, turnedSize(photograph.picture, ahead)));
	}

	/** By one quarter turn as it is seen: a mirrored picture turns the other way. */
	rotate(to: 'left' | 'right'): void {
		this.turn((to === 'right') === this.view.mirrored ? 3 : 1);
	}

	// Treatments

	availability(id: TreatmentId): Availability {
		const photograph = this.session.photograph;
		if (photograph === null) return { kind: 'shown', warnings: [] };
		const { limits } = this.keeping;
		if (limits.isStopped) return { kind: 'hidden', reason: 'stopped' };
		if (limits.isPaused) return { kind: 'hidden', reason: 'paused' };
		if (limits.noInjectables && isInjectable(id)) return { kind: 'hidden', reason: 'age-limit' };
		const segmented = this.#segmented;
		const outline = segmented?.picture === photograph.id ? this.#withRelaxed(segmented) : null;
		const skin = this.#readSkin?.reading ?? 'reading';
		return availability(photograph.face, treatment(id), outline, skin);
	}

	#withRelaxed({ layers, coverings }: Outline): Outline {
		return { layers, coverings: coveringsRelaxed(this.relaxing.relaxation, coverings) };
	}

	/** Null until the open photograph's skin was looked at. */
	get #readSkin(): Skin | null {
		const isOpen = this.#skin?.picture === this.session.photograph?.id;
		return isOpen ? this.#skin : null;
	}

	/** Share of the open photograph's skin that is read, 0–1. */
	get skinFraction(): number {
		return this.#readSkin?.fraction ?? 0;
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
		this.editing.what = null;
		this.overlays.explaining = false;
		this.view.patient = true;
	}

	openTab(tab: Tab): void {
		const entries = treatmentsIn(tab, this.kept.favourites);
		const at = (kind: Availability['kind']) =>
			entries.filter(({ id }) => this.availability(id).kind === kind);
		this.selection.open(tab, [...at('shown'), ...at('faint'), ...at('hidden')]);
	}

	/** Where one was when the photograph was kept. */
	goOnAt(tab: string, armed: string | null, look: KeptLook | null): void {
		const known = this.tabs.find((one) => one === tab);
		if (known !== undefined) this.openTab(known);
		if (armed !== null && isTreatmentId(armed)) this.selection.armed = armed;
		if (look !== null) this.view.goOnAt(look);
	}

	/** The treatment before or after the armed one that this view can show. */
	step(by: 1 | -1): void {
		const seen = this.treatments.filter(({ id }) => this.availability(id).kind !== 'hidden');
		const at = seen.findIndex(({ id }) => id === this.selection.armed);
		const next = seen[(at + by + seen.length) % seen.length];
		if (next !== undefined) this.arm(next.id);
	}

	// Scale

	readonly hasUsualScale: boolean = $derived.by(() => this.history.present.scale === DEFAULT_SCALE);

	resetScale(): void {
		this.setScale(DEFAULT_SCALE);
	}

	setScale(scale: ScaleInput): void {
		this.history.change({ ...this.history.present, scale });
	}

	// Picture out

	pictureName(choice: PictureChoice, format: PictureFormat): string {
		return nameFor(choice, format);
	}

	/**
	 * A picture to leave by the user's own hand, once that is written down. `use`: for what, where it is not the
	 * patient's own copy. Null where it may not, or cannot be drawn: `session.problem` says why.
	 */
	async draw(
		choice: PictureChoice,
		format: PictureFormat,
		label: PictureLabel,
		use: Purpose | null
	): Promise<WrittenPicture | null> {
		try {
			await this.keeping.release(choice, use);
			return await drawPicture(this.#engine, choice, this.illustration, format, label);
		} catch (error) {
			this.session.fail(error);
			return null;
		}
	}

	dispose(): void {
		this.camera.close();
		this.#engine.dispose();
	}

	#showRemade(): void {
		const { photograph } = this.session;
		if (photograph !== null && photograph.picture !== this.view.picture) {
			this.live.restart();
			this.view.show(photograph.picture, headBox(photograph.face));
		}
		this.live.again();
	}
}

/** The picture may look otherwise from now on: drawn by another, in another outline, toned. */
function changesThePicture({ type }: EngineEvent): boolean {
	return type === 'renderer-changed' || type === 'segmented' || type === 'skin-ready';
}
