import type { QualityFinding } from '../face/index.ts';
import type { QuarterTurns } from '../geometry/index.ts';
import type { PhotoNotice } from '../photo/index.ts';

/** Something to say quietly; it changes nothing. */
export type Notice =
	| { readonly kind: 'photo'; readonly notice: PhotoNotice }
	/** Upright, on opening; `back` is how it lay. */
	| { readonly kind: 'turned'; readonly back: QuarterTurns }
	| { readonly kind: 'quality'; readonly finding: QualityFinding }
	| {
			readonly kind:
				| 'licence'
				| 'paused'
				| 'stopped'
				| 'age-limit'
				| 'renderer'
				| 'renderer-refused'
				| 'segmentation'
				| 'skin'
				| 'exported'
				| 'shared';
	  };

type ShownNotice = { readonly id: number; readonly notice: Notice };

/** What is being said, oldest first. How long it stays is ui's. */
export class Notices {
	shown: readonly ShownNotice[] = $state.raw([]);
	#lastId = 0;

	tell(notice: Notice): void {
		this.#lastId += 1;
		this.shown = [...this.shown, { id: this.#lastId, notice }];
	}

	dismiss(id: number): void {
		this.shown = this.shown.filter((shown) => shown.id !== id);
	}

	/** It is no longer so. */
	withdraw(kind: Notice['kind']): void {
		this.shown = this.shown.filter(({ notice }) => notice.kind !== kind);
	}

	clear(): void {
		this.shown = [];
	}
}
