import type { Translation } from './translation.ts';
import { gestures, keys, studio } from './de.ts';
import { advice, advices } from './advice.de.ts';
import { capture } from './capture.de.ts';
import { rules } from './clinic-rules.de.ts';
import { starts } from './consent-starts.de.ts';
import { console, deeds } from './console.de.ts';
import { consultants } from './consultants.de.ts';
import { device } from './device.de.ts';
import { errors, refusals } from './errors.de.ts';
import { feedback } from './feedback.de.ts';
import { follow } from './follow.de.ts';
import { flags, history, historyItems, historyOptions, historyPages, kinds } from './history.de.ts';
import { leaving } from './leaving.de.ts';
import { licence } from './licence.de.ts';
import { lost } from './lost.de.ts';
import { notices, warnings } from './notices.de.ts';
import { outcomes } from './outcomes.de.ts';
import { bases, classes, fields, fileDeeds, oversight, recipients } from './oversight.de.ts';
import { account } from './own-account.de.ts';
import { ownRecord } from './own-record.de.ts';
import { closing, papers } from './papers.de.ts';
import { password } from './password.de.ts';
import { plan } from './plan.de.ts';
import { privacy, purposes, rights } from './privacy.de.ts';
import { publicPages } from './public.de.ts';
import { leadConsent, records } from './records.de.ts';
import { timeline } from './timeline.de.ts';
import { support } from './support.de.ts';
import { teaching } from './teaching.de.ts';
import { lines, treatments } from './treatments.de.ts';
import { triptych } from './triptych.de.ts';
import { photoConsent, visit } from './visit.de.ts';
import { writing } from './writing.de.ts';
import { yearly } from './yearly.de.ts';

export const de: Translation = {
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
