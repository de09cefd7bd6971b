/**
 * Works without any other file of the app: takes its service worker and the files it stored away.
 * IndexedDB and local storage, where records and settings are, are not touched.
 */
const button = document.querySelector('button');
const status = document.querySelector('[role=status]');

async function reset() {
	button.disabled = true;
	status.textContent = 'Repairing…';
	try {
		// Asked first: without a connection nothing could be fetched anew.
		const { ok } = await fetch('/sw-reset', { method: 'HEAD', cache: 'no-store' });
		if (!ok) throw new Error('The server does not answer');
		const registrations = await navigator.serviceWorker.getRegistrations();
		await Promise.all(registrations.map((registration) => registration.unregister()));
		await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
		location.replace('/');
	} catch {
		status.textContent = 'There is no connection. Nothing was changed; try again later.';
		button.disabled = false;
	}
}

button.addEventListener('click', () => void reset());
button.disabled = false;
