import { sparesMinors, type Region } from '../intake/index.ts';
import { newId } from '../vault/index.ts';
import type { FolderPen } from './folder-pen.ts';
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
			const { rule } = await this.#ageRule();
			return limitsOf(entries, consultation, rule, this.#pen.now());
		});
	}

	async ageRule(): Promise<AgeRule> {
		return (await this.#pen.turn(() => this.#ageRule())).rule;
	}

	setAgeRule(rule: AgeRule): Promise<void> {
		return this.#pen.turn(async () => {
			const { id } = await this.#ageRule();
			await this.#pen.save(this.#clinic, {
				deed: 'age-rule-set',
				record: id,
				entries: [{ id, entry: { kind: 'age-rule', ...rule } }]
			});
		});
	}

	/** Where the clinic works; its rule becomes what holds there, until it says otherwise. */
	async setRegion(region: Region): Promise<AgeRule> {
		const rule = { noInjectables: sparesMinors(region), region };
		await this.setAgeRule(rule);
		return rule;
	}

	async givesAdvice(): Promise<boolean> {
		return (await this.#pen.turn(() => this.#adviceRule())).isOn;
	}

	setGivesAdvice(isOn: boolean): Promise<void> {
		return this.#pen.turn(async () => {
			const { id } = await this.#adviceRule();
			await this.#pen.save(this.#clinic, {
				deed: 'advice-rule-set',
				record: id,
				entries: [{ id, entry: { kind: 'advice-rule', isOn } }]
			});
		});
	}

	/** Off until the clinic says otherwise. */
	async #adviceRule(): Promise<{ readonly id: string; readonly isOn: boolean }> {
		const { entries } = await this.#pen.contents(this.#clinic);
		for (const { id, entry } of entries) {
			if (entry.kind === 'advice-rule') return { id, isOn: entry.isOn };
		}
		return { id: newId(), isOn: false };
	}

	/** The clinic's one, or the usual one under a new id. */
	async #ageRule(): Promise<{ readonly id: string; readonly rule: AgeRule }> {
		const { entries } = await this.#pen.contents(this.#clinic);
		for (const { id, entry } of entries) {
			if (entry.kind !== 'age-rule') continue;
			const { noInjectables, region } = entry;
			const rule = region === undefined ? { noInjectables } : { noInjectables, region };
			return { id, rule };
		}
		return { id: newId(), rule: DEFAULT_AGE_RULE };
	}
}
