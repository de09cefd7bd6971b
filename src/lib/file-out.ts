/** How a file leaves by the user's own hand: into the downloads, or to whatever the device shares with. */

export function saveFile(file: File): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	link.click();
	// Some browsers read it only after a question of their own.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Asked with an empty file of the same name and type. */
export function canShare(name: string, type: string): boolean {
	if (!('canShare' in navigator)) return false;
	return navigator.canShare({ files: [new File([''], name, { type })] });
}

/** Saves it where sharing fails; `cancelled` where the user changed their mind. */
export async function shareFile(file: File): Promise<'shared' | 'saved' | 'cancelled'> {
	try {
		await navigator.share({ files: [file] });
		return 'shared';
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
		saveFile(file);
		return 'saved';
	}
}
