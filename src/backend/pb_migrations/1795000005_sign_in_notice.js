/// A mail tells of a sign-in from a new place: an address and a browser that this account was not used from before.
migrate((app) => {
	const whom = {
		users: 'whoever manages your clinic’s account at once: they can switch it off',
		operators: 'whoever runs this server at once: they can give it another password'
	};
	for (const name of Object.keys(whom)) {
		const collection = app.findCollectionByNameOrId(name);
		collection.authAlert.enabled = true;
		collection.authAlert.emailTemplate.subject = 'A sign-in to {APP_NAME} from a new place';
		// Neither address nor browser: what a browser calls itself is what somebody typed.
		collection.authAlert.emailTemplate.body = `<p>Somebody signed in to your {APP_NAME} account from a network or a browser that it was not used from before.</p><p>If it was you, there is nothing to do. If it was not, tell ${whom[name]}, which ends every session.</p>`;
		app.save(collection);
	}
});
