/** Every route of ours, in one table: who may call it, with what. The server and its tests are made of it. */
import * as billing from './billing.ts';
import {
	MANAGERS,
	OWNER,
	READERS,
	ROLES,
	USERS,
	type Answer,
	type Call,
	type Route,
	type Schema,
	type Who
} from './call.ts';
import * as clinic from './clinic.ts';
import * as devices from './devices.ts';
import * as invitations from './invitations.ts';
import * as leads from './leads.ts';
import * as looks from './looks.ts';
import * as operator from './operator.ts';
import * as policies from './policies.ts';
import * as renewals from './renewals.ts';
import * as visitors from './visitors.ts';
import type * as v from 'valibot';

const PREFIX = '/api/vultus';

const SMALL = 16 * 1024;
/** Two hundred receipts. */
const LARGE = 96 * 1024;
/** Forty copies of the leads' keys. */
const LARGEST = 256 * 1024;

type Method = Route['method'];

/** A route without a body. */
function plain(method: Method, path: string, who: Who, handle: (call: Call) => Answer): Route {
	return { method, path: PREFIX + path, who, schema: undefined, bytes: 0, handle };
}

function withBody<S extends Schema>(
	method: Method,
	path: string,
	who: Who,
	schema: S,
	handle: (call: Call<v.InferOutput<S>>) => Answer,
	bytes = SMALL
): Route {
	return { method, path: PREFIX + path, who, schema, bytes, handle };
}

export const ROUTES: readonly Route[] = [
	withBody('POST', '/applications', 'anybody', invitations.Application, invitations.apply),
	withBody('POST', '/invitations/look', 'anybody', invitations.Look, invitations.look),
	withBody('POST', '/invitations/accept', 'anybody', invitations.Accept, invitations.accept),
	plain('POST', '/messages/begin', 'anybody', visitors.beginMessage),
	withBody('POST', '/messages', 'anybody', visitors.Message, visitors.leaveMessage),
	withBody('POST', '/views', 'anybody', visitors.View, visitors.countView),
	plain('GET', '/policies', 'anybody', policies.policies),
	plain('POST', '/billing/webhook', 'anybody', billing.webhook),

	plain('GET', '/me', ROLES, clinic.me),
	withBody('PATCH', '/me', ROLES, clinic.Profile, clinic.changeProfile),
	withBody('POST', '/me/password', ROLES, clinic.Passwords, clinic.changePassword),
	withBody('POST', '/me/email', ROLES, clinic.NewAddress, clinic.changeAddress),
	plain('POST', '/me/sign-out', ROLES, clinic.signOut),
	plain('GET', '/me/places', ROLES, clinic.places),
	plain('GET', '/me/export', ROLES, clinic.exportMe),
	withBody('POST', '/me/delete', ROLES, clinic.Password, clinic.deleteMe),
	plain('GET', '/me/policies', ROLES, policies.ownPolicies),
	withBody('POST', '/me/policies', ROLES, policies.Acceptance, policies.acceptPolicy),

	withBody('POST', '/devices', USERS, devices.DeviceBody, devices.register),
	plain('GET', '/devices', ROLES, devices.listDevices),
	plain('POST', '/devices/{id}/approve', MANAGERS, devices.approve),
	plain('POST', '/devices/{id}/revoke', USERS, devices.revoke),

	withBody('POST', '/nonce', USERS, renewals.Nonce, renewals.makeNonce),
	withBody('POST', '/lease', USERS, renewals.Renewal, renewals.renew, LARGE),
	plain('GET', '/leases', READERS, renewals.listLeases),
	plain('GET', '/usage', READERS, renewals.usage),

	withBody('POST', '/leads', USERS, leads.Lead, leads.send),
	plain('GET', '/leads', USERS, leads.listLeads),
	plain('GET', '/leads/counts', ROLES, leads.countLeads),
	withBody('PATCH', '/leads/{id}', USERS, leads.LeadState, leads.moveLead),
	plain('DELETE', '/leads/{id}', MANAGERS, leads.deleteLead),
	plain('GET', '/lead-key', USERS, leads.leadKey),
	withBody('PUT', '/lead-key', OWNER, leads.NewLeadKey, leads.rotateLeadKey, LARGEST),
	plain('GET', '/lead-key/recovery', OWNER, leads.leadRecovery),
	withBody('PUT', '/lead-key/recovery', OWNER, leads.NewRecovery, leads.keepLeadRecovery),
	withBody('POST', '/lead-key/wraps', MANAGERS, leads.NewWrap, leads.wrapLeadKey),

	plain('GET', '/staff', READERS, clinic.listStaff),
	withBody('PATCH', '/staff/{id}', MANAGERS, clinic.Position, clinic.changePosition),
	withBody('POST', '/invitations', MANAGERS, invitations.Invite, invitations.invite),
	plain('GET', '/invitations', MANAGERS, invitations.listInvitations),
	plain('DELETE', '/invitations/{id}', MANAGERS, invitations.withdrawInvitation),
	plain('GET', '/settings', ROLES, clinic.settings),
	plain('GET', '/settings/history', READERS, clinic.settingsHistory),
	withBody('PUT', '/settings', MANAGERS, clinic.NewSettings, clinic.changeSettings),
	plain('GET', '/notices', ROLES, clinic.notices),
	withBody('PUT', '/notices', MANAGERS, clinic.Notices, clinic.changeNotices),
	plain('GET', '/plans', ROLES, clinic.listPlans),
	plain('GET', '/invoices', MANAGERS, clinic.listInvoices),
	plain('GET', '/audit', READERS, clinic.audit),
	plain('GET', '/export', OWNER, clinic.exportData),
	withBody('POST', '/close', OWNER, clinic.Password, clinic.close),
	plain('DELETE', '/close', OWNER, clinic.reopen),

	plain('GET', '/operator/me', 'operators', operator.ownOperator),
	withBody('PATCH', '/operator/me', 'operators', operator.OperatorProfile, operator.changeOperator),
	withBody('POST', '/operator/me/password', 'operators', clinic.Passwords, clinic.changePassword),
	withBody('POST', '/operator/me/email', 'operators', clinic.NewAddress, clinic.changeAddress),
	plain('POST', '/operator/me/sign-out', 'operators', clinic.signOut),
	plain('GET', '/operator/me/places', 'operators', clinic.places),

	plain('GET', '/operator/clinics', 'operators', operator.listClinics),
	withBody(
		'POST',
		'/operator/clinics/{id}/approve',
		'operators',
		operator.Plan,
		operator.approveClinic
	),
	plain('POST', '/operator/clinics/{id}/refuse', 'operators', operator.refuse),
	plain('POST', '/operator/clinics/{id}/suspend', 'operators', operator.suspend),
	plain('POST', '/operator/clinics/{id}/resume', 'operators', operator.resume),
	withBody(
		'POST',
		'/operator/clinics/{id}/owner',
		'operators',
		operator.NewOwner,
		operator.restoreOwner
	),
	withBody(
		'PUT',
		'/operator/clinics/{id}/subscription',
		'operators',
		operator.NewSubscription,
		operator.setSubscription
	),
	plain('GET', '/operator/plans', 'operators', clinic.listPlans),
	plain('GET', '/operator/usage', 'operators', operator.aggregateUsage),
	plain('GET', '/operator/incidents', 'operators', operator.incidents),
	plain('GET', '/operator/journal', 'operators', looks.operatorJournal),
	plain('GET', '/operator/messages', 'operators', visitors.listMessages),
	withBody(
		'PATCH',
		'/operator/messages/{id}',
		'operators',
		visitors.Answered,
		visitors.markMessage
	),
	plain('GET', '/operator/views', 'operators', visitors.pageViews),
	withBody('POST', '/operator/policies', 'operators', policies.NewPolicy, policies.publish, LARGE)
];
