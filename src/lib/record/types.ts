import type { InferOutput } from 'valibot';
import type {
	complaintReadersSchema,
	complaintSchema,
	complaintStepSchema,
	consultantsSchema,
	controllerSchema,
	disclosureSchema,
	holdSchema,
	purgeSchema,
	purposeSchema,
	releaseSchema,
	requestSchema,
	restrictionSchema,
	retentionSchema,
	yearlySchema
} from './office-schema.ts';
import type { outcomeSchema } from './outcome-schema.ts';
import type {
	adviceSchema,
	ageRuleSchema,
	answersSchema,
	auditSchema,
	backupSchema,
	cardChangeSchema,
	concernsSchema,
	consentSchema,
	consentTextSchema,
	consultationSchema,
	coverSchema,
	DEEDS,
	entrySchema,
	handoverSchema,
	instructionSchema,
	leadKeysSchema,
	leadSchema,
	letterheadSchema,
	licenceSchema,
	noteSchema,
	outboxSchema,
	personSchema,
	photographSchema,
	placeSchema,
	referralSchema,
	signatureSchema,
	STANDARD_VIEWS,
	statementSchema,
	studySchema,
	talkSchema,
	treatmentPlanSchema
} from './schema.ts';

import type { Receipt, Standing } from '../lease/index.ts';

/** Lists and pairs as well: mapped types keep them what they are. */
type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;

/** Anything that is kept as one record. */
export type Entry = Immutable<InferOutput<typeof entrySchema>>;
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;
export type Cover = Immutable<InferOutput<typeof coverSchema>>;
export type Card = NonNullable<Cover['card']>;
export type Consultation = Immutable<InferOutput<typeof consultationSchema>>;
export type Consent = Immutable<InferOutput<typeof consentSchema>>;
/** As it was given; whoever unlocked was told. */
export type NewConsent = Pick<Consent, 'words' | 'guardian'>;
export type Concern = Immutable<InferOutput<typeof concernsSchema>>['list'][number];
/** Answers of a patient's history that were kept together. */
type Answers = Immutable<InferOutput<typeof answersSchema>>;
export type NewAnswers = Pick<Answers, 'answers' | 'unchanged' | 'reopened'>;
export type Talk = Immutable<InferOutput<typeof talkSchema>>;
export type NewTalk = Pick<Talk, 'flag' | 'outcome'>;
/** What a clinician made of a suggestion. */
export type Advice = Immutable<InferOutput<typeof adviceSchema>>;
export type NewAdvice = Pick<Advice, 'suggestion' | 'outcome' | 'into' | 'text'>;
/** What a patient said of a note. */
export type Statement = Immutable<InferOutput<typeof statementSchema>>;
/** A questionnaire as its patient answered it. */
export type Outcome = Immutable<InferOutput<typeof outcomeSchema>>;
export type NewOutcome = Pick<Outcome, 'instrument' | 'answers'>;
export type CardChange = Immutable<InferOutput<typeof cardChangeSchema>>;
export type AgeRule = Omit<Immutable<InferOutput<typeof ageRuleSchema>>, 'kind'>;
/** What may not be shown in a visit. */
export type VisitLimits = {
	/** Its patient is under 18, or may be, and the clinic does not inject then. */
	readonly noInjectables: boolean;
	/** Somebody wants to talk before anything is simulated. */
	readonly isPaused: boolean;
	/** The patient has taken back what they agreed to, or the file is restricted: nothing may be altered. */
	readonly isStopped: boolean;
};
export type TreatmentPlan = Immutable<InferOutput<typeof treatmentPlanSchema>>;
/** What a person writes of it. */
export type PlanContent = Pick<TreatmentPlan, 'marks' | 'items' | 'note' | 'quote'>;
export type PlanMark = TreatmentPlan['marks'][number];
export type PlanItem = TreatmentPlan['items'][number];
export type Quote = NonNullable<TreatmentPlan['quote']>;
export type StandardView = (typeof STANDARD_VIEWS)[number];
export type PhotographSource = NonNullable<Photograph['source']>;
export type Photograph = Immutable<InferOutput<typeof photographSchema>>;
export type Study = Immutable<InferOutput<typeof studySchema>>;
/** A plan of a study. */
export type Variant = keyof Study['variants'];
export type ConsentText = Immutable<InferOutput<typeof consentTextSchema>>;
/** What stands in a text, whichever version of it. */
export type ConsentWords = ConsentText['words'];
export type Handover = Immutable<InferOutput<typeof handoverSchema>>;
export type Signature = Immutable<InferOutput<typeof signatureSchema>>;
export type SignatureMark = Signature['mark'];
export type Referral = Immutable<InferOutput<typeof referralSchema>>;
/** A patient's answer to one purpose. */
export type PurposeAnswer = Immutable<InferOutput<typeof purposeSchema>>;
export type NewAnswer = Pick<
	PurposeAnswer,
	'purpose' | 'state' | 'words' | 'guardian' | 'how' | 'until'
>;
export type Release = Immutable<InferOutput<typeof releaseSchema>>;
/** Something that is to leave the vault: refused where one of its uses is not agreed to. */
export type NewRelease = Pick<Release, 'consultation' | 'content' | 'uses' | 'isAttested'> & {
	readonly what: 'picture' | 'paper';
};
export type RightsRequest = Immutable<InferOutput<typeof requestSchema>>;
export type NewRequest = Pick<RightsRequest, 'right' | 'received' | 'about'>;
export type Restriction = Immutable<InferOutput<typeof restrictionSchema>>;
/** A file for the patient: what it is, and the document in it that people read. */
export type NewCopy = {
	readonly what: 'access' | 'portability';
	/** PDF. */
	readonly readable: Uint8Array<ArrayBuffer>;
	readonly fee: string;
};
/** Somebody who agreed to be written to. */
export type MailingRow = {
	readonly name: string;
	readonly contact: string;
	/** When they agreed, milliseconds since 1970, and to which words. */
	readonly agreedAt: number;
	readonly words: number;
};
export type Letterhead = Omit<Immutable<InferOutput<typeof letterheadSchema>>, 'kind'>;
export type Note = Immutable<InferOutput<typeof noteSchema>>;
export type Person = Immutable<InferOutput<typeof personSchema>>;
export type Place = Omit<Immutable<InferOutput<typeof placeSchema>>, 'kind' | 'person'>;
export type LastBackup = Omit<Immutable<InferOutput<typeof backupSchema>>, 'kind'>;
export type LicenceEntry = Immutable<InferOutput<typeof licenceSchema>>;
export type Lead = Immutable<InferOutput<typeof leadSchema>>;
export type Outbox = Immutable<InferOutput<typeof outboxSchema>>;
export type LeadKeys = Immutable<InferOutput<typeof leadKeysSchema>>;
/** The clinic's documented instruction to whoever runs the server. */
export type Instruction = Immutable<InferOutput<typeof instructionSchema>>['document'];
export type RetentionChoice = Omit<Immutable<InferOutput<typeof retentionSchema>>, 'kind'>;
export type Hold = Immutable<InferOutput<typeof holdSchema>>;
export type Complaint = Immutable<InferOutput<typeof complaintSchema>>;
export type NewComplaint = Pick<Complaint, 'what' | 'on' | 'text'>;
export type ComplaintStep = Immutable<InferOutput<typeof complaintStepSchema>>;
export type ComplaintReaders = Immutable<InferOutput<typeof complaintReadersSchema>>;
export type Purge = Immutable<InferOutput<typeof purgeSchema>>;
export type Disclosure = Immutable<InferOutput<typeof disclosureSchema>>;
/** Somebody who treats here on their own account. */
export type Consultant = Immutable<InferOutput<typeof consultantsSchema>>['list'][number];
/** Who answers for the data of one visit. */
export type Controller = Immutable<InferOutput<typeof controllerSchema>>;
export type NewController = Pick<Controller, 'consultant' | 'isJoint'>;
/** That somebody did what comes round once a year. */
export type Yearly = Immutable<InferOutput<typeof yearlySchema>>;
export type AuditRow = Immutable<InferOutput<typeof auditSchema>>;
export type Deed = (typeof DEEDS)[number];

/** A patient's, or that of one consultation which is anonymous so far. */
export type FolderId = string;

/** A visit, in its folder. */
export type VisitPlace = { readonly folder: FolderId; readonly consultation: string };
/** What is planned in a visit, for all of its photographs. */
export type VisitPlan = Pick<Study, 'variants' | 'shown' | 'unlinked'>;

export type NewStudy = Omit<Study, 'kind' | 'photograph'>;
export type NewNote = Pick<Note, 'consultation' | 'text' | 'amends'>;

/** A photograph to be kept: what is stored of it, and what is known of it. */
export type NewPhotograph = {
	readonly photograph: Omit<Photograph, 'kind' | 'consultation' | 'asset' | 'thumbnail'>;
	readonly study: NewStudy;
	/** Cleaned and encoded. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** A small JPEG. */
	readonly thumbnail: Uint8Array<ArrayBuffer>;
};

/** A photograph as it was kept, and what was set on it last. */
export type StudiedPhotograph = { readonly photograph: Photograph; readonly study: Study };

/** The same with its bytes. */
export type StoredPhotograph = StudiedPhotograph & {
	readonly kept: KeptPhotograph;
	/** The others of its visit. */
	readonly beside: readonly StudiedPhotograph[];
	/** To its visit; null where nobody was asked. */
	readonly consent: NewConsent | null;
	readonly bytes: Uint8Array<ArrayBuffer>;
};

/** One of the pictures before whoever signs. */
export type SignedPicture = {
	readonly isIllustration: boolean;
	/** The file, label and all. */
	readonly bytes: Uint8Array<ArrayBuffer>;
};

/** What was before whoever signed, and their mark. */
export type NewSignature = Pick<Signature, 'handover' | 'variant' | 'mark'> & {
	readonly pictures: readonly SignedPicture[];
	/** How many risks were acknowledged, each by itself. */
	readonly acknowledged: number;
};

export type NewReferral = Pick<Referral, 'to' | 'reason'>;

/** `logo`: a new file, none, or the one that is kept. */
export type NewLetterhead = Omit<Letterhead, 'logo'> & {
	readonly logo: Uint8Array<ArrayBuffer> | null | 'kept';
};

/** How this device's licence stands. Times are milliseconds since 1970. */
export type LicenceStanding = Standing & {
	readonly device: string;
	/** Until an owner has approved the device. */
	readonly isProvisional: boolean;
	readonly plan: string | null;
	readonly until: number | null;
	/** Until when visits may still begin. */
	readonly graceUntil: number | null;
	/** Null: no limit. */
	readonly visitsLeft: number | null;
	/** Counted, and not told to the server yet. */
	readonly unsent: number;
};

/** What the page may know of this device's licence. */
export type LicenceView = LicenceStanding & {
	/** By which people tell the device: `XXXX-XXXX-XXXX-XXXX`. */
	readonly code: string;
};

/** What a device is enrolled with. */
export type NewDevice = {
	/** Raw, base64url. */
	readonly publicKey: string;
	/** `age1…` */
	readonly recipient: string;
};

/** The body of a request for a lease (docs/backend.md). */
export type RenewalRequest = {
	readonly requestId: string;
	readonly device: string;
	readonly nonce: string;
	readonly clock: number;
	readonly seq: number;
	readonly head: string;
	readonly receipts: readonly Receipt[];
	readonly trail: string;
	readonly signature: string;
};

/** A lead as it is typed; agreeing is meant by it. `consent`: the number of the words that were shown. */
export type NewLead = Pick<Lead, 'contact' | 'interests'> & { readonly consent: number };

/** What a clinic's device reads of a lead. */
export type OpenLead = Pick<Lead, 'contact' | 'interests'> & {
	readonly consent: {
		readonly words: number;
		readonly at: number;
		/** The record of it in the patient's file. */
		readonly reference: string;
	};
};

/** How this device stands with leads. */
export type LeadsView = {
	/** The server's id of this device. */
	readonly device: string;
	/** The clinic wants leads. */
	readonly isOn: boolean;
	/** The instruction that the lease names; null where it is the one that is kept here. */
	readonly instructionDue: number | null;
	/** The newest that this device holds. */
	readonly key: {
		readonly version: number;
		/** By which people tell it: `XXXX-XXXX-XXXX-XXXX`. */
		readonly code: string;
		/** Made here or compared by somebody; until then nothing is sealed with it. */
		readonly isTrusted: boolean;
		/** False where the server is known to have a newer one, which was not given to this device. */
		readonly isCurrent: boolean;
	} | null;
	/** How many leads wait to be sent. */
	readonly waiting: number;
	/** Whether the server's copy opens with this vault's recovery kit; null without a kit that could. */
	readonly isCopied: boolean | null;
};

/** The clinic's leads' key as the server tells it. */
export type ServedLeadKey = {
	/** 0: none yet. */
	readonly version: number;
	/** `age1…` */
	readonly recipient: string | null;
	/** For this device; base64url. */
	readonly wrapped: string | null;
};

/** A device as the server tells of it: not to be believed before its code was compared. */
export type ListedDevice = { readonly id: string; readonly recipient: string };

export type LeadKeyWrap = { readonly device: string; readonly wrapped: string };

/** The next key of the clinic's leads, as the server is told of it. */
export type NextLeadKey = {
	readonly version: number;
	readonly recipient: string;
	readonly recovery: string | null;
	readonly wraps: readonly LeadKeyWrap[];
};

/** A lead as the server keeps it. */
export type SealedLead = {
	readonly id: string;
	readonly keyVersion: number;
	/** base64url */
	readonly sealed: string;
};

/** Where a photograph and what is set on it are kept. */
export type KeptPhotograph = VisitPlace & {
	readonly photograph: string;
	readonly study: string;
};
