import type { Desk } from '../../record/index.ts';
import { y } from '../messages/privacy.en.ts';

/** Whoever wrote something, by the name that colleagues know. */
export function nameIn(desk: Desk, person: string): string {
	return desk.people.find((one) => one.person === person)?.name ?? y('somebody');
}
