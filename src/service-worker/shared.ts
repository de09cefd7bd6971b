/**
 * A photograph that another app has shared. It waits in this worker's memory for the page that the
 * share opens, and nowhere else: it is asked for once, and forgotten after a minute.
 */
const PATIENCE_MS = 60_000;

/** Where the web manifest sends it, and the name of the field. */
export const SHARE = '/share';
const FIELD = 'photo';

let waiting: { readonly file: File; readonly over: () => void } | null = null;

/** Leads to the page that asks for it. `keep`: this worker lives as long as the photograph waits. */
export async function receive(
	request: Request,
	keep: (work: Promise<unknown>) => void
): Promise<Response> {
	const file = await request
		.formData()
		.then((form) => form.get(FIELD))
		.catch(() => null);
	waiting?.over();
	if (file instanceof File) {
		keep(
			new Promise<null>((resolve) => {
				const over = (): void => {
					clearTimeout(patience);
					waiting = null;
					resolve(null);
				};
				const patience = setTimeout(over, PATIENCE_MS);
				waiting = { file, over };
			})
		);
	}
	return Response.redirect('/?shared', 303);
}

export function takeShared(): File | null {
	const file = waiting?.file ?? null;
	waiting?.over();
	return file;
}
