/** Mail goes by SMTP; where a sink is named it becomes a file there, and leaves this machine never. */
import { goText, $os, $security, MailerMessage, type App, type Message } from './pocketbase.ts';

/** Whether mail can be sent at all. */
export function hasMail(app: App): boolean {
	return app.settings().smtp.enabled || $os.getenv('VULTUS_MAIL_SINK') !== '';
}

/** Gives whether it was sent; a mail server that is down stops no work. */
export function sendMail(app: App, to: string, subject: string, lines: readonly string[]): boolean {
	if (!hasMail(app)) return false;
	const { senderAddress, senderName } = app.settings().meta;
	try {
		app.newMailClient().send(
			new MailerMessage({
				from: { address: senderAddress, name: senderName },
				to: [{ address: to }],
				subject,
				text: lines.join('\n\n')
			})
		);
		return true;
	} catch (error) {
		app.logger().error('a mail could not be sent', 'error', String(error));
		return false;
	}
}

function textOf(html: string): string {
	return html
		.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

export type MailEvent = { readonly message: Message; next(): void };

export function onMail(event: MailEvent): void {
	const sink = $os.getenv('VULTUS_MAIL_SINK');
	if (sink === '') {
		event.next();
		return;
	}
	const { to, subject, text, html } = event.message;
	const mail = {
		to: goText(to[0]?.address ?? ''),
		subject,
		text: text === '' ? textOf(html) : text
	};
	const name = `${Date.now()}-${$security.randomString(12)}.json`;
	$os.writeFile(`${sink}/${name}`, JSON.stringify(mail), 0o600);
}

/** The address at which people reach the app, without a slash at the end. */
export function origin(app: App): string {
	return app.settings().meta.appURL.replace(/\/+$/, '');
}
