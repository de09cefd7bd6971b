/** Runs work one after another, whatever becomes of it. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const run = last.then(work);
		last = run.catch(() => undefined);
		return run;
	};
}
