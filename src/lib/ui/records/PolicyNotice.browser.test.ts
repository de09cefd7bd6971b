import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { noteAccepted } from '../clinic/accepted-policies.ts';
import { POLICY_VERSIONS } from '../messages/policy-versions.en.ts';
import PolicyNotice from './PolicyNotice.svelte';

const KEY = 'vultus.policies';

afterEach(() => localStorage.removeItem(KEY));

/** What is shown of it, and to where it leads. */
async function shown(): Promise<{ readonly words: string; readonly links: readonly string[] }> {
	const target = document.createElement('div');
	const props = { hrefOf: (kind: string) => `/${kind}`, consoleHref: '/console' };
	const notice = mount(PolicyNotice, { target, props });
	const links = [...target.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
	const words = target.textContent;
	await unmount(notice);
	return { words, links };
}

it('a policy that changed is named until it is accepted, and nothing on a device that is new', async () => {
	expect((await shown()).words.trim()).toBe('');
	localStorage.setItem(KEY, JSON.stringify({ privacy: 0, terms: 1 }));
	const { words, links } = await shown();
	expect(words).toContain('What you accepted has a new version that matters: Privacy.');
	expect(words).not.toContain('Terms');
	expect(links).toEqual(['/privacy', '/console']);
	noteAccepted([
		{ kind: 'privacy', accepted: POLICY_VERSIONS.privacy.version },
		{ kind: 'terms', accepted: null }
	]);
	expect((await shown()).words.trim()).toBe('');
});

it('a note that is not ours counts for nothing', async () => {
	for (const note of ['', 'no json', '7', '{"privacy":"x"}']) {
		localStorage.setItem(KEY, note);
		expect((await shown()).words.trim()).toBe('');
	}
});
