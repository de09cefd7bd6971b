/** What a visitor of the public pages allows to be stored and counted, and what is stored under it. */
export type Allowed = { readonly functional: boolean; readonly analytics: boolean };
type Appearance = 'auto' | 'light' | 'dark';

/** Raised when the text of the choice changes what is agreed to: an older choice then counts as none. */
const VERSION = 1;
const CHOICE = 'vultus.public';
const LOOK = 'vultus.public.look';
const NOTHING: Allowed = { functional: false, analytics: false };

type Kept = Allowed & { readonly version: number; readonly day: string };

/**
 * Nothing is stored before something is allowed, and nothing is left once it is refused: so a refusal
 * leaves no trace either, and nobody is asked again by a banner. Works where storage is blocked.
 */
export class VisitorChoice {
	allowed = $state.raw<Allowed>(NOTHING);
	/** YYYY-MM-DD; null where nothing is allowed. */
	since = $state<string | null>(null);
	look = $state<Appearance>('auto');

	constructor() {
		const kept = parsed(read(CHOICE));
		if (kept === null) return;
		this.allowed = { functional: kept.functional, analytics: kept.analytics };
		this.since = kept.day;
		const look = read(LOOK);
		if (kept.functional && (look === 'light' || look === 'dark')) this.look = look;
	}

	/** `day`: YYYY-MM-DD. Takes back what it does not allow. */
	choose(allowed: Allowed, day: string): void {
		this.allowed = allowed;
		if (!allowed.functional) remove(LOOK);
		if (allowed.functional || allowed.analytics) {
			this.since = day;
			const kept: Kept = { version: VERSION, day, ...allowed };
			write(CHOICE, JSON.stringify(kept));
			if (allowed.functional) this.#keepLook();
		} else {
			this.since = null;
			remove(CHOICE);
		}
	}

	wear(look: Appearance): void {
		this.look = look;
		if (this.allowed.functional) this.#keepLook();
	}

	#keepLook(): void {
		if (this.look === 'auto') remove(LOOK);
		else write(LOOK, this.look);
	}
}

function parsed(text: string | null): Kept | null {
	if (text === null) return null;
	try {
		const { version, day, functional, analytics } = JSON.parse(text) as Partial<Kept>;
		if (version !== VERSION || typeof day !== 'string') return null;
		return { version, day, functional: functional === true, analytics: analytics === true };
	} catch {
		return null;
	}
}

/** A browser that stores nothing refuses even to be asked. */
function attempted<T>(work: () => T): T | null {
	try {
		return work();
	} catch {
		return null;
	}
}

const read = (key: string): string | null => attempted(() => localStorage.getItem(key));

function write(key: string, value: string): void {
	attempted(() => {
		localStorage.setItem(key, value);
	});
}

function remove(key: string): void {
	attempted(() => {
		localStorage.removeItem(key);
	});
}
