/// What visitors write and read: answered messages, counts of pages, versions that staff accepted, a clinic's notices.
migrate((app) => {
	const clinics = app.findCollectionByNameOrId('clinics');
	// Who patients turn to, as the clinic's papers say it.
	clinics.fields.add(new JSONField({ name: 'notices', maxSize: 4000 }));
	app.save(clinics);

	const messages = app.findCollectionByNameOrId('messages');
	// UTC seconds; 0: it waits.
	messages.fields.add(new NumberField({ name: 'answered', onlyInt: true, min: 0 }));
	app.save(messages);

	const created = { type: 'autodate', name: 'created', onCreate: true };
	const whole = (name) => ({ type: 'number', name, onlyInt: true, min: 1, required: true });
	const text = (name, max) => ({ type: 'text', name, max, required: true });
	const to = (collection, name) => ({
		type: 'relation',
		name,
		collectionId: app.findCollectionByNameOrId(collection).id,
		maxSelect: 1,
		required: true,
		cascadeDelete: true
	});
	app.save(
		new Collection({
			type: 'base',
			name: 'pageViews',
			fields: [text('page', 40), text('day', 10), whole('count'), created],
			indexes: ['CREATE UNIQUE INDEX idx_pageViews_page_day ON pageViews (page, day)']
		})
	);
	app.save(
		new Collection({
			type: 'base',
			name: 'acceptances',
			fields: [
				to('clinics', 'clinic'),
				to('users', 'user'),
				text('kind', 40),
				whole('version'),
				created
			],
			indexes: [
				'CREATE UNIQUE INDEX idx_acceptances_user_kind_version ON acceptances (user, kind, version)'
			]
		})
	);
});
