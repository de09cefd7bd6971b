/** Files opened with the app, and its shortcuts: what the system hands over. */

type LaunchParams = { readonly targetURL?: string; readonly files?: readonly FileHandle[] };
type FileHandle = { getFile(): Promise<File> };
type LaunchQueue = { setConsumer(consumer: (params: LaunchParams) => void): void };

/** Those of the web manifest. */
const SHORTCUTS = ['/today', '/patients', '/camera'] as const;
type Shortcut = (typeof SHORTCUTS)[number];

export type Incoming = {
	readonly photo: (photo: Blob) => void;
	/** A shortcut, chosen while the app is open. */
	readonly goTo: (path: Shortcut) => void;
};

export function receiveLaunches({ photo, goTo }: Incoming): void {
	const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files, targetURL }) => {
		const [file] = files ?? [];
		if (file !== undefined) {
			void file.getFile().then(photo, () => undefined);
			return;
		}
		// The page that the launch itself has opened is there already.
		const { pathname } = new URL(targetURL ?? location.href);
		const shortcut = SHORTCUTS.find((path) => path === pathname);
		if (shortcut !== undefined && pathname !== location.pathname) goTo(shortcut);
	});
}
