import type { Attachment } from 'svelte/attachments';

/** Keeps the chosen one of a row that scrolls in sight, also once the row has become narrower. */
export function inSight(isChosen: boolean): Attachment<HTMLElement> {
	return (element) => {
		const row = element.closest('nav');
		if (!isChosen || row === null) return undefined;
		const watch = new ResizeObserver(() => {
			const [one, all] = [element.getBoundingClientRect(), row.getBoundingClientRect()];
			row.scrollBy({ left: one.left + one.width / 2 - all.left - all.width / 2 });
		});
		watch.observe(row);
		return () => watch.disconnect();
	};
}
