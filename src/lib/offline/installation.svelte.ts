import { isAppleMobile, isInstalled, type InstallPrompt } from './installation.ts';

const KEY = 'vultus.install';

/** `tried`: a photograph was opened here once. `declined`: nobody wants to be asked again. */
type Remembered = 'tried' | 'declined' | null;

/** Making the app one of the device's own, offered once somebody has seen what it is for. */
export class Installation {
	/** The browser's own question, where it has one; told to the page, which keeps it until wanted. */
	prompt: InstallPrompt | null = $state.raw(null);
	isInstalled = $state(isInstalled());
	#remembered: Remembered = $state(read());
	/** By the browser's question, by hand through Safari's menu, or not at all. */
	readonly way: 'prompt' | 'home-screen' | null = $derived.by(() => {
		if (this.isInstalled) return null;
		if (this.prompt !== null) return 'prompt';
		return isAppleMobile() ? 'home-screen' : null;
	});
	readonly isOffered: boolean = $derived.by(
		() => this.way !== null && this.#remembered === 'tried'
	);

	constructor() {
		addEventListener('appinstalled', () => (this.isInstalled = true));
	}

	/** A photograph was opened. */
	noteUse(): void {
		if (this.#remembered === null) this.#remember('tried');
	}

	/** Best done on a touch: the browser asks the user. */
	async install(): Promise<void> {
		const { prompt } = this;
		if (prompt === null) return;
		// It can be used once.
		this.prompt = null;
		const { outcome } = await prompt.prompt();
		if (outcome === 'dismissed') this.decline();
	}

	/** Not offered on the first screen again; the settings go on offering it. */
	decline(): void {
		this.#remember('declined');
	}

	#remember(what: 'tried' | 'declined'): void {
		this.#remembered = what;
		try {
			localStorage.setItem(KEY, what);
		} catch {
			// Full or forbidden: it is offered again another day.
		}
	}
}

function read(): Remembered {
	try {
		const stored = localStorage.getItem(KEY);
		return stored === 'tried' || stored === 'declined' ? stored : null;
	} catch {
		return null;
	}
}
