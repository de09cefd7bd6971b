/**
 * Attached to an element that goes by itself: calls `leave` once it was left alone for `milliseconds`.
 * While it has the focus or the mouse over it, it stays; a finger that touches it starts anew.
 */
export function lingering(milliseconds: number, leave: () => void) {
	return (element: HTMLElement): (() => void) => {
		const holding = new Set<'mouse' | 'focus'>();
		let timer = setTimeout(leave, milliseconds);
		const again = (): void => {
			clearTimeout(timer);
			if (holding.size === 0) timer = setTimeout(leave, milliseconds);
		};
		const listening = new AbortController();
		const on = <Kind extends keyof HTMLElementEventMap>(
			kind: Kind,
			act: (event: HTMLElementEventMap[Kind]) => void
		): void =>
			element.addEventListener(
				kind,
				(event) => {
					act(event);
					again();
				},
				{ signal: listening.signal }
			);
		on('pointerenter', ({ pointerType }) => {
			if (pointerType === 'mouse') holding.add('mouse');
		});
		on('pointerleave', () => holding.delete('mouse'));
		on('focusin', () => holding.add('focus'));
		on('focusout', () => holding.delete('focus'));
		return () => {
			clearTimeout(timer);
			listening.abort();
		};
	};
}
