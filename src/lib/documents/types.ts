/** What a clinic's papers are written from. Empty texts are left out of them; see `missingIn`. */
export type Facts = {
	/** As the account has it. */
	readonly clinic: string;
	/** Who is responsible in law, where patients turn to, and whom they may complain to. */
	readonly controller: string;
	readonly address: string;
	readonly email: string;
	readonly phone: string;
	/** Who answers for data protection. */
	readonly officer: string;
	readonly authority: string;
	readonly authorityContact: string;
	/** The clinic's instruction (`settings` of the server), its version and its day, YYYY-MM-DD. */
	readonly instruction: {
		readonly version: number;
		readonly day: string;
		readonly recordRetentionYears: number;
		readonly leadRetentionDays: number;
		readonly leads: boolean;
		readonly exports: boolean;
	};
	/** On which the paper is made, YYYY-MM-DD. */
	readonly day: string;
};

export const DOCUMENTS = [
	'notice',
	'terms',
	'record',
	'retention',
	'subprocessors',
	'incident',
	'risks',
	'dpia',
	'review',
	'devices'
] as const;
export type DocumentId = (typeof DOCUMENTS)[number];

export const NEEDED = ['controller', 'address', 'email', 'authority'] as const;
