/**
 * What is kept of patients, as it stands in the vault: one JSON object per record. The schemas are the
 * definition; the types follow from them. A changed schema raises `RECORD_VERSION`, says in `UPGRADES`
 * how an older entry becomes one of its own, and leaves the frozen fixtures alone.
 */
import * as v from 'valibot';
import { REGIONS } from '../intake/index.ts';
import { leaseSchema, receiptSchema } from '../lease/index.ts';
import {
	purposeSchema,
	releaseSchema,
	requestSchema,
	requestStepSchema,
	restrictionSchema,
	importedSchema,
	retentionSchema,
	holdSchema,
	complaintSchema,
	complaintStepSchema,
	complaintReadersSchema,
	purgeSchema,
	disclosureSchema,
	consultantsSchema,
	controllerSchema,
	yearlySchema
} from './office-schema.ts';
import { outcomeSchema } from './outcome-schema.ts';
import { NAME, TEXT, id, line, sha256, instant, day, point, text } from './schema-parts.ts';

export const RECORD_VERSION = 4;

/** An entry of the version before, as it was written, as the next one has it. */
type Upgrade = (old: object) => object;

/** By the version from which it leads on, and by the kinds of entry that changed with the next one. */
export const UPGRADES: Readonly<Record<number, Readonly<Record<string, Upgrade>>>> = {
	1: {
		consultation: (old) => ({ ...old, treatedOn: null }),
		photograph: (old) => ({ ...old, standardView: null, source: null }),
		place: (old) => ({ ...old, visit: null })
	}
};

const LANDMARK_NUMBERS = 478 * 3;

/** On the skin. */
const landmark = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(467));

/** Either is enough; what a patient does not give is not asked for again. */
const born = v.nullable(
	v.union([
		v.object({ day }),
		v.object({ year: v.pipe(v.number(), v.integer(), v.minValue(1880), v.maxValue(2200)) })
	])
);

const cardSchema = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME)),
	born,
	/** The clinic's own; empty where it has none. */
	number: line,
	contact: v.object({ phone: line, email: line, address: line }),
	nextOfKin: v.nullable(
		v.object({
			name: line,
			contact: line,
			/** The person knows that the clinic keeps the contact. */
			informed: v.boolean()
		})
	),
	/** The patient's own doctor; not there where nobody asked. */
	gp: v.optional(
		v.nullable(
			v.object({
				name: line,
				practice: line,
				address: line,
				/** Is to be told of treatments, unless the patient objects (`purpose`). */
				isTold: v.boolean()
			})
		)
	)
});

/**
 * The folder of one patient, or of one consultation that is anonymous so far: what a list shows of it,
 * so that unlocking opens this alone. Its id follows from the scope's.
 */
export const coverSchema = v.object({
	kind: v.literal('cover'),
	/** Null while it is anonymous. */
	card: v.nullable(cardSchema),
	startedAt: instant,
	/** Of the newest consultation; null before the first. */
	lastVisit: v.nullable(instant),
	/** What the newest consultation asks for. */
	followUp: v.nullable(day),
	/** In any illustration of any photograph. */
	treatments: v.array(v.string()),
	/** Of the newest photograph. */
	thumbnail: v.nullable(id),
	/** The last row of the folder's audit trail. */
	trail: v.nullable(v.object({ n: v.pipe(v.number(), v.safeInteger()), hash: sha256 }))
});

const plan = v.record(v.string(), v.object({ left: v.number(), right: v.number() }));

/** What a person set on one photograph, the newest state; the studio knows what it means. */
export const studySchema = v.object({
	kind: v.literal('study'),
	photograph: id,
	quarterTurns: v.picklist([0, 1, 2, 3]),
	/** Corrected by hand, px of the picture so turned; null = as observed. */
	landmarks: v.nullable(v.pipe(v.array(v.number()), v.length(LANDMARK_NUMBERS))),
	scale: v.object({ irisDiameter: v.number(), pupilDistance: v.nullable(v.number()) }),
	variants: v.object({ A: plan, B: plan, C: plan }),
	shown: v.picklist(['A', 'B', 'C', 'none']),
	unlinked: v.array(v.string()),
	marks: v.object({
		strokes: v.array(
			v.object({
				kind: v.picklist(['protect', 'pigment']),
				points: v.array(point),
				radiusMm: v.number()
			})
		),
		folds: v.array(
			v.object({ fold: v.string(), side: v.picklist(['left', 'right']), line: v.array(point) })
		)
	})
});

/** The views of which a full set of clinical photographs is made, in the order in which they are taken. */
export const STANDARD_VIEWS = [
	'front',
	'oblique-left',
	'oblique-right',
	'profile-left',
	'profile-right',
	'frown',
	'raise',
	'smile'
] as const;

/**
 * Enough to compute the same illustration again from the stored bytes, without looking anew. Never
 * changed once it is written.
 */
export const photographSchema = v.object({
	kind: v.literal('photograph'),
	consultation: id,
	/** Cleaned, encoded bytes. */
	asset: id,
	/** A small JPEG. */
	thumbnail: id,
	openedAt: instant,
	view: v.picklist(['frontal', 'oblique', 'profile']),
	/** What it was taken for; null where that was none of them. */
	standardView: v.nullable(v.picklist(STANDARD_VIEWS)),
	/** `patient`: brought by the patient. Null where it is not known. */
	source: v.nullable(v.picklist(['camera', 'file', 'patient'])),
	width: v.pipe(v.number(), v.integer()),
	height: v.pipe(v.number(), v.integer()),
	/** Null where no face can be followed, as in profile: then it is a photograph to be looked at. */
	observation: v.nullable(
		v.object({
			landmarks: v.pipe(v.array(v.number()), v.length(LANDMARK_NUMBERS)),
			pose: v.pipe(v.array(v.number()), v.length(16)),
			blendshapes: v.nullable(v.record(v.string(), v.number()))
		})
	),
	/** What looked: the landmarker's model, and the app that used it. */
	model: line,
	app: line
});

export const consultationSchema = v.object({
	kind: v.literal('consultation'),
	startedAt: instant,
	by: id,
	/** When to see the patient again. */
	followUp: v.nullable(day),
	/** When what was planned was carried out; null where nothing was yet. */
	treatedOn: v.nullable(day)
});

/**
 * What was agreed to before a visit's first photograph: that the person may be photographed, and that the
 * photographs may be used to illustrate. Never changed once it is written.
 */
export const consentSchema = v.object({
	kind: v.literal('consent'),
	consultation: id,
	at: instant,
	by: id,
	/** The number of the words that were agreed to. */
	words: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	/** Who agreed for somebody under 18; null where the person is 18 or older and agreed. */
	guardian: v.nullable(v.object({ name: v.pipe(line, v.minLength(1)), relation: line }))
});

/** What brings a patient, as they showed and said it in one visit; the newest state. */
export const concernsSchema = v.object({
	kind: v.literal('concerns'),
	consultation: id,
	list: v.array(
		v.object({
			/** Of the catalogue. */
			area: line,
			/** Where on the drawn face it was touched, mm right and down of its middle. */
			at: point,
			/** In the patient's own words. */
			text: v.pipe(v.string(), v.maxLength(TEXT))
		})
	)
});

const told = v.variant('state', [
	v.object({
		state: v.literal('given'),
		/** Options of the question; the room `intake` knows them. */
		choices: v.array(line),
		text: v.pipe(v.string(), v.maxLength(TEXT)),
		/** By somebody else. */
		treatments: v.array(
			v.object({ what: line, by: line, when: line, source: v.picklist(['patient', 'document']) })
		)
	}),
	v.object({ state: v.picklist(['not-asked', 'declined']) })
]);

/** Part of a patient's history, as it was told in one visit. Never changed: later answers count. */
export const answersSchema = v.object({
	kind: v.literal('answers'),
	consultation: id,
	/** Later than that of any other in the folder. */
	at: instant,
	by: id,
	answers: v.array(v.object({ item: line, answer: told })),
	/** Questions of which the last answer still holds. */
	unchanged: v.array(line),
	/** Those of which that was a mistake in the same visit. */
	reopened: v.array(line)
});

/** What was talked about with a patient, and whether a visit goes on. Never changed: the latest counts. */
export const talkSchema = v.object({
	kind: v.literal('talk'),
	consultation: id,
	at: instant,
	by: id,
	/** A flag of the room `intake`; null: whether anything is to be simulated. */
	flag: v.nullable(line),
	/** Of a flag `talked` or `taken-back`; of the simulation `paused` or `went-on`. */
	outcome: v.picklist(['talked', 'taken-back', 'paused', 'went-on'])
});

/**
 * What a clinician made of a suggestion that the answers gave reason for. Never changed: the latest of a
 * suggestion in a visit counts.
 */
export const adviceSchema = v.object({
	kind: v.literal('advice'),
	consultation: id,
	at: instant,
	by: id,
	/** Of the room `intake`. */
	suggestion: line,
	outcome: v.picklist(['taken', 'taken-back', 'not-now']),
	into: v.picklist(['plan', 'aftercare']),
	/** As it was worded when it was taken; empty otherwise. */
	text
});

/** A patient's own words on a note with which they do not agree. Never changed. */
export const statementSchema = v.object({
	kind: v.literal('statement'),
	note: id,
	at: instant,
	by: id,
	text: v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT))
});

/** A card as it was until somebody changed it. */
export const cardChangeSchema = v.object({
	kind: v.literal('card-change'),
	at: instant,
	by: id,
	before: cardSchema
});

/** What the clinic does not do to somebody under 18. */
export const ageRuleSchema = v.object({
	kind: v.literal('age-rule'),
	noInjectables: v.boolean(),
	/** Where the clinic works; not there until somebody said so. */
	region: v.optional(v.picklist(REGIONS))
});

/** Whether suggestions are made from the answers at all. */
export const adviceRuleSchema = v.object({
	kind: v.literal('advice-rule'),
	isOn: v.boolean()
});

/**
 * A place on a face, known to every photograph of it (`chart`): in a triangle of the skin mesh by its
 * barycentric weights, and for what lies beyond the mesh, as neck and hairline do, so far from there.
 */
const anchorSchema = v.object({
	/** Landmarks. */
	on: v.tuple([landmark, landmark, landmark]),
	weights: v.tuple([v.number(), v.number(), v.number()]),
	/** In the head's own frame, mm: to the subject's left, up, forward. Null on the mesh. */
	away: v.nullable(v.tuple([v.number(), v.number(), v.number()]))
});

/**
 * What a clinician means to do in a visit, drawn on the face. The newest by `at` counts; what somebody
 * else wrote, or was written at another sitting, is not written over.
 */
export const treatmentPlanSchema = v.object({
	kind: v.literal('treatment-plan'),
	consultation: id,
	/** Of the last change. */
	at: instant,
	by: id,
	/** In the order of their numbers. */
	marks: v.array(
		v.object({
			id,
			shape: v.picklist(['point', 'line', 'area']),
			/** One for a point; the corners of a line, or of a closed area. */
			at: v.pipe(v.array(anchorSchema), v.minLength(1), v.maxLength(200)),
			/** What is done there; null where nothing is said yet. */
			item: v.nullable(id),
			note: v.pipe(v.string(), v.maxLength(TEXT))
		})
	),
	items: v.array(
		v.object({
			id,
			/** Of the catalogue; null where it is none of it. */
			treatment: v.nullable(line),
			product: line,
			/** GTIN-14, as it was scanned; empty where it was not. */
			gtin: v.pipe(v.string(), v.regex(/^(\d{14})?$/)),
			/** In all, as it was typed: nothing is suggested. Null until then. */
			amount: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
			unit: line,
			site: line,
			lot: line,
			expiry: v.nullable(day)
		})
	),
	note: v.pipe(v.string(), v.maxLength(TEXT)),
	/** Never before the patient. Null where none was asked for. */
	quote: v.nullable(
		v.object({
			/** ISO 4217. */
			currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
			/** A price is null until it was typed. */
			lines: v.array(v.object({ text: line, price: v.nullable(v.pipe(v.number(), v.finite())) }))
		})
	)
});

const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365));

/** What a patient is told before they agree to a treatment, in the clinic's own words. */
const consentWordsSchema = v.object({
	title: v.pipe(line, v.trim(), v.minLength(1)),
	/** What is done, and what else could be. */
	about: text,
	/** Each is acknowledged by itself. */
	risks: v.array(text),
	/** For the report; nothing that is agreed to. */
	aftercare: text,
	/** To think, between handing it over and signing. */
	reflectionDays: days
});

/** One version of a text of the clinic. Never changed once it is written: the next version is another entry. */
export const consentTextSchema = v.object({
	kind: v.literal('consent-text'),
	/** The same for all its versions. */
	text: id,
	version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	at: instant,
	by: id,
	/** The starting point that it was written from; empty where there was none. */
	start: line,
	words: consentWordsSchema
});

/** That a text was handed over to be read, and its words. Never changed once it is written. */
export const handoverSchema = v.object({
	kind: v.literal('handover'),
	consultation: id,
	at: instant,
	/** Where days are counted: an IANA name. */
	zone: line,
	by: id,
	text: id,
	version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	words: consentWordsSchema,
	/** What the app says under every text: what pictures are and are not. */
	closing: text
});

/** The patient would like time to think. */
export const postponementSchema = v.object({
	kind: v.literal('postponement'),
	consultation: id,
	at: instant,
	by: id,
	handover: id
});

/** What was drawn, and not how: neither speed nor pressure is kept. */
const markSchema = v.variant('kind', [
	v.object({
		kind: v.literal('drawn'),
		/** Of the area, px, in which the points are. */
		width: v.pipe(v.number(), v.minValue(1)),
		height: v.pipe(v.number(), v.minValue(1)),
		strokes: v.pipe(v.array(v.pipe(v.array(point), v.minLength(1))), v.minLength(1))
	}),
	v.object({ kind: v.literal('typed'), name: v.pipe(line, v.trim(), v.minLength(1)) })
]);

/** A signature under a text that was handed over. Never changed once it is written. */
export const signatureSchema = v.object({
	kind: v.literal('signature'),
	consultation: id,
	by: id,
	handover: id,
	/** Whose plan the pictures show; null where none is illustrated. */
	variant: v.nullable(v.picklist(['A', 'B', 'C'])),
	/** As they were shown. */
	pictures: v.array(v.object({ asset: id, isIllustration: v.boolean() })),
	terms: v.object({
		signer: v.picklist(['patient', 'guardian']),
		handedAt: instant,
		signedAt: instant,
		reflectionDays: days,
		/** How many risks, each by itself. */
		acknowledged: v.pipe(v.number(), v.safeInteger(), v.minValue(0))
	}),
	mark: markSchema,
	/** What all of it was, by its hashes (`signing`). */
	seal: v.object({
		text: sha256,
		plan: sha256,
		pictures: v.array(sha256),
		terms: sha256,
		mark: sha256,
		whole: sha256
	})
});

/** That a signature does not hold any more; it stays. */
export const withdrawalSchema = v.object({
	kind: v.literal('withdrawal'),
	consultation: id,
	at: instant,
	by: id,
	signature: id,
	reason: text
});

/** That somebody else is told of the patient, in a letter: a disclosure. */
export const referralSchema = v.object({
	kind: v.literal('referral'),
	consultation: id,
	at: instant,
	by: id,
	to: v.pipe(text, v.trim(), v.minLength(1)),
	reason: text
});

/** What stands above everything that the clinic puts on paper from this vault. */
export const letterheadSchema = v.object({
	kind: v.literal('letterhead'),
	name: line,
	address: text,
	/** A PNG or JPEG file. */
	logo: v.nullable(id),
	/** `#rrggbb`; null: black. */
	accent: v.nullable(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)))
});

/** Never changed once it is written: another note amends it. */
export const noteSchema = v.object({
	kind: v.literal('note'),
	consultation: v.nullable(id),
	at: instant,
	by: id,
	text: v.pipe(v.string(), v.maxLength(TEXT)),
	amends: v.nullable(id)
});

/** A person who can open the vault, by the name that colleagues know. */
export const personSchema = v.object({
	kind: v.literal('person'),
	person: id,
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME))
});

/** Where a person was when the vault was locked, to go on from there. */
export const placeSchema = v.object({
	kind: v.literal('place'),
	person: id,
	screen: v.picklist(['today', 'patients', 'patient', 'visit', 'studio', 'settings']),
	/** Of the screens `patient` and `visit`. */
	folder: v.nullable(id),
	/** Of the screen `visit`. */
	visit: v.nullable(v.object({ consultation: id, step: line })),
	/** What was open in the studio, on whichever screen. */
	open: v.nullable(
		v.object({
			folder: id,
			photograph: id,
			/** The list of treatments, and the one whose slider was in hand. */
			tab: line,
			armed: v.nullable(line),
			/** Null as it opens; not there in what was kept before this was. */
			look: v.optional(
				v.nullable(
					v.object({
						zoom: v.number(),
						/** Px of the picture. */
						centre: point,
						compare: v.picklist(['single', 'wipe', 'side-by-side', 'blink']),
						/** Share of the stage left of the wipe. */
						wipe: v.number()
					})
				),
				null
			)
		})
	)
});

/** The last backup that was found whole. */
export const backupSchema = v.object({
	kind: v.literal('backup'),
	at: instant,
	by: id,
	bytes: v.pipe(v.number(), v.safeInteger())
});

/** The public half of the owner's key, for which backups can be written. */
const ownerKeySchema = v.object({ kind: v.literal('owner-key'), recipient: line });

/** How far everything in the vault was brought: until then older entries are looked for. */
const upgradedSchema = v.object({
	kind: v.literal('upgraded'),
	to: v.pipe(v.number(), v.safeInteger())
});

/** That a visit is counted: whatever else is done in it never counts again, and never asks again. */
const unitSchema = v.object({
	kind: v.literal('unit'),
	consultation: id,
	/** Its place in the device's chain of uses. */
	seq: v.pipe(v.number(), v.safeInteger())
});

/** The licence of one device. In a backup it comes to another one, where it counts for nothing. */
export const licenceSchema = v.object({
	kind: v.literal('licence'),
	/** Of the device's key, in the vault's tables. */
	key: sha256,
	/** `AGE-SECRET-KEY-1…`: what the clinic seals to this device alone. */
	identity: line,
	ledger: v.object({
		device: line,
		lease: v.nullable(leaseSchema),
		isRevoked: v.boolean(),
		seq: v.pipe(v.number(), v.safeInteger()),
		head: line,
		serial: v.pipe(v.number(), v.safeInteger()),
		/** UTC seconds. */
		high: v.pipe(v.number(), v.safeInteger()),
		rescued: v.pipe(v.number(), v.safeInteger()),
		receipts: v.array(receiptSchema)
	})
});

/** The server's id of a lead, chosen here. */
const leadId = v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/));

/** What a patient asked the clinic to get back to them about, as it was sent or is to be. */
export const leadSchema = v.object({
	kind: v.literal('lead'),
	lead: leadId,
	consultation: v.nullable(id),
	at: instant,
	by: id,
	contact: v.object({ name: v.pipe(line, v.minLength(1)), phone: line, email: line }),
	/** Areas of the catalogue. */
	interests: v.array(line),
	consent: v.object({
		/** The number of the words that were agreed to. */
		words: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
		at: instant
	}),
	/** When the server acknowledged it; null while it waits. */
	sentAt: v.nullable(instant)
});

/** Leads that wait to be sent: where they are, so that what is erased is not sent any more. */
export const outboxSchema = v.object({
	kind: v.literal('outbox'),
	/** `clinic`: the server's id of the clinic that they are for. */
	leads: v.array(v.object({ lead: leadId, clinic: line, folder: id, record: id }))
});

/** An age identity of the clinic's leads. */
export const leadKeySchema = v.object({
	version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	identity: line
});

/** The clinic's keys of leads, as far as this device was given them. */
export const leadKeysSchema = v.object({
	kind: v.literal('lead-keys'),
	/** The server's id of it. */
	clinic: line,
	/** The newest first. */
	keys: v.array(leadKeySchema),
	/** The newest was made here, follows from one that was compared, or was compared itself. */
	isTrusted: v.boolean(),
	/** Made here, and maybe not known to the server yet. */
	made: v.nullable(line),
	/** Devices whose code somebody has compared here, and the age key that was compared. */
	compared: v.array(v.object({ device: line, recipient: line })),
	/** SHA-256 of the key of the kit for which the server has a copy; null where it has none. */
	copyFor: v.nullable(sha256)
});

/** What seals copies for the confirmed recovery kit of this vault; base64url. */
export const kitKeySchema = v.object({ kind: v.literal('kit-key'), key: line });

/** The clinic's instruction, as the lease names it. */
export const instructionSchema = v.object({
	kind: v.literal('instruction'),
	/** As the lease has it. */
	ver: v.pipe(v.number(), v.safeInteger()),
	document: v.object({
		exports: v.boolean(),
		leads: v.boolean(),
		leadRetentionDays: v.pipe(v.number(), v.safeInteger()),
		recordRetentionYears: v.pipe(v.number(), v.safeInteger())
	})
});

export const DEEDS = [
	'person-named',
	'patient-added',
	'card-changed',
	'photograph-kept',
	'visit-attached',
	'consent-given',
	'concerns-changed',
	'history-told',
	'talk-noted',
	'advice-noted',
	'treatment-plan-changed',
	'consent-text-kept',
	'consent-handed',
	'consent-postponed',
	'consent-signed',
	'consent-withdrawn',
	'referral-written',
	'report-made',
	'letterhead-changed',
	'treated-on-set',
	'follow-up-set',
	'note-added',
	'statement-added',
	'outcome-told',
	'age-rule-set',
	'advice-rule-set',
	'folder-erased',
	'folder-opened',
	'folder-purged',
	'hold-set',
	'glass-broken',
	'complaint-added',
	'complaint-moved',
	'complaint-readers-set',
	'retention-set',
	'faces-forgotten',
	'disclosed',
	'trail-exported',
	'record-handed',
	'controller-set',
	'consultants-named',
	'yearly-done',
	'owner-key-set',
	'backup-made',
	'backup-restored',
	'device-enrolled',
	'purpose-recorded',
	'picture-released',
	'copy-made',
	'contacts-listed',
	'numbers-released',
	'request-opened',
	'request-moved',
	'restriction-set',
	'patient-imported',
	'next-of-kin-removed',
	'lead-queued',
	'lead-sent',
	'leads-key-made',
	'leads-key-taken',
	'leads-key-compared',
	'leads-key-given'
] as const;

/** Who did what to what; chained by hash, and free of names. */
export const auditSchema = v.object({
	kind: v.literal('audit'),
	/** Counted from 0, without gaps. */
	n: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	at: instant,
	by: id,
	deed: v.picklist(DEEDS),
	scope: v.nullable(id),
	record: v.nullable(id),
	/** Where one has to be given. */
	reason: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT))),
	/** Hash of the row before; 64 zeros for the first. */
	previous: sha256,
	hash: sha256
});

export const entrySchema = v.variant('kind', [
	coverSchema,
	consultationSchema,
	consentSchema,
	concernsSchema,
	answersSchema,
	talkSchema,
	adviceSchema,
	treatmentPlanSchema,
	consentTextSchema,
	handoverSchema,
	postponementSchema,
	signatureSchema,
	withdrawalSchema,
	referralSchema,
	purposeSchema,
	releaseSchema,
	requestSchema,
	requestStepSchema,
	restrictionSchema,
	importedSchema,
	letterheadSchema,
	photographSchema,
	studySchema,
	noteSchema,
	statementSchema,
	outcomeSchema,
	cardChangeSchema,
	ageRuleSchema,
	adviceRuleSchema,
	personSchema,
	placeSchema,
	backupSchema,
	ownerKeySchema,
	upgradedSchema,
	unitSchema,
	licenceSchema,
	leadSchema,
	outboxSchema,
	leadKeysSchema,
	kitKeySchema,
	instructionSchema,
	retentionSchema,
	holdSchema,
	complaintSchema,
	complaintStepSchema,
	complaintReadersSchema,
	purgeSchema,
	disclosureSchema,
	consultantsSchema,
	controllerSchema,
	yearlySchema,
	auditSchema
]);
