/** `make`, done again only for something else than the last time; `From` is plain data. */
export function remembered<From, To>(make: (from: From) => To): (from: From) => To {
	let last: { readonly key: string; readonly made: To } | null = null;
	return (from) => {
		const key = JSON.stringify(from);
		if (last?.key !== key) last = { key, made: make(from) };
		return last.made;
	};
}
