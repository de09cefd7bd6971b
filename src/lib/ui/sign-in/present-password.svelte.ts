import { isAppError } from '../../errors.ts';

/** A password by which somebody shows who they are. That it is the wrong one is said beside its field. */
export class PresentPassword {
	#typed = $state('');
	isWrong = $state(false);

	get typed(): string {
		return this.#typed;
	}

	type(text: string): void {
		this.#typed = text;
		this.isWrong = false;
	}

	/** Whether `work` took it. Errors: as `work`, but for the wrong password. */
	async show(work: (password: string) => Promise<void>): Promise<boolean> {
		this.isWrong = false;
		try {
			await work(this.#typed);
			this.#typed = '';
			return true;
		} catch (reason) {
			if (!isAppError(reason, 'account.wrong-password')) throw reason;
			this.isWrong = true;
			return false;
		}
	}
}
