/** What is kept of how a patient's data are dealt with: agreed to, asked for, held, given away, let go. */
import * as v from 'valibot';
import { BASES, RECIPIENTS, RECORD_CLASSES, SHARED_FIELDS } from '../retention/index.ts';
import { PURPOSES, RIGHTS } from '../rights/index.ts';
import { day, id, instant, line, NAME, sha256, text } from './schema-parts.ts';

/**
 * A patient's answer to one purpose, or to one thing that they may object to. Never changed once it is
 * written: the last one counts (`rights`).
 */
export const purposeSchema = v.object({
	kind: v.literal('purpose'),
	/** Later than that of any other in the folder. */
	at: instant,
	by: id,
	purpose: v.picklist(PURPOSES),
	/** Of what can be objected to, `declined` is the objection. */
	state: v.picklist(['given', 'declined', 'withdrawn']),
	/** The number of the words that were shown. */
	words: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	/** Who answered for the patient; null where they did so themselves. */
	guardian: v.nullable(v.object({ name: v.pipe(line, v.minLength(1)), relation: line })),
	how: v.picklist(['in-person', 'in-writing', 'by-phone']),
	/** The last day on which it holds; null: until it is withdrawn. */
	until: v.nullable(day)
});

/** That something left the vault by somebody's hand, and for what. Never changed. */
export const releaseSchema = v.object({
	kind: v.literal('release'),
	/** Null where it was not of one visit. */
	consultation: v.nullable(id),
	at: instant,
	by: id,
	what: v.picklist([
		'picture',
		'paper',
		'access',
		'portability',
		'contact',
		'numbers',
		'consultant'
	]),
	/** Which picture, paper or channel, as a code of the screen that made it; the name of a consultant. */
	content: line,
	/** For which it was; empty for the patient's own copy of what they may have anyway. */
	uses: v.array(v.picklist(PURPOSES)),
	/** What a further copy cost, in the clinic's words; empty: nothing. */
	fee: line,
	/** Whoever let it out said that its use was agreed to; not there where nobody was asked to. */
	isAttested: v.optional(v.boolean())
});

/** Somebody who treats here on their own account, and answers for what is kept of it. */
const consultantSchema = v.object({
	id,
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME)),
	/** How a patient reaches them. */
	contact: v.pipe(line, v.trim(), v.minLength(1))
});

/** The clinic's independent consultants, in the order in which they were named. */
export const consultantsSchema = v.object({
	kind: v.literal('consultants'),
	list: v.array(consultantSchema)
});

/**
 * Who decides what becomes of the data of one visit (GDPR, art. 4(7) and 26). Never changed: the last one counts;
 * without any it is the clinic.
 */
export const controllerSchema = v.object({
	kind: v.literal('controller'),
	consultation: id,
	/** Later than that of any other in the folder. */
	at: instant,
	by: id,
	/** As they were when it was said; null: the clinic. */
	consultant: v.nullable(consultantSchema),
	/** With the clinic, and not instead of it. */
	isJoint: v.boolean()
});

/** What a patient asked of the clinic under their rights. Never changed: steps follow. */
export const requestSchema = v.object({
	kind: v.literal('request'),
	at: instant,
	by: id,
	right: v.picklist(RIGHTS),
	/** When it reached the clinic: the month runs from then. */
	received: day,
	about: text
});

/** What became of a request. Never changed. */
export const requestStepSchema = v.object({
	kind: v.literal('request-step'),
	request: id,
	/** Later than that of any other in the folder. */
	at: instant,
	by: id,
	step: v.variant('what', [
		v.object({ what: v.literal('identity'), how: v.pipe(line, v.trim(), v.minLength(1)) }),
		v.object({ what: v.literal('extended'), reason: text }),
		v.object({
			what: v.literal('answered'),
			outcome: v.picklist(['done', 'partly', 'refused']),
			reason: text,
			/** What the patient was given. */
			file: line
		})
	])
});

/** That a file is to be kept and nothing else, or no longer so. Never changed: the last one counts. */
export const restrictionSchema = v.object({
	kind: v.literal('restriction'),
	at: instant,
	by: id,
	isOn: v.boolean(),
	reason: text
});

/** Where a file came from that was brought here: who wrote it, and its audit trail, as they stood there. */
export const importedSchema = v.object({
	kind: v.literal('imported'),
	at: instant,
	by: id,
	people: v.array(v.object({ person: id, name: v.pipe(v.string(), v.maxLength(NAME)) })),
	trail: v.array(
		v.object({
			kind: v.literal('audit'),
			n: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
			at: instant,
			by: id,
			deed: line,
			scope: v.nullable(id),
			record: v.nullable(id),
			reason: v.optional(text),
			previous: sha256,
			hash: sha256
		})
	)
});

/** How long this clinic keeps what, where its console has not said so (`retention`). */
export const retentionSchema = v.object({
	kind: v.literal('retention'),
	preset: v.picklist(['uk-10', 'uk-8', 'own']),
	/** Of `own`. */
	years: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
	clock: v.picklist(['last-entry', 'last-treatment'])
});

/** That a file may not be erased, or no longer so. Never changed: the last one counts. */
export const holdSchema = v.object({
	kind: v.literal('hold'),
	at: instant,
	by: id,
	isOn: v.boolean(),
	reason: text
});

/**
 * What a patient complained of, or what went wrong. Only whom the clinic has named reads it, and it is in no
 * ordinary export. Never changed: steps follow.
 */
export const complaintSchema = v.object({
	kind: v.literal('complaint'),
	at: instant,
	by: id,
	what: v.picklist(['complaint', 'incident']),
	/** On which it reached the clinic, or happened. */
	on: day,
	text: v.pipe(text, v.trim(), v.minLength(1))
});

/** What was done about it. Never changed. */
export const complaintStepSchema = v.object({
	kind: v.literal('complaint-step'),
	complaint: id,
	at: instant,
	by: id,
	text,
	/** It is settled with this. */
	closes: v.boolean()
});

/** Who reads complaints; nobody: everybody who can open the vault. */
export const complaintReadersSchema = v.object({
	kind: v.literal('complaint-readers'),
	people: v.array(id)
});

/** What comes round once a year: going through the checklist, and reading what everybody has to know. */
const YEARLY = ['review', 'training'] as const;

/** That somebody did one of them. Never changed: each stays listed. */
export const yearlySchema = v.object({
	kind: v.literal('yearly'),
	what: v.picklist(YEARLY),
	/** Later than that of any other. */
	at: instant,
	by: id
});

/** What is left of a file that two people let go. */
export const purgeSchema = v.object({
	kind: v.literal('purge'),
	folder: id,
	at: instant,
	by: id,
	/** Who confirmed it; null where nobody else can open the vault. */
	second: v.nullable(id),
	/** What it was mainly, and the rule that let it go. */
	recordClass: v.picklist(RECORD_CLASSES),
	since: v.nullable(day),
	freeFrom: v.nullable(day)
});

/** That somebody else was given something of a patient's file: what was written, for whom, and why. */
export const disclosureSchema = v.object({
	kind: v.literal('disclosure'),
	at: instant,
	by: id,
	to: v.object({
		kind: v.picklist(RECIPIENTS),
		name: v.pipe(line, v.trim(), v.minLength(1))
	}),
	basis: v.picklist(BASES),
	reason: text,
	/** What stands in it. */
	fields: v.pipe(v.array(v.picklist(SHARED_FIELDS)), v.minLength(1)),
	/** Of the file as it was handed out, encrypted. */
	sha256,
	bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	lock: v.picklist(['passphrase', 'key'])
});
