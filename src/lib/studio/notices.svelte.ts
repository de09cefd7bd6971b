import type { QualityFinding } from '../face/index.ts';
import type { PhotoNotice } from '../photo/index.ts';

/** Something to say quietly; it changes nothing. */
export type Notice =
	| { readonly kind: 'photo'; readonly notice: PhotoNotice }
	| { readonly kind: 'quality'; readonly finding: QualityFinding }
	| {
			readonly kind:
				'renderer' | 'renderer-refused' | 'segmentation' | 'preset-saved' | 'exported' | 'shared';
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

	clear(): void {
		this.shown = [];
	}
}
