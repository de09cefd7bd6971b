/** Which versions of the policies there are, for whoever has accepted an earlier one; English, like their text. */

type PolicyVersions = {
	/** Raised with every change. */
	readonly version: number;
	/** YYYY-MM-DD: last updated. */
	readonly date: string;
	/** What matters of each version that changes what somebody agreed to. */
	readonly changes: readonly { readonly version: number; readonly text: string }[];
};

export const POLICY_VERSIONS: Readonly<Record<'privacy' | 'terms', PolicyVersions>> = {
	privacy: {
		version: 2,
		date: '2026-11-27',
		changes: [
			{
				version: 1,
				text: 'The first version: what the server knows of staff and visitors, why, and for how long.'
			},
			{
				version: 2,
				text: 'From where staff sign in is kept as a fingerprint, so that a mail can tell them of a new place.'
			}
		]
	},
	terms: {
		version: 1,
		date: '2026-11-27',
		changes: [
			{ version: 1, text: 'The first version of the rules by which a clinic uses the app.' }
		]
	}
};

/** Whether this version changes what somebody agreed to: staff are asked again. */
export const isMaterial = ({ version, changes }: PolicyVersions): boolean =>
	changes.some((change) => change.version === version);
