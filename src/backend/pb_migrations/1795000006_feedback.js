/// Feedback of staff is a message that need not say who wrote it.
migrate((app) => {
	const messages = app.findCollectionByNameOrId('messages');
	messages.fields.getByName('kind').values = ['contact', 'demo', 'support', 'feedback'];
	messages.fields.getByName('name').required = false;
	messages.fields.getByName('email').required = false;
	app.save(messages);
});
