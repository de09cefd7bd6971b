type Seen = {
	readonly id: string;
	readonly photograph: { readonly view: string; readonly openedAt: number };
};

/**
 * What is compared unless somebody chooses: the newest photograph with the oldest of the same view, else
 * with the oldest of all. Null where there are not two. `photographs`: the oldest first.
 */
export function usualPair(
	photographs: readonly Seen[]
): readonly [earlier: string, later: string] | null {
	const newest = photographs.at(-1);
	const others = photographs.slice(0, -1);
	const alike = others.find(({ photograph }) => photograph.view === newest?.photograph.view);
	const earlier = alike ?? others[0];
	return newest === undefined || earlier === undefined ? null : [earlier.id, newest.id];
}
