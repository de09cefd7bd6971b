import type { Desk, Member } from '../../record/index.ts';
import { r } from '../messages/records.en.ts';

/** What is to be done about somebody who can, or is to, open the vault. */
export type PersonTask =
	{ readonly what: 'add' } | { readonly what: 'again' | 'change' | 'remove'; readonly who: Member };

/** Whoever did something, by the name that colleagues know; how a line begins. */
export function personName(desk: Desk, person: string): string {
	return desk.people.find((one) => one.person === person)?.name ?? r('file.notes.somebody');
}
