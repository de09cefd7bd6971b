import type { Card } from '../../record/index.ts';
import { listed } from '../language.ts';
import { g } from '../messages/clinic-rules.en.ts';
import { r } from '../messages/records.en.ts';
import { formatBorn } from './days.ts';
import { gpParts } from './gp.ts';

const FACTS = ['name', 'born', 'number', 'phone', 'email', 'address', 'kin', 'gp'] as const;
type Fact = (typeof FACTS)[number];

type Difference = { readonly fact: Fact; readonly before: string; readonly after: string };

/** What a card says otherwise than another one, in words; empty facts say so. */
export function cardDifferences(before: Card, after: Card): readonly Difference[] {
	const [from, to] = [factsOf(before), factsOf(after)];
	return FACTS.filter((fact) => from[fact] !== to[fact]).map((fact) => ({
		fact,
		before: from[fact] === '' ? r('card.nothing') : from[fact],
		after: to[fact] === '' ? r('card.nothing') : to[fact]
	}));
}

function factsOf({
	name,
	born,
	number,
	contact,
	nextOfKin,
	gp = null
}: Card): Readonly<Record<Fact, string>> {
	const kin = nextOfKin && [nextOfKin.name, nextOfKin.contact, informedWords(nextOfKin.informed)];
	return {
		name,
		born: formatBorn(born),
		number,
		...contact,
		kin: listed(kin ?? []),
		gp: gp === null ? '' : listed([...gpParts(gp), g(gp.isTold ? 'gp.is-told' : 'gp.is-not-told')])
	};
}

const informedWords = (isInformed: boolean): string =>
	r(isInformed ? 'card.kin.knows' : 'card.kin.unasked');
