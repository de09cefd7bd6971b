/// An operator has an account page: it ends the other sessions, and there they choose whether messages are told of by mail.
migrate((app) => {
	const operators = app.findCollectionByNameOrId('operators');
	operators.fields.add(new BoolField({ type: 'bool', name: 'quiet' }));
	operators.authAlert.emailTemplate.body =
		'<p>Somebody signed in to your {APP_NAME} account from a network or a browser that it was not used from before.</p><p>If it was you, there is nothing to do. If it was not, change your password at once, at <a href="{APP_URL}/operator/account">{APP_URL}/operator/account</a>: that ends every other session. And tell whoever runs this server.</p>';
	app.save(operators);
});
