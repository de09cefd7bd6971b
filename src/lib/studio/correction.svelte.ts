import type { Landmarks } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import type { StudioDocument } from './document.ts';
import type { Editing } from './editing.svelte.ts';
import type { History } from './history.svelte.ts';
import { landmarkPointsOf, pointOf, type LandmarkPoint } from './overlay.ts';
import type { Session } from './session.svelte.ts';
import { toPicture, type View } from './view.svelte.ts';

/** Landmarks put right by hand, on the photograph itself. */
export class Correction {
	readonly #session: Session;
	readonly #history: History<StudioDocument>;
	readonly #view: View;
	readonly #editing: Editing;

	constructor(session: Session, history: History<StudioDocument>, view: View, editing: Editing) {
		this.#session = session;
		this.#history = history;
		this.#view = view;
		this.#editing = editing;
	}

	/** Touches drag points. */
	get active(): boolean {
		return this.#editing.what === 'landmarks';
	}

	set active(isOn: boolean) {
		this.#editing.set('landmarks', isOn);
	}

	/** Landmarks that the camera sees, where they stand on the stage; none unless correcting. */
	readonly points: readonly LandmarkPoint[] = $derived.by(() => {
		const { transform, picture } = this.#view;
		const landmarks = this.#landmarks;
		const face = this.#session.photograph?.face;
		if (!this.active || !landmarks || !face || !transform || !picture) return [];
		return landmarkPointsOf(face, landmarks, transform, picture);
	});

	/** Null while the photograph is on its way to where the document has turned it. */
	get #landmarks(): Landmarks | null {
		const { landmarks, quarterTurns } = this.#history.present;
		const { observation, parts } = this.#session.photograph ?? {};
		if (observation === undefined || parts?.quarterTurns !== quarterTurns) return null;
		return landmarks ?? observation.landmarks;
	}

	/** A landmark under the finger, at a stage point; one undo step when it settles. */
	drag(index: number, stagePoint: Vec2): void {
		const { transform, picture } = this.#view;
		if (transform === null || picture === null) return;
		this.#preview(index, () => toPicture(transform, picture, stagePoint));
	}

	settle(): void {
		this.#history.settle();
	}

	/** By whole picture pixels, as seen: mirrored where the picture is. */
	nudge(index: number, [dx, dy]: Vec2): void {
		const sign = this.#view.mirrored ? -1 : 1;
		this.#preview(index, ([x, y]) => [x + sign * dx, y + dy]);
		this.settle();
	}

	/** Back to the landmarks as they were found. */
	reset(): void {
		this.#history.change({ ...this.#history.present, landmarks: null });
	}

	#preview(index: number, place: (from: Vec2) => Vec2): void {
		const before = this.#landmarks;
		if (before === null) return;
		const landmarks = Float64Array.from(before);
		landmarks.set(place(pointOf(landmarks, index)), index * 3);
		this.#history.preview({ ...this.#history.present, landmarks });
	}
}
