/// Passwords are changed in the app: mails say where, and for how long their links work. Links that are tried are counted.
migrate((app) => {
	const whom = {
		users:
			'change your password at once, at <a href="{APP_URL}/console/account">{APP_URL}/console/account</a>: that ends every other session. And tell whoever manages your clinic’s account: they can switch it off',
		operators:
			'choose another password at once, by “Forgot the password?” at <a href="{APP_URL}/operator">{APP_URL}/operator</a>: that ends every session. And tell whoever runs this server'
	};
	const once =
		'<p>The link works once, for half an hour. If you did not ask for this, nothing has changed.</p>';
	for (const name of Object.keys(whom)) {
		const collection = app.findCollectionByNameOrId(name);
		collection.authAlert.emailTemplate.body = `<p>Somebody signed in to your {APP_NAME} account from a network or a browser that it was not used from before.</p><p>If it was you, there is nothing to do. If it was not, ${whom[name]}.</p>`;
		collection.passwordResetToken.duration = 1800;
		collection.emailChangeToken.duration = 1800;
		collection.resetPasswordTemplate.body = `<p>Choose a new password for {APP_NAME}: <a href="{APP_URL}/reset#{TOKEN}">{APP_URL}/reset#{TOKEN}</a></p>${once}`;
		collection.confirmEmailChangeTemplate.body = `<p>Use this address for {APP_NAME}: <a href="{APP_URL}/confirm-address#{TOKEN}">{APP_URL}/confirm-address#{TOKEN}</a></p>${once}`;
		app.save(collection);
	}

	const settings = app.settings();
	settings.rateLimits.rules = [
		{ label: '*:auth', audience: '', duration: 60, maxRequests: 60 },
		{ label: '*:requestPasswordReset', audience: '', duration: 300, maxRequests: 10 },
		{ label: '*:confirmPasswordReset', audience: '', duration: 300, maxRequests: 10 },
		{ label: '*:confirmEmailChange', audience: '', duration: 300, maxRequests: 10 },
		{ label: '*:requestOTP', audience: '', duration: 300, maxRequests: 20 },
		{ label: '/api/', audience: '', duration: 10, maxRequests: 300 }
	];
	app.save(settings);
});
