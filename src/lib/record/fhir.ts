/**
 * A patient's file under the names of HL7 FHIR R4, as far as they fit: what another program most likely
 * reads. It is no export profile, and what it leaves out stands in `record.json`, which lacks nothing.
 */
import type { Kept } from './folder.ts';
import type { Card, Entry, Person } from './types.ts';

type Resource = { readonly resourceType: string; readonly id: string } & Readonly<
	Record<string, unknown>
>;

type Bundle = {
	readonly resourceType: 'Bundle';
	readonly type: 'collection';
	readonly entry: readonly { readonly resource: Resource }[];
};

type Names = ReadonlyMap<string, string>;
type Files = ReadonlyMap<string, string>;

const PATIENT = 'patient';
const subject = { reference: `Patient/${PATIENT}` };
const instant = (at: number): string => new Date(at).toISOString();
const encounter = (id: string | null) =>
	id === null ? {} : { encounter: { reference: `Encounter/${id}` } };

/** `files`: where in the zip file a picture is, by its asset. */
export function fhirOf(
	kept: readonly Kept[],
	people: readonly Pick<Person, 'person' | 'name'>[],
	files: Files
): Bundle {
	const names: Names = new Map(people.map(({ person, name }) => [person, name]));
	const resources = kept.flatMap(({ id, entry }) => resourcesOf(id, entry, names, files));
	return {
		resourceType: 'Bundle',
		type: 'collection',
		entry: resources.map((resource) => ({ resource }))
	};
}

function resourcesOf(id: string, entry: Entry, names: Names, files: Files): readonly Resource[] {
	const by = (person: string) => ({ display: names.get(person) ?? person });
	switch (entry.kind) {
		case 'cover':
			return entry.card === null ? [] : patient(entry.card);
		case 'consultation':
			return [
				{
					resourceType: 'Encounter',
					id,
					status: 'finished',
					class: { code: 'AMB' },
					subject,
					period: { start: instant(entry.startedAt) },
					participant: [{ individual: by(entry.by) }]
				}
			];
		case 'consent':
		case 'purpose': {
			const isGiven = entry.kind === 'consent' || entry.state === 'given';
			const until = entry.kind === 'purpose' && entry.until !== null ? { end: entry.until } : {};
			return [
				{
					resourceType: 'Consent',
					id,
					status: isGiven ? 'active' : 'inactive',
					scope: { text: 'patient-privacy' },
					category: [{ text: entry.kind === 'consent' ? 'record, simulation' : entry.purpose }],
					patient: subject,
					dateTime: instant(entry.at),
					performer: [entry.guardian === null ? subject : { display: entry.guardian.name }],
					policyRule: { text: `words ${String(entry.words)}` },
					provision: { type: isGiven ? 'permit' : 'deny', period: until }
				}
			];
		}
		case 'photograph':
			return [
				{
					resourceType: 'DocumentReference',
					id,
					status: 'current',
					type: { text: `photograph, ${entry.standardView ?? entry.view}` },
					subject,
					date: instant(entry.openedAt),
					content: [
						{ attachment: { url: files.get(entry.asset), creation: instant(entry.openedAt) } }
					],
					context: { encounter: [{ reference: `Encounter/${entry.consultation}` }] }
				}
			];
		case 'note':
			return [
				{
					resourceType: 'ClinicalImpression',
					id,
					status: 'completed',
					subject,
					...encounter(entry.consultation),
					date: instant(entry.at),
					assessor: by(entry.by),
					summary: entry.text,
					...(entry.amends === null
						? {}
						: { previous: { reference: `ClinicalImpression/${entry.amends}` } })
				}
			];
		case 'answers':
			return entry.answers.map(({ item, answer }, at) => ({
				resourceType: 'Observation',
				id: `${id}-${String(at)}`,
				status: 'final',
				code: { text: item },
				subject,
				...encounter(entry.consultation),
				effectiveDateTime: instant(entry.at),
				performer: [by(entry.by)],
				...(answer.state === 'given'
					? {
							valueString: [
								...answer.choices,
								answer.text,
								...answer.treatments.map(({ what, by: who, when }) => `${what}, ${who}, ${when}`)
							]
								.filter((part) => part !== '')
								.join('; ')
						}
					: { dataAbsentReason: { text: answer.state } })
			}));
		case 'outcome':
			return [
				{
					resourceType: 'QuestionnaireResponse',
					id,
					status: 'completed',
					identifier: { value: `${entry.instrument} ${String(entry.version)}` },
					subject,
					...encounter(entry.consultation),
					authored: instant(entry.at),
					source: subject,
					item: [
						...entry.answers.map(({ item, value }) => ({
							linkId: item,
							...(value === null ? {} : { answer: [{ valueInteger: value }] })
						})),
						...(entry.score === null
							? []
							: [{ linkId: 'score', answer: [{ valueDecimal: entry.score }] }])
					]
				}
			];
		case 'treatment-plan':
			return [
				{
					resourceType: 'CarePlan',
					id,
					status: 'active',
					intent: 'plan',
					subject,
					...encounter(entry.consultation),
					created: instant(entry.at),
					author: by(entry.by),
					activity: entry.items.map(({ treatment, product, amount, unit, site, lot, expiry }) => ({
						detail: {
							status: 'scheduled',
							code: { text: treatment ?? product },
							productCodeableConcept: { text: product },
							...(amount === null ? {} : { quantity: { value: amount, unit } }),
							description: [site, lot, expiry ?? ''].filter((part) => part !== '').join(', ')
						}
					})),
					...(entry.note === '' ? {} : { note: [{ text: entry.note }] })
				}
			];
		case 'referral':
			return [
				{
					resourceType: 'ServiceRequest',
					id,
					status: 'active',
					intent: 'proposal',
					subject,
					...encounter(entry.consultation),
					authoredOn: instant(entry.at),
					requester: by(entry.by),
					performer: [{ display: entry.to }],
					reasonCode: [{ text: entry.reason }]
				}
			];
		default:
			return [];
	}
}

function patient({ name, born, number, contact, nextOfKin, gp = null }: Card): readonly Resource[] {
	const telecom = [
		...(contact.phone === '' ? [] : [{ system: 'phone', value: contact.phone }]),
		...(contact.email === '' ? [] : [{ system: 'email', value: contact.email }])
	];
	const birthDate = born === null ? null : 'day' in born ? born.day : String(born.year);
	const person: Resource = {
		resourceType: 'Patient',
		id: PATIENT,
		name: [{ text: name }],
		...(number === '' ? {} : { identifier: [{ value: number }] }),
		...(telecom.length === 0 ? {} : { telecom }),
		...(birthDate === null ? {} : { birthDate }),
		...(contact.address === '' ? {} : { address: [{ text: contact.address }] }),
		...(gp === null ? {} : { generalPractitioner: [{ display: gpWords(gp) }] })
	};
	if (nextOfKin === null) return [person];
	return [
		person,
		{
			resourceType: 'RelatedPerson',
			id: 'next-of-kin',
			patient: subject,
			name: [{ text: nextOfKin.name }],
			...(nextOfKin.contact === '' ? {} : { telecom: [{ value: nextOfKin.contact }] })
		}
	];
}

const gpWords = ({ name, practice, address }: NonNullable<Card['gp']>): string =>
	[name, practice, address].filter((part) => part !== '').join(', ');
