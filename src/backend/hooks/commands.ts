/** What the server is told on its command line, once. Passwords come by standard input, never as arguments. */
import { add, found, select } from './call.ts';
import { begin, planByCode } from './clinic-state.ts';
import { newUser, strongPassword } from './invitations.ts';
import { $os, $security, goText, type App } from './pocketbase.ts';

/** Migrations, and the settings that the environment gives. */
export function prepare(app: App): void {
	app.runAllMigrations();
	const settings = app.settings() as unknown as {
		readonly meta: { appURL: string; senderAddress: string; senderName: string };
		readonly trustedProxy: { headers: readonly string[] };
	};
	settings.meta.appURL = $os.getenv('VULTUS_URL') || 'http://localhost';
	settings.meta.senderName = 'Vultus';
	settings.meta.senderAddress = $os.getenv('VULTUS_MAIL_FROM') || 'vultus@localhost.invalid';
	const proxy = $os.getenv('VULTUS_PROXY_HEADER');
	settings.trustedProxy.headers = proxy === '' ? [] : [proxy];
	(app.save as (model: unknown) => void)(settings);
}

/** Of someone who types or pipes it in. */
function passwordFromInput(): string {
	return strongPassword(goText($os.readFile('/dev/stdin')).replace(/\r?\n$/, ''));
}

/** Makes a superuser, or gives an existing one another password. */
export function superuser(app: App, email: string): void {
	const password = passwordFromInput();
	const row = found(() => app.findAuthRecordByEmail('_superusers', email));
	if (row === undefined) add(app, '_superusers', { email, password });
	else {
		row.setPassword(password);
		app.save(row);
	}
}

/** Makes an operator, or gives an existing one another password. */
export function operator(app: App, email: string): void {
	const password = passwordFromInput();
	const row = found(() => app.findAuthRecordByEmail('operators', email));
	if (row === undefined) {
		add(app, 'operators', { email, password, name: 'Operator', active: true, verified: true });
	} else {
		row.setPassword(password);
		app.save(row);
	}
}

export type Credentials = {
	readonly role: string;
	readonly email: string;
	readonly password: string;
};

/** On an empty data folder: a clinic to try things with. Gives its people, whose passwords are kept nowhere. */
export function demo(app: App): readonly Credentials[] {
	const [{ clinics } = { clinics: 0 }] = select(
		app,
		{ clinics: 0 },
		'SELECT COUNT(*) AS clinics FROM clinics'
	);
	if (clinics > 0) return [];
	const now = Math.floor(Date.now() / 1000);
	const people = (['owner', 'practitioner', 'assistant', 'operator'] as const).map((role) => ({
		role,
		email: `${role}@demo.example`,
		password: $security.randomString(14)
	}));
	app.runInTransaction((tx) => {
		const clinic = add(tx, 'clinics', {
			name: 'Demo clinic',
			status: 'active',
			region: 'IE',
			registration: 'DEMO',
			authority: 'None: a demonstration',
			applicantName: 'Demo owner',
			applicantEmail: 'owner@demo.example',
			attestedAt: now
		});
		begin(tx, clinic.id, planByCode(tx, 'practice'), 0);
		for (const { role, email, password } of people) {
			if (role === 'operator') {
				add(tx, 'operators', {
					email,
					password,
					name: 'Demo operator',
					active: true,
					verified: true
				});
			} else newUser(tx, { clinic: clinic.id, email, name: `Demo ${role}`, role, password });
		}
	});
	return people;
}
