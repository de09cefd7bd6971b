/** What touches on the photograph do, instead of choosing an area: one thing at a time. */
export class Editing {
	what: 'landmarks' | 'skin' | null = $state(null);

	/** Ends `what` only where it is what is done. */
	set(what: 'landmarks' | 'skin', isOn: boolean): void {
		if (isOn) this.what = what;
		else if (this.what === what) this.what = null;
	}
}
