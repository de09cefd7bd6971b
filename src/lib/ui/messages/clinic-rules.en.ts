import { inLanguage, speaker } from './speak.ts';

/** Where a clinic works, and the patient's own doctor. */
export const RULE_WORDS = {
	region: 'Where the clinic works',
	'region.none': 'Not said yet',
	'region.england': 'England',
	'region.elsewhere': 'Elsewhere',
	'region.unsaid': 'Until you say where, the rule of England holds.',
	'region.follows':
		'The rule below follows the place when you choose it, and you can change it afterwards.',
	'rule.differs':
		'In England this is an offence, save on the direction of a doctor or another approved person.',

	gp: 'GP',
	'gp.name': 'Name of the GP',
	'gp.practice': 'Practice',
	'gp.address': 'Address of the practice',
	'gp.told': 'The GP is told of treatments, unless the patient objects.',
	'gp.untold':
		'To be said to the patient: a GP who is not told may prescribe something that does not go with the treatment, or look elsewhere for the cause of what comes after it.',
	'gp.is-told': 'is told',
	'gp.is-not-told': 'is not told',
	'gp.use': 'Put in the GP',
	'gp.not-told': 'The card says that the GP is not told.'
};

/** The text of a key; a missing key or value is a type error. */
export const g = speaker(inLanguage('rules', RULE_WORDS));
