/** How much of the device this origin uses and may use, as far as the browser says. */
export type Space = {
	/** Bytes. */
	readonly used: number;
	/** Bytes, `used` among them; an estimate, which Chromium keeps vague on purpose. */
	readonly quota: number;
};

/** `low`: time to clear up. `full`: no photograph more; notes and erasing still have room. */
export type SpaceLevel = 'enough' | 'low' | 'full';

const LOW = 0.7;
const FULL = 0.9;
/** Bytes: a day's photographs, and room for what must be written about them. */
const FLOOR = 300e6;

export function levelOf({ used, quota }: Space): SpaceLevel {
	if (used >= FULL * quota || quota - used < FLOOR) return 'full';
	return used >= LOW * quota ? 'low' : 'enough';
}

/** Null where the browser does not say. */
export async function spaceNow(): Promise<Space | null> {
	try {
		const { usage, quota } = await navigator.storage.estimate();
		return usage === undefined || quota === undefined ? null : { used: usage, quota };
	} catch {
		return null;
	}
}
