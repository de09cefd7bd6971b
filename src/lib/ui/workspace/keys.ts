import type { CompareMode, Studio, ShownVariant } from '../../studio/index.ts';
import type { SheetName } from './sheets.ts';

export type KeyTargets = {
	readonly studio: Studio;
	readonly openSheet: (sheet: SheetName) => void;
	readonly openFile: () => void;
	readonly search: () => void;
};

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		target.closest('input, textarea, [role="dialog"], [role="alertdialog"], [role="menu"]') !== null
	);
}

/** Space and Enter belong to a button that has the focus. */
function ownsSpace(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && target.closest('button, a, [role="slider"]') !== null;
}

function actions(
	{ studio, openSheet, openFile, search }: KeyTargets,
	isShifted: boolean
): Readonly<Record<string, () => void>> {
	const { view } = studio;
	const compare = (mode: CompareMode) => () =>
		view.chooseCompare(view.compare === mode ? 'single' : mode);
	const show = (variant: ShownVariant) => () => studio.plans.show(variant);
	return {
		'1': show('A'),
		'2': show('B'),
		'3': show('C'),
		'0': show('none'),
		'[': () => studio.step(-1),
		']': () => studio.step(1),
		w: compare('wipe'),
		s: compare('side-by-side'),
		b: compare('blink'),
		m: () => (view.mirrored = !view.mirrored),
		r: () => studio.rotate(isShifted ? 'left' : 'right'),
		e: () => (studio.overlays.explaining = true),
		'+': () => view.zoom(1.25),
		'=': () => view.zoom(1.25),
		'-': () => view.zoom(0.8),
		f: () => view.reset(),
		p: () => studio.enterPatientView(),
		l: () => (studio.correction.active = !studio.correction.active),
		k: () => (studio.marking.active = !studio.marking.active),
		x: () => openSheet('export'),
		o: openFile,
		'/': search,
		'?': () => openSheet('keys')
	};
}

/** The keys that the list under `?` names. True when the key was used. */
export function pressKey(event: KeyboardEvent, targets: KeyTargets): boolean {
	const { studio } = targets;
	if (studio.view.patient || isTyping(event.target)) return false;
	const key = event.key.toLowerCase();
	if (event.ctrlKey || event.metaKey) {
		if (key === 'z' && event.shiftKey) studio.history.redo();
		else if (key === 'z') studio.history.undo();
		else if (key === 'y') studio.history.redo();
		else return false;
		return true;
	}
	if (event.altKey) return false;
	if (key === ' ' && !ownsSpace(event.target)) {
		studio.view.held = true;
		return true;
	}
	if (key === 'escape' && studio.editing.what !== null) {
		studio.editing.what = null;
		return true;
	}
	const act = studio.kept.singleKeys ? actions(targets, event.shiftKey)[key] : undefined;
	if (act === undefined || (event.repeat && key !== '+' && key !== '-')) return false;
	act();
	return true;
}

export function releaseKey(event: KeyboardEvent, studio: Studio): void {
	if (event.key === ' ' && !ownsSpace(event.target)) studio.view.held = false;
	if (event.key.toLowerCase() === 'e') studio.overlays.explaining = false;
}

/** Keys that are up before the window hears of it: it lost the focus while they were down. */
export function releaseAll(studio: Studio): void {
	studio.view.held = false;
	studio.overlays.explaining = false;
}
