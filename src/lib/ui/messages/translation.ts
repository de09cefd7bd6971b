/**
 * What another language has to say: the same keys with the same values as in English, so that whatever is
 * missing is a type error.
 */
import type { ErrorCode } from '../../errors.ts';
import type { QualityFinding, RefusedFinding } from '../../face/index.ts';
import type {
	FlagId,
	ItemId,
	OptionKey,
	PageId,
	SuggestionId,
	TreatmentKind
} from '../../intake/index.ts';
import type { PhotoNotice } from '../../photo/index.ts';
import type { Deed as FileDeed, Right } from '../../record/index.ts';
import type { Basis, RecipientKind, RecordClass, SharedField } from '../../retention/index.ts';
import type { ADVICE_WORDS, AdviceWords } from './advice.en.ts';
import type { CAPTURE_WORDS } from './capture.en.ts';
import type { RULE_WORDS } from './clinic-rules.en.ts';
import type { Start, StartId } from './consent-starts.en.ts';
import type { CONSULTANT_WORDS } from './consultants.en.ts';
import type { CONSOLE_WORDS, Deed } from './console.en.ts';
import type { DEVICE_WORDS } from './device.en.ts';
import type { en, KeyRow } from './en.ts';
import type { ErrorWords, ProblemWords } from './errors.en.ts';
import type { FEEDBACK_WORDS } from './feedback.en.ts';
import type { FOLLOW_WORDS } from './follow.en.ts';
import type { FlagWords, INTAKE_WORDS } from './history.en.ts';
import type { LEAVING_WORDS } from './leaving.en.ts';
import type { LICENCE_WORDS } from './licence.en.ts';
import type { LineId, LineWords } from './lines.en.ts';
import type { LOST_WORDS } from './lost.en.ts';
import type { OUTCOME_WORDS } from './outcomes.en.ts';
import type { OVERSIGHT_WORDS } from './oversight.en.ts';
import type { OWN_ACCOUNT_WORDS } from './own-account.en.ts';
import type { OWN_RECORD_WORDS } from './own-record.en.ts';
import type { PAPER_WORDS } from './papers.en.ts';
import type { PASSWORD_WORDS } from './password.en.ts';
import type { PLAN_WORDS } from './plan.en.ts';
import type { PRIVACY_WORDS, Purposes } from './privacy.en.ts';
import type { RECORD_WORDS } from './records.en.ts';
import type { PUBLIC_WORDS } from './public.en.ts';
import type { TIMELINE_WORDS } from './timeline.en.ts';
import type { SUPPORT_WORDS } from './support.en.ts';
import type { TEACHING_WORDS } from './teaching.en.ts';
import type { TREATMENT_WORDS, TreatmentWords } from './treatments.en.ts';
import type { TRIPTYCH_WORDS } from './triptych.en.ts';
import type { VISIT_WORDS } from './visit.en.ts';
import type { WRITING_WORDS } from './writing.en.ts';
import type { YEARLY_WORDS } from './yearly.en.ts';

/** The messages of an English file, in any words. */
type Translated<Messages> = {
	readonly [Key in keyof Messages]: Messages[Key] extends (values: infer Values) => string
		? (values: Values) => string
		: string;
};

/** Words that somebody agrees to. The number is kept with each consent: it is of one text, in one language. */
type Agreement = { readonly number: number; readonly words: readonly string[] };

export type Translation = {
	readonly publicPages: Translated<typeof PUBLIC_WORDS>;
	readonly studio: Translated<typeof en>;
	readonly gestures: readonly KeyRow[];
	readonly keys: readonly KeyRow[];
	readonly errors: Readonly<Record<ErrorCode, ErrorWords>>;
	readonly refusals: Readonly<Record<RefusedFinding, ProblemWords>>;
	readonly warnings: Readonly<Record<QualityFinding, string>>;
	readonly notices: Readonly<Record<PhotoNotice, string>>;
	readonly treatments: Readonly<Record<keyof typeof TREATMENT_WORDS, TreatmentWords>>;
	readonly lines: Readonly<Record<LineId, LineWords>>;
	readonly capture: Translated<typeof CAPTURE_WORDS>;
	readonly console: Translated<typeof CONSOLE_WORDS>;
	readonly deeds: Readonly<Record<Deed, string>>;
	readonly device: Translated<typeof DEVICE_WORDS>;
	readonly follow: Translated<typeof FOLLOW_WORDS>;
	readonly history: Translated<typeof INTAKE_WORDS>;
	readonly historyPages: Readonly<Record<PageId, string>>;
	readonly historyItems: Readonly<Record<ItemId, string>>;
	readonly historyOptions: Readonly<Record<OptionKey, string>>;
	readonly flags: Readonly<Record<FlagId, FlagWords>>;
	readonly kinds: Readonly<Record<TreatmentKind, string>>;
	readonly advice: Translated<typeof ADVICE_WORDS>;
	readonly advices: Readonly<Record<SuggestionId, AdviceWords>>;
	readonly licence: Translated<typeof LICENCE_WORDS>;
	readonly outcomes: Translated<typeof OUTCOME_WORDS>;
	readonly papers: Translated<typeof PAPER_WORDS>;
	/** Under every text that is signed; part of what is signed. */
	readonly closing: string;
	readonly starts: Readonly<Record<StartId, Start>>;
	readonly plan: Translated<typeof PLAN_WORDS>;
	readonly rules: Translated<typeof RULE_WORDS>;
	readonly records: Translated<typeof RECORD_WORDS>;
	readonly leadConsent: Agreement;
	readonly timeline: Translated<typeof TIMELINE_WORDS>;
	readonly lost: Translated<typeof LOST_WORDS>;
	readonly triptych: Translated<typeof TRIPTYCH_WORDS>;
	readonly visit: Translated<typeof VISIT_WORDS>;
	readonly photoConsent: Agreement;
	readonly privacy: Translated<typeof PRIVACY_WORDS>;
	/** What is asked of each purpose is agreed to, too: the number is of one text, in one language. */
	readonly purposes: Purposes;
	readonly rights: Readonly<Record<Right, string>>;
	readonly oversight: Translated<typeof OVERSIGHT_WORDS>;
	readonly classes: Readonly<Record<RecordClass, string>>;
	readonly recipients: Readonly<Record<RecipientKind, string>>;
	readonly bases: Readonly<Record<Basis, string>>;
	readonly fields: Readonly<Record<SharedField, string>>;
	/** For the patient's eyes; empty where the English is. */
	readonly fileDeeds: Readonly<Record<FileDeed, string>>;
	readonly account: Translated<typeof OWN_ACCOUNT_WORDS>;
	readonly ownRecord: Translated<typeof OWN_RECORD_WORDS>;
	readonly password: Translated<typeof PASSWORD_WORDS>;
	readonly consultants: Translated<typeof CONSULTANT_WORDS>;
	readonly support: Translated<typeof SUPPORT_WORDS>;
	readonly feedback: Translated<typeof FEEDBACK_WORDS>;
	readonly leaving: Translated<typeof LEAVING_WORDS>;
	readonly teaching: Translated<typeof TEACHING_WORDS>;
	readonly writing: Translated<typeof WRITING_WORDS>;
	readonly yearly: Translated<typeof YEARLY_WORDS>;
};
