/**
 * What the payment processor tells. Its signature: HMAC-SHA-256 over `t.body` by Stripe's published scheme
 * (https://docs.stripe.com/webhooks#verify-manually), no older than five minutes.
 */
import { add, found, note, ok, type Answer, type Call } from './call.ts';
import { count } from './clinic-state.ts';
import { Failure } from './failure.ts';
import { $os, $security, goText, type App, type Row } from './pocketbase.ts';

const TOLERANCE = 300;
const MOST = 64 * 1024;

/** Whether one of the header's signatures is that of `body`. */
export function isFromProcessor(
	body: string,
	header: string,
	secret: string,
	now: number
): boolean {
	const parts = header.split(',').map((part) => part.trim().split('='));
	const time = parts.find(([name]) => name === 't')?.[1] ?? '';
	if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time)) > TOLERANCE) return false;
	const expected = $security.hs256(`${time}.${body}`, secret);
	return parts.some(([name, value = '']) => name === 'v1' && $security.equal(value, expected));
}

type Processed = {
	readonly id: string;
	readonly type: string;
	readonly data: {
		readonly object: {
			readonly id?: string;
			readonly customer?: string;
			readonly client_reference_id?: string;
			readonly number?: string;
			readonly amount_due?: number;
			readonly currency?: string;
			readonly created?: number;
			readonly status?: string;
			readonly period_end?: number;
		};
	};
};

export function webhook({ app, event, now }: Call): Answer {
	const secret = $os.getenv('VULTUS_BILLING_SECRET');
	const body = goText(event.request.body, MOST);
	const header = event.request.header.get('Stripe-Signature');
	if (secret === '' || !isFromProcessor(body, header, secret, now)) {
		throw new Failure(400, 'billing.signature', 'Not signed by the processor.');
	}
	const told = JSON.parse(body) as Processed;
	app.runInTransaction((tx) => {
		// Processors send an event until it is answered, and some again after that.
		if (count(tx, 'billingEvents WHERE eventId = {:id}', { id: told.id }) > 0) return;
		add(tx, 'billingEvents', { eventId: told.id, kind: told.type });
		apply(tx, told);
	});
	return ok({});
}

function apply(tx: App, { type, data: { object } }: Processed): void {
	if (type === 'checkout.session.completed') {
		const clinic = object.client_reference_id ?? '';
		const row = subscription(tx, 'clinic', clinic);
		if (row === undefined) return;
		row.set('customer', object.customer ?? '');
		row.set('state', 'active');
		tx.save(row);
		note(tx, { clinic, actor: '', action: 'billing.began' });
		return;
	}
	const row = subscription(tx, 'customer', object.customer ?? '');
	if (row === undefined) return;
	const clinic = row.getString('clinic');
	if (type.startsWith('invoice.')) {
		invoice(tx, clinic, object);
		if (type === 'invoice.paid') {
			row.set('state', 'active');
			row.set('paidUntil', object.period_end ?? row.getInt('paidUntil'));
		}
		if (type === 'invoice.payment_failed') {
			row.set('state', 'overdue');
			note(tx, { clinic, actor: '', action: 'billing.failed', incident: true });
		}
	}
	if (type === 'customer.subscription.deleted') {
		row.set('state', 'ended');
		note(tx, { clinic, actor: '', action: 'billing.ended' });
	}
	tx.save(row);
}

function subscription(tx: App, field: 'clinic' | 'customer', value: string): Row | undefined {
	if (value === '') return undefined;
	return found(() => tx.findFirstRecordByFilter('subscriptions', `${field} = {:value}`, { value }));
}

const STATES: Readonly<Record<string, string>> = {
	paid: 'paid',
	void: 'void',
	uncollectible: 'failed'
};

function invoice(tx: App, clinic: string, object: Processed['data']['object']): void {
	const processorId = object.id ?? '';
	if (processorId === '') return;
	const values = {
		clinic,
		processorId,
		number: object.number ?? processorId,
		amount: object.amount_due ?? 0,
		currency: (object.currency ?? 'eur').toUpperCase(),
		state: STATES[object.status ?? ''] ?? 'open',
		date: object.created ?? 0
	};
	const row = found(() =>
		tx.findFirstRecordByFilter('invoices', 'processorId = {:processorId}', { processorId })
	);
	if (row === undefined) {
		add(tx, 'invoices', values);
		return;
	}
	row.set('state', values.state);
	tx.save(row);
}
