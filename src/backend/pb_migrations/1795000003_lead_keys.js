/// The leads' key: its copy for the owner's recovery kit, whether it should be changed, and what stays of a lead.
migrate((app) => {
	const clinics = app.findCollectionByNameOrId('clinics');
	clinics.fields.add(new TextField({ name: 'leadRecovery', max: 6000, hidden: true }));
	// A device that could open leads was revoked since the key was made.
	clinics.fields.add(new BoolField({ name: 'leadKeyStale' }));
	app.save(clinics);

	const keys = app.findCollectionByNameOrId('leadKeys');
	keys.fields.getByName('wrapped').max = 5000;
	app.save(keys);

	// `gone`: deleted, or past its time. The id stays, so that a restored device cannot send it again.
	const leads = app.findCollectionByNameOrId('leads');
	leads.fields.getByName('sealed').required = false;
	leads.fields.getByName('state').values = ['new', 'contacted', 'booked', 'closed', 'gone'];
	app.save(leads);
});
