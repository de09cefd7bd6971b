/** The middle of the values in order, the upper one of two. Of none there is no median. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
