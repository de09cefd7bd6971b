import type { Translation } from './translation.ts';
import { gestures, keys, studio } from './ar.ts';
import { advice, advices } from './advice.ar.ts';
import { capture } from './capture.ar.ts';
import { rules } from './clinic-rules.ar.ts';
import { starts } from './consent-starts.ar.ts';
import { console, deeds } from './console.ar.ts';
import { consultants } from './consultants.ar.ts';
import { device } from './device.ar.ts';
import { errors, refusals } from './errors.ar.ts';
import { feedback } from './feedback.ar.ts';
import { follow } from './follow.ar.ts';
import { flags, history, historyItems, historyOptions, historyPages, kinds } from './history.ar.ts';
import { leaving } from './leaving.ar.ts';
import { licence } from './licence.ar.ts';
import { lost } from './lost.ar.ts';
import { notices, warnings } from './notices.ar.ts';
import { outcomes } from './outcomes.ar.ts';
import { bases, classes, fields, fileDeeds, oversight, recipients } from './oversight.ar.ts';
import { account } from './own-account.ar.ts';
import { ownRecord } from './own-record.ar.ts';
import { closing, papers } from './papers.ar.ts';
import { password } from './password.ar.ts';
import { plan } from './plan.ar.ts';
import { privacy, purposes, rights } from './privacy.ar.ts';
import { publicPages } from './public.ar.ts';
import { leadConsent, records } from './records.ar.ts';
import { timeline } from './timeline.ar.ts';
import { support } from './support.ar.ts';
import { teaching } from './teaching.ar.ts';
import { lines, treatments } from './treatments.ar.ts';
import { triptych } from './triptych.ar.ts';
import { photoConsent, visit } from './visit.ar.ts';
import { writing } from './writing.ar.ts';
import { yearly } from './yearly.ar.ts';

export const ar: Translation = {
	publicPages,
	studio,
	gestures,
	keys,
	errors,
	refusals,
	warnings,
	notices,
	treatments,
	lines,
	capture,
	console,
	deeds,
	device,
	follow,
	history,
	historyPages,
	historyItems,
	historyOptions,
	flags,
	kinds,
	advice,
	advices,
	licence,
	outcomes,
	papers,
	closing,
	starts,
	plan,
	rules,
	records,
	leadConsent,
	timeline,
	lost,
	triptych,
	visit,
	photoConsent,
	privacy,
	purposes,
	rights,
	oversight,
	classes,
	recipients,
	bases,
	fields,
	fileDeeds,
	account,
	ownRecord,
	password,
	consultants,
	support,
	feedback,
	leaving,
	teaching,
	writing,
	yearly
};
