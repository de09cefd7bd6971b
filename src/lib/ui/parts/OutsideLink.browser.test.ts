/** Before somebody leaves for another site they are told, and may stay. */
import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import OutsideLink from './OutsideLink.svelte';

const HREF = 'https://pay.example.org/plans?plan=solo';

it('tells where a link leads before it is followed, by keyboard and with a way back', async () => {
	const children = createRawSnippet(() => ({ render: () => '<span>Choose</span>' }));
	await render(OutsideLink, { href: HREF, children });
	const choose = page.getByRole('button', { name: 'Choose' });
	const sheet = page.getByRole('dialog', { name: 'You are leaving Vultus' });
	// Nothing leads outside before somebody was told.
	expect(document.querySelectorAll('a')).toHaveLength(0);
	expect(choose.element().getAttribute('aria-haspopup')).toBe('dialog');

	for (const stay of ['{Escape}', 'Stay here']) {
		(choose.element() as HTMLElement).focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(sheet).toBeVisible();
		const described = sheet.element().getAttribute('aria-describedby') ?? '';
		const said = document.getElementById(described)?.textContent ?? '';
		expect(said).toContain('pay.example.org');
		expect(said).toContain('their terms and their privacy text hold there');
		expect(sheet.element().contains(document.activeElement)).toBe(true);
		if (stay.startsWith('{')) await userEvent.keyboard(stay);
		else await userEvent.click(page.getByRole('button', { name: stay }));
		await expect.element(sheet).not.toBeInTheDocument();
		await expect.poll(() => document.activeElement).toBe(choose.element());
	}
});

it('opens it in a tab of its own that learns nothing of this one, and closes the notice', async () => {
	const children = createRawSnippet(() => ({ render: () => '<span>Choose</span>' }));
	await render(OutsideLink, { href: HREF, children });
	await userEvent.click(page.getByRole('button', { name: 'Choose' }));
	const link = page.getByRole('link', { name: 'Go to pay.example.org' });
	await expect.element(link).toBeVisible();
	const anchor = link.element() as HTMLAnchorElement;
	expect([anchor.href, anchor.target, anchor.rel]).toEqual([HREF, '_blank', 'noopener noreferrer']);
	// It is followed from where it stands; only this test stays.
	const followed: boolean[] = [];
	const stay = (event: Event): void => {
		followed.push(!event.defaultPrevented && anchor.isConnected);
		event.preventDefault();
	};
	window.addEventListener('click', stay, { once: true });
	await userEvent.click(link);
	expect(followed).toEqual([true]);
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
