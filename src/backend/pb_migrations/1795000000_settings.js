/// What PocketBase's own settings must be: little is logged, nothing unneeded is open.
migrate((app) => {
	const settings = app.settings();
	settings.meta.appName = 'Vultus';
	settings.meta.hideControls = true;
	settings.batch.enabled = false;
	settings.logs.maxDays = 14;
	// Addresses are written by the sign-in hooks alone.
	settings.logs.logIP = false;
	settings.logs.logAuthId = false;
	settings.rateLimits.enabled = true;
	settings.rateLimits.rules = [
		{ label: '*:auth', audience: '', duration: 60, maxRequests: 60 },
		{ label: '*:requestPasswordReset', audience: '', duration: 300, maxRequests: 10 },
		{ label: '*:requestOTP', audience: '', duration: 300, maxRequests: 20 },
		{ label: '/api/', audience: '', duration: 10, maxRequests: 300 }
	];
	app.save(settings);

	// PocketBase prints a link that makes a superuser as long as there is none. This one can sign in to
	// nothing: nobody knows its password.
	const superusers = app.findCollectionByNameOrId('_superusers');
	if (app.countRecords(superusers) === 0) {
		const nobody = new Record(superusers);
		nobody.set('email', 'nobody@vultus.invalid');
		nobody.set('password', $security.randomString(50));
		app.save(nobody);
	}
});
