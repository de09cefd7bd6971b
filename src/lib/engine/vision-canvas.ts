/**
 * The canvas that a MediaPipe task works on, also where it computes on the CPU. When the browser takes
 * its graphics context away (a driver that starts anew, too many contexts) MediaPipe goes on without
 * an error: a landmarker sees no face any more, a segmenter nobody. So the canvas is ours, and asked.
 */
export class VisionCanvas {
	readonly canvas = new OffscreenCanvas(1, 1);

	get isLost(): boolean {
		const context = this.canvas.getContext('webgl2') ?? this.canvas.getContext('webgl');
		return context?.isContextLost() ?? true;
	}

	/** After a task's work: throws where its answer is worth nothing. */
	check(): void {
		if (this.isLost) throw new Error('the graphics context of MediaPipe was lost');
	}
}
