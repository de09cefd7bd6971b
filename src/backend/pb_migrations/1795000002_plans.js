/// The plans that there are to begin with; operators change clinics' subscriptions, not these.
migrate((app) => {
	const plans = app.findCollectionByNameOrId('plans');
	const features = ['simulate', 'compare', 'export'];
	for (const [code, name, seats, devices, price] of [
		['solo', 'Solo', 2, 2, 4900],
		['practice', 'Practice', 8, 6, 12900],
		['group', 'Group', 40, 30, 39900]
	]) {
		const plan = new Record(plans);
		plan.load({ code, name, seats, devices, features, price });
		plan.load({ visits: 0, prepaid: 10, leaseDays: 7, currency: 'EUR' });
		app.save(plan);
	}
});
