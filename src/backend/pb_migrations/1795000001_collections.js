/// All collections. Every rule stays null: what may be done is a route (docs/backend.md). No file fields.
migrate((app) => {
	const ROLES = ['owner', 'admin', 'practitioner', 'consultant', 'assistant', 'auditor'];

	const text = (name, max, more) => ({ type: 'text', name, max, ...more });
	const needed = (name, max, more) => text(name, max, { required: true, ...more });
	const whole = (name, more) => ({ type: 'number', name, onlyInt: true, min: 0, ...more });
	const bool = (name) => ({ type: 'bool', name });
	const oneOf = (name, values) => ({ type: 'select', name, values, maxSelect: 1, required: true });
	const json = (name, maxSize) => ({ type: 'json', name, maxSize });
	const created = { type: 'autodate', name: 'created', onCreate: true };
	const to = (collection, name, more) => ({
		type: 'relation',
		name,
		collectionId: collection.id,
		maxSelect: 1,
		required: true,
		cascadeDelete: true,
		...more
	});
	const base = (name, fields, indexes) => {
		const collection = new Collection({
			type: 'base',
			name,
			fields: [...fields, created],
			indexes: (indexes || []).map(
				([kind, columns]) =>
					`CREATE ${kind} idx_${name}_${columns.replace(/[^a-zA-Z]+/g, '_')} ON ${name} (${columns})`
			)
		});
		app.save(collection);
		return collection;
	};
	const INDEX = 'INDEX';
	const UNIQUE = 'UNIQUE INDEX';

	const plans = base(
		'plans',
		[
			needed('code', 40, { pattern: '^[a-z][a-z0-9-]*$' }),
			needed('name', 80),
			whole('seats', { min: 1, required: true }),
			whole('devices', { min: 1, required: true }),
			// Visits a month; 0: no limit.
			whole('visits'),
			// Unused serials that a device holds for work offline, where there is a limit.
			whole('prepaid', { min: 1, max: 50, required: true }),
			whole('leaseDays', { min: 1, max: 30, required: true }),
			json('features', 500),
			whole('price'),
			text('currency', 3),
			// The processor's hosted payment page.
			text('checkout', 300, { pattern: '^https://' })
		],
		[[UNIQUE, 'code']]
	);

	const clinics = base(
		'clinics',
		[
			needed('name', 120),
			oneOf('status', ['applied', 'active', 'suspended', 'refused', 'closing', 'closed']),
			needed('region', 2),
			needed('registration', 60),
			needed('authority', 120),
			needed('applicantName', 120),
			needed('applicantEmail', 200),
			whole('attestedAt', { required: true }),
			whole('leadKeyVersion'),
			text('leadRecipient', 100),
			whole('closesAt')
		],
		[[INDEX, 'status, created, id']]
	);

	const secure = (collection, mfaRule) => {
		collection.listRule = null;
		collection.viewRule = null;
		collection.createRule = null;
		collection.updateRule = null;
		collection.deleteRule = null;
		collection.manageRule = null;
		collection.authToken.duration = 12 * 3600;
		collection.fields.getByName('password').cost = 12;
		collection.fields.getByName('password').min = 10;
		collection.passwordAuth.enabled = true;
		collection.oauth2.enabled = false;
		collection.authAlert.enabled = false;
		collection.otp.enabled = true;
		collection.otp.length = 8;
		collection.otp.duration = 300;
		collection.mfa.enabled = true;
		collection.mfa.duration = 600;
		collection.mfa.rule = mfaRule;
		// What stands after # is sent to no server, so no log can hold it.
		collection.resetPasswordTemplate.body =
			'<p>Choose a new password for {APP_NAME}: <a href="{APP_URL}/reset#{TOKEN}">{APP_URL}/reset#{TOKEN}</a></p><p>If you did not ask for this, nothing has changed.</p>';
		collection.confirmEmailChangeTemplate.body =
			'<p>Use this address for {APP_NAME}: <a href="{APP_URL}/confirm-address#{TOKEN}">{APP_URL}/confirm-address#{TOKEN}</a></p><p>If you did not ask for this, nothing has changed.</p>';
		collection.otp.emailTemplate.subject = 'Your {APP_NAME} code';
		collection.otp.emailTemplate.body =
			'<p>Your code is <strong>{OTP}</strong>. It works once, for five minutes.</p><p>If you are not signing in, change your password: somebody knows it.</p>';
	};

	const users = app.findCollectionByNameOrId('users');
	users.fields.removeByName('avatar');
	users.fields.removeByName('name');
	users.fields.add(new RelationField(to(clinics, 'clinic')));
	users.fields.add(new TextField(needed('name', 120)));
	users.fields.add(new SelectField(oneOf('role', ROLES)));
	users.fields.add(new BoolField(bool('active')));
	users.fields.add(new BoolField(bool('productNews')));
	users.fields.add(new NumberField(whole('lastSeen')));
	users.addIndex('idx_users_clinic', false, 'clinic', '');
	secure(users, 'role = "owner" || role = "admin"');
	users.authRule = 'active = true && (clinic.status = "active" || clinic.status = "closing")';
	app.save(users);

	const operators = new Collection({ type: 'auth', name: 'operators' });
	operators.fields.add(new TextField(needed('name', 120)));
	operators.fields.add(new BoolField(bool('active')));
	secure(operators, '');
	operators.authRule = 'active = true';
	app.save(operators);

	const clinic = to(clinics, 'clinic');
	const user = to(users, 'user', { cascadeDelete: false });

	base(
		'invitations',
		[
			clinic,
			needed('email', 200),
			oneOf('role', ROLES),
			needed('hash', 64, { hidden: true }),
			whole('expires', { required: true }),
			whole('used')
		],
		[
			[UNIQUE, 'hash'],
			[INDEX, 'clinic']
		]
	);

	const devices = base(
		'devices',
		[
			clinic,
			user,
			needed('name', 80),
			oneOf('kind', ['tablet', 'phone', 'computer']),
			needed('publicKey', 87),
			needed('jkt', 43),
			needed('recipient', 100),
			oneOf('state', ['pending', 'approved', 'revoked']),
			text('flag', 10),
			whole('ackSeq'),
			needed('ackHead', 43),
			whole('ackAt'),
			whole('serialNext', { min: 1, required: true }),
			whole('serialTo'),
			// Until when receipts of a lease without a limit may come in.
			whole('openUntil'),
			whole('provisionalFrom'),
			whole('lastSeen')
		],
		[
			[UNIQUE, 'jkt'],
			[INDEX, 'clinic'],
			[INDEX, 'user']
		]
	);

	base(
		'subscriptions',
		[
			clinic,
			to(plans, 'plan', { cascadeDelete: false }),
			oneOf('state', ['trial', 'active', 'overdue', 'ended']),
			// 0: no end.
			whole('paidUntil'),
			whole('seats', { min: 1, required: true }),
			whole('devices', { min: 1, required: true }),
			whole('visits'),
			// Visits granted in `month`.
			whole('used'),
			text('month', 7),
			text('customer', 100, { hidden: true })
		],
		[
			[UNIQUE, 'clinic'],
			[INDEX, 'customer']
		]
	);

	base(
		'leases',
		[clinic, to(devices, 'device'), user, needed('requestId', 43), needed('payload', 2000)],
		[
			[UNIQUE, 'device, requestId'],
			[INDEX, 'clinic, created, id']
		]
	);

	base(
		'receipts',
		[
			clinic,
			to(devices, 'device'),
			whole('seq', { min: 1, required: true }),
			whole('at'),
			whole('serial', { min: 1, required: true }),
			whole('kind'),
			needed('random', 22)
		],
		[
			[UNIQUE, 'device, seq'],
			[INDEX, 'clinic, at']
		]
	);

	base(
		'leads',
		[
			clinic,
			to(users, 'by', { required: false, cascadeDelete: false }),
			whole('keyVersion', { min: 1, required: true }),
			needed('sealed', 5500),
			oneOf('state', ['new', 'contacted', 'booked', 'closed'])
		],
		[
			[INDEX, 'clinic, created, id'],
			[INDEX, 'clinic, state, created, id']
		]
	);

	base(
		'leadKeys',
		[
			clinic,
			to(devices, 'device'),
			whole('version', { min: 1, required: true }),
			needed('wrapped', 2000)
		],
		[
			[UNIQUE, 'device, version'],
			[INDEX, 'clinic']
		]
	);

	base(
		'settings',
		[
			clinic,
			whole('version', { min: 1, required: true }),
			json('document', 2000),
			to(users, 'by', { required: false, cascadeDelete: false })
		],
		[[UNIQUE, 'clinic, version']]
	);

	base(
		'policies',
		[
			needed('kind', 40),
			whole('version', { min: 1, required: true }),
			needed('date', 10),
			bool('material'),
			needed('sha256', 43),
			needed('text', 60000)
		],
		[[UNIQUE, 'kind, version']]
	);

	base(
		'messages',
		[
			oneOf('kind', ['contact', 'demo', 'support']),
			needed('name', 120),
			needed('email', 200),
			needed('text', 4000)
		],
		[[INDEX, 'created, id']]
	);

	base(
		'auditEvents',
		[
			// Empty where no clinic is concerned.
			to(clinics, 'clinic', { required: false }),
			text('actor', 20),
			needed('action', 60),
			text('target', 60),
			bool('incident'),
			json('details', 2000)
		],
		[
			[INDEX, 'clinic, created, id'],
			[INDEX, 'incident, created, id']
		]
	);

	base(
		'invoices',
		[
			clinic,
			needed('processorId', 100),
			needed('number', 60),
			whole('amount'),
			needed('currency', 3),
			oneOf('state', ['open', 'paid', 'void', 'failed']),
			whole('date')
		],
		[
			[UNIQUE, 'processorId'],
			[INDEX, 'clinic']
		]
	);

	base('billingEvents', [needed('eventId', 100), needed('kind', 100)], [[UNIQUE, 'eventId']]);

	// Append-only even for code with a mistake. A purged clinic takes its events along.
	for (const name of ['auditEvents', 'settings']) {
		app
			.db()
			.newQuery(
				`CREATE TRIGGER ${name}_unchanged BEFORE UPDATE ON ${name} BEGIN SELECT RAISE(ABORT, 'append-only'); END`
			)
			.execute();
		app
			.db()
			.newQuery(
				`CREATE TRIGGER ${name}_kept BEFORE DELETE ON ${name}
				WHEN EXISTS (SELECT 1 FROM clinics WHERE id = OLD.clinic AND status <> 'closed')
				BEGIN SELECT RAISE(ABORT, 'append-only'); END`
			)
			.execute();
	}
});
