import { describe, expect, it } from 'vitest';
import { ANA, ASSETS, WHOLE_PATIENT } from '../../../tests/support/whole-patient.ts';
import { fhirOf } from './fhir.ts';

const bundle = fhirOf(
	WHOLE_PATIENT,
	[{ person: ANA, name: 'Dr Ana' }],
	new Map([[ASSETS.photograph, 'pictures/0001.jpg']])
);
const of = (type: string) =>
	bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);

describe('a file under the names of FHIR', () => {
	it('names the patient and who stands by them', () => {
		expect(of('Patient')).toEqual([
			{
				resourceType: 'Patient',
				id: 'patient',
				name: [{ text: 'Zoë Ångström' }],
				identifier: [{ value: 'A-17' }],
				telecom: [
					{ system: 'phone', value: '+1 555 0100' },
					{ system: 'email', value: 'zoe@example.org' }
				],
				birthDate: '1984-02-29',
				address: [{ text: 'Long Street 1' }],
				generalPractitioner: [{ display: 'Dr Okafor, River Surgery, Mill Lane 2' }]
			}
		]);
		expect(of('RelatedPerson')).toMatchObject([{ name: [{ text: 'Max Ångström' }] }]);
	});

	it('says what was agreed to, told, planned and written, each at its visit', () => {
		const [{ id: visit } = { id: '' }] = of('Encounter');
		const encounter = { reference: `Encounter/${visit}` };
		expect(of('Consent').map(({ status }) => status)).toEqual(['active', 'active']);
		expect(of('Observation')).toMatchObject([
			{
				encounter,
				code: { text: 'anticoagulants' },
				valueString: 'yes; since May; filler, Dr Who, 2019'
			},
			{ encounter, code: { text: 'sleep' }, dataAbsentReason: { text: 'declined' } }
		]);
		expect(of('CarePlan')).toMatchObject([
			{ encounter, activity: [{ detail: { quantity: { value: 12.5, unit: 'U' } } }] }
		]);
		expect(of('ClinicalImpression')).toMatchObject([
			{ encounter, summary: 'first words', assessor: { display: 'Dr Ana' } }
		]);
		expect(of('ServiceRequest')).toMatchObject([{ performer: [{ display: 'Dr Strange' }] }]);
	});

	it('points to the file of each photograph', () => {
		expect(of('DocumentReference')).toMatchObject([
			{ content: [{ attachment: { url: 'pictures/0001.jpg' } }] }
		]);
	});
});
