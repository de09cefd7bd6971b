import type { Rect, Size, Vec2 } from '../geometry/index.ts';
import type { Frame, Pane, ViewTransform } from '../warp/index.ts';

export type CompareMode = 'single' | 'wipe' | 'side-by-side' | 'blink';
export type Look = { readonly zoom: number; readonly centre: Vec2 };
/** What is to be seen again after locking. */
export type KeptLook = Look & { readonly compare: CompareMode; readonly wipe: number };

/** Zoom 1 shows the whole picture; the closest view shows one picture pixel on four of the screen. */
const MOST_SCREEN_PIXELS_PER_PIXEL = 4;
const FACE_SHARE_OF_STAGE = 0.8;
const WIPE_GAP = 2;

function containScale(picture: Size, pane: Size): number {
	return Math.min(pane.width / picture.width, pane.height / picture.height);
}

/**
 * The whole picture, or closer when the face is small in it. `head` is the region that should be
 * seen, in picture pixels.
 */
function opening(picture: Size, head: Rect, pane: Size): Look {
	const contain = containScale(picture, pane);
	const onFace = FACE_SHARE_OF_STAGE * Math.min(pane.width / head.width, pane.height / head.height);
	return {
		zoom: Math.max(1, onFace / contain),
		centre: [head.x + head.width / 2, head.y + head.height / 2]
	};
}

/** Keeps the picture over the pane: centred where it is smaller, without bare edges where larger. */
function settled(look: Look, picture: Size, pane: Size): Look {
	const contain = containScale(picture, pane);
	const closest = Math.max(2, MOST_SCREEN_PIXELS_PER_PIXEL / contain);
	const zoom = Math.min(closest, Math.max(1, look.zoom));
	const along = (centre: number, length: number, visible: number) =>
		visible >= length ? length / 2 : Math.min(length - visible / 2, Math.max(visible / 2, centre));
	const scale = contain * zoom;
	return {
		zoom,
		centre: [
			along(look.centre[0], picture.width, pane.width / scale),
			along(look.centre[1], picture.height, pane.height / scale)
		]
	};
}

function transformFor(look: Look, picture: Size, pane: Rect, mirrored: boolean): ViewTransform {
	const scale = containScale(picture, pane) * look.zoom;
	const centreX = mirrored ? picture.width - look.centre[0] : look.centre[0];
	return {
		scale,
		offsetX: pane.x + pane.width / 2 - scale * centreX,
		offsetY: pane.y + pane.height / 2 - scale * look.centre[1],
		mirrored
	};
}

export function toStage(transform: ViewTransform, picture: Size, point: Vec2): Vec2 {
	const x = transform.mirrored ? picture.width - point[0] : point[0];
	return [transform.offsetX + transform.scale * x, transform.offsetY + transform.scale * point[1]];
}

export function toPicture(transform: ViewTransform, picture: Size, point: Vec2): Vec2 {
	const x = (point[0] - transform.offsetX) / transform.scale;
	const y = (point[1] - transform.offsetY) / transform.scale;
	return [transform.mirrored ? picture.width - x : x, y];
}

/**
 * How the photograph is looked at: zoom, pan, comparison, mirror. Stage coordinates are device
 * pixels of the canvas.
 */
export class View {
	stage: Size = $state.raw({ width: 0, height: 0 });
	picture: Size | null = $state.raw(null);
	compare: CompareMode = $state('single');
	/** Before, while held. */
	held = $state(false);
	/** The photograph's turn while blinking. */
	blinkedOff = $state(false);
	mirrored = $state(false);
	/** Share of the stage left of the wipe. */
	wipe = $state(0.5);
	patient = $state(false);
	/** What is painted around the picture, sRGB. */
	surround: readonly [number, number, number] = $state.raw([48, 48, 48]);
	#look: Look = $state.raw({ zoom: 1, centre: [0, 0] });
	#head: Rect | null = null;
	/** Until the person moves the picture, a new stage size opens it afresh. */
	#untouched = $state(true);

	readonly panes: readonly Rect[] = $derived.by(() => {
		const { width, height } = this.stage;
		if (this.compare !== 'side-by-side') return [{ x: 0, y: 0, width, height }];
		if (width >= height) {
			const half = Math.floor((width - WIPE_GAP) / 2);
			return [
				{ x: 0, y: 0, width: half, height },
				{ x: width - half, y: 0, width: half, height }
			];
		}
		const half = Math.floor((height - WIPE_GAP) / 2);
		return [
			{ x: 0, y: 0, width, height: half },
			{ x: 0, y: height - half, width, height: half }
		];
	});

	/** The transform of the first pane: the one that touches are read in. */
	readonly transform: ViewTransform | null = $derived.by(() => {
		const [pane] = this.panes;
		if (this.picture === null || pane === undefined || pane.width <= 0 || pane.height <= 0) {
			return null;
		}
		return transformFor(this.#look, this.picture, pane, this.mirrored);
	});

	readonly showsPhotographOnly: boolean = $derived(
		this.held || (this.compare === 'blink' && this.blinkedOff)
	);

	/** Nobody has moved or zoomed the picture yet. */
	get isOpening(): boolean {
		return this.#untouched;
	}

	/** The frame to draw, or null while there is no picture or no room for one. */
	frame(showsIllustration: boolean): Frame | null {
		const { width, height } = this.stage;
		if (this.transform === null || this.picture === null) return null;
		const altered = showsIllustration ? 'illustration' : 'photograph';
		return {
			width,
			height,
			surround: this.surround,
			panes: this.#drawnPanes(this.picture, this.transform, altered)
		};
	}

	/** The illustration alone, opened on the face in a pane so large; null without a picture. */
	portrait({ width, height }: Size): Frame | null {
		if (this.picture === null || this.#head === null) return null;
		const clip = { x: 0, y: 0, width, height };
		const look = settled(opening(this.picture, this.#head, clip), this.picture, clip);
		const transform = transformFor(look, this.picture, clip, this.mirrored);
		const pane: Pane = { clip, transform, shows: 'illustration' };
		return { width, height, surround: this.surround, panes: [pane] };
	}

	#drawnPanes(picture: Size, transform: ViewTransform, altered: Pane['shows']): readonly Pane[] {
		const [first, second] = this.panes;
		if (first === undefined) return [];
		if (second !== undefined) {
			const other = transformFor(this.#look, picture, second, this.mirrored);
			return [
				{ clip: first, transform, shows: 'photograph' },
				{ clip: second, transform: other, shows: altered }
			];
		}
		if (this.compare !== 'wipe') return [{ clip: first, transform, shows: altered }];
		const edge = Math.round(first.width * this.wipe);
		return [
			{ clip: { ...first, width: edge }, transform, shows: 'photograph' },
			{ clip: { ...first, x: edge, width: first.width - edge }, transform, shows: altered }
		];
	}

	/** A new photograph: `head` is the region that should be seen at first. */
	open(picture: Size, head: Rect): void {
		this.compare = 'single';
		this.held = false;
		this.mirrored = false;
		this.show(picture, head);
	}

	/** The same photograph turned: framed afresh, compared as before. */
	show(picture: Size, head: Rect): void {
		this.picture = picture;
		this.#head = head;
		this.reset();
	}

	close(): void {
		this.picture = null;
		this.#head = null;
	}

	resize(stage: Size): void {
		this.stage = stage;
		if (this.#untouched) this.reset();
		else this.#settle(this.#look);
	}

	/** Back to the opening view. */
	reset(): void {
		const [pane] = this.panes;
		if (this.picture === null || this.#head === null || !pane || pane.width <= 0) return;
		this.#settle(opening(this.picture, this.#head, pane));
		this.#untouched = true;
	}

	/** Null while the picture is as it opens. */
	get kept(): KeptLook | null {
		if (this.picture === null || (this.#untouched && this.compare === 'single')) return null;
		const { zoom, centre } = this.#look;
		return { zoom, centre: [...centre], compare: this.compare, wipe: this.wipe };
	}

	/** As it was kept; the stage may have another size now. */
	goOnAt({ zoom, centre, compare, wipe }: KeptLook): void {
		this.chooseCompare(compare);
		this.wipe = Math.min(1, Math.max(0, wipe));
		this.#untouched = false;
		// Before it has a size, the stage settles this when it gets one.
		this.#look = { zoom, centre };
		this.#settle(this.#look);
	}

	/** The other picture's turn, by clock or by hand. */
	blink(): void {
		this.blinkedOff = !this.blinkedOff;
	}

	chooseCompare(mode: CompareMode): void {
		this.compare = mode;
		this.wipe = 0.5;
		this.blinkedOff = false;
		if (this.#untouched) this.reset();
		else this.#settle(this.#look);
	}

	/** The picture point under a stage point, in whichever pane it lies; null without a picture. */
	pictureAt([x, y]: Vec2): Vec2 | null {
		if (this.transform === null || this.picture === null) return null;
		const first = this.panes[0];
		const pane = this.panes.findLast((candidate) => x >= candidate.x && y >= candidate.y);
		if (first === undefined || pane === undefined) return null;
		return toPicture(this.transform, this.picture, [x - pane.x + first.x, y - pane.y + first.y]);
	}

	/** Zooms by `factor` about a stage point, which stays where it is. */
	zoomAbout(point: Vec2, factor: number): void {
		const fixed = this.pictureAt(point);
		if (fixed === null) return;
		const before = this.#look.zoom;
		const zoom = this.#limited(before * factor);
		const share = before / zoom;
		const { centre } = this.#look;
		this.#move({
			zoom,
			centre: [fixed[0] + (centre[0] - fixed[0]) * share, fixed[1] + (centre[1] - fixed[1]) * share]
		});
	}

	/** Zooms about the middle: by a key or a button there is no point to keep. */
	zoom(factor: number): void {
		const [pane] = this.panes;
		if (pane !== undefined) {
			this.zoomAbout([pane.x + pane.width / 2, pane.y + pane.height / 2], factor);
		}
	}

	/** Moves the picture by stage pixels. */
	pan(dx: number, dy: number): void {
		if (this.transform === null) return;
		const { scale } = this.transform;
		const { zoom, centre } = this.#look;
		const sign = this.mirrored ? -1 : 1;
		this.#move({ zoom, centre: [centre[0] - (sign * dx) / scale, centre[1] - dy / scale] });
	}

	#limited(zoom: number): number {
		const [pane] = this.panes;
		if (this.picture === null || pane === undefined) return zoom;
		return settled({ zoom, centre: this.#look.centre }, this.picture, pane).zoom;
	}

	#move(look: Look): void {
		this.#untouched = false;
		this.#settle(look);
	}

	#settle(look: Look): void {
		const [pane] = this.panes;
		if (this.picture === null || !pane || pane.width <= 0 || pane.height <= 0) return;
		this.#look = settled(look, this.picture, pane);
	}
}
