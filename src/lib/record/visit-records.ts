import { sparesMinors, type Region } from '../intake/index.ts';
import { newId } from '../vault/index.ts';
import { keepOnly, theOnly, type FolderPen } from './folder-pen.ts';
import { DEFAULT_AGE_RULE, limitsOf } from './history-in.ts';
import { versionOf } from './treatment-plan.ts';
import type { AgeRule, Concern, FolderId, PlanContent, VisitLimits, VisitPlace } from './types.ts';

/** What was said in a visit, what is meant to be done, and what may not be. Errors: AppError `vault.*`. */
export class VisitRecords {
	readonly #pen: FolderPen;
	readonly #clinic: FolderId;

	constructor(pen: FolderPen, clinic: FolderId) {
		this.#pen = pen;
		this.#clinic = clinic;
	}

	/** All of them, in the place of those that were kept. */
	setConcerns({ folder, consultation }: VisitPlace, list: readonly Concern[]): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const before = entries.find(
				({ entry }) => entry.kind === 'concerns' && entry.consultation === consultation
			);
			const id = before?.id ?? newId();
			await this.#pen.save(folder, {
				deed: 'concerns-changed',
				record: id,
				entries: [{ id, entry: { kind: 'concerns', consultation, list } }]
			});
		});
	}

	/** All of it, as it is now; what others wrote of it stays (`versionOf`). */
	setTreatmentPlan({ folder, consultation }: VisitPlace, content: PlanContent): Promise<void> {
		return this.#pen.turn(async () => {
			const { by, now } = this.#pen;
			const { entries } = await this.#pen.contents(folder);
			const kept = versionOf(entries, consultation, content, { at: now(), by });
			await this.#pen.save(folder, {
				deed: 'treatment-plan-changed',
				record: kept.id,
				entries: [kept]
			});
		});
	}

	/** What may not be shown in a visit. */
	limitsOf({ folder, consultation }: VisitPlace): Promise<VisitLimits> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			return limitsOf(entries, consultation, await this.#ageRule(), this.#pen.now());
		});
	}

	ageRule(): Promise<AgeRule> {
		return this.#pen.turn(() => this.#ageRule());
	}

	setAgeRule(rule: AgeRule): Promise<void> {
		const entry = { kind: 'age-rule', ...rule } as const;
		return this.#pen.turn(() => keepOnly(this.#pen, this.#clinic, 'age-rule-set', entry));
	}

	/** Where the clinic works; its rule becomes what holds there, until it says otherwise. */
	async setRegion(region: Region): Promise<AgeRule> {
		const rule = { noInjectables: sparesMinors(region), region };
		await this.setAgeRule(rule);
		return rule;
	}

	/** Not until the clinic says so. */
	givesAdvice(): Promise<boolean> {
		return this.#pen.turn(
			async () => (await theOnly(this.#pen, this.#clinic, 'advice-rule'))?.entry.isOn ?? false
		);
	}

	setGivesAdvice(isOn: boolean): Promise<void> {
		const entry = { kind: 'advice-rule', isOn } as const;
		return this.#pen.turn(() => keepOnly(this.#pen, this.#clinic, 'advice-rule-set', entry));
	}

	/** The clinic's one, or the usual one. */
	async #ageRule(): Promise<AgeRule> {
		const kept = await theOnly(this.#pen, this.#clinic, 'age-rule');
		if (kept === undefined) return DEFAULT_AGE_RULE;
		const { noInjectables, region } = kept.entry;
		return region === undefined ? { noInjectables } : { noInjectables, region };
	}
}
