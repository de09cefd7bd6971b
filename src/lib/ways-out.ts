// The service worker is checked without a window.
/// <reference lib="dom" />
/**
 * What the app never uses and a content security policy does not reach, or not everywhere: the ways by which
 * a page can send something or make its browser look up a name. Taken away before any other code runs, as
 * the page's first script (src/hosting/finish-build.ts) and as the first import of each worker. Defence in
 * depth, no wall: the policy is the wall, and `npm run prove` looks at what is sent.
 *
 * Stands alone, because its text becomes the page's first script.
 */
export function closeWaysOut(scope: typeof globalThis): void {
	const take = (from: object, name: string, value?: unknown): void => {
		if (name in from)
			Object.defineProperty(from, name, { value, writable: false, configurable: false });
	};
	const sockets = ['EventSource', 'WebSocket', 'WebSocketStream', 'WebTransport'];
	const peers = [
		'RTCPeerConnection',
		'webkitRTCPeerConnection',
		'RTCDataChannel',
		'RTCIceTransport'
	];
	for (const name of [...sockets, ...peers]) take(scope, name);
	if (!('document' in scope)) return;

	take(scope, 'open');
	// Where the browser has it; what is saved is a blob of this origin.
	const { navigation } = scope as Partial<typeof globalThis>;
	navigation?.addEventListener('navigate', (event) => {
		if (new URL(event.destination.url).origin !== scope.location.origin) event.preventDefault();
	});
	take(scope.HTMLFormElement.prototype, 'submit');
	take(scope.HTMLFormElement.prototype, 'requestSubmit');

	// Even an empty frame has all of the above anew.
	const frames = /^(?:.*:)?(?:embed|fencedframe|frame|iframe|object|portal)$/i;
	for (const name of ['createElement', 'createElementNS'] as const) {
		const make = Reflect.get(scope.Document.prototype, name) as (...given: unknown[]) => Element;
		take(scope.Document.prototype, name, function (this: Document, ...given: unknown[]): Element {
			const tag = String(given[name === 'createElement' ? 0 : 1]);
			if (frames.test(tag)) throw new TypeError('Nothing is framed here.');
			return Reflect.apply(make, this, given);
		});
	}

	// Others look up a name, or connect, whatever the policy says.
	const relations = ['', 'icon', 'manifest', 'modulepreload', 'stylesheet'];
	const { prototype } = scope.HTMLLinkElement;
	const rel = Object.getOwnPropertyDescriptor(prototype, 'rel');
	const set = Reflect.get(scope.Element.prototype, 'setAttribute') as (...given: unknown[]) => void;
	const allow = (value: unknown): string => {
		const relation = String(value).toLowerCase();
		if (!relations.includes(relation)) throw new TypeError('No such link here.');
		return relation;
	};
	Object.defineProperty(prototype, 'rel', {
		...rel,
		set(value: unknown) {
			rel?.set?.call(this, allow(value));
		},
		configurable: false
	});
	take(prototype, 'relList');
	take(prototype, 'setAttribute', function (this: Element, name: unknown, value: unknown): void {
		Reflect.apply(set, this, [name, String(name).toLowerCase() === 'rel' ? allow(value) : value]);
	});
}
