/** Whether and how the app can become one of the device's own. */

/** Of Chromium, told once to the page; `prompt` asks the user. */
export type InstallPrompt = Event & {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
};

export function isInstalled(): boolean {
	const { standalone } = navigator as { standalone?: boolean };
	return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

/** iPhones and iPads; the latter call themselves Macs, which have no touch. */
export function isAppleMobile({
	userAgent,
	platform,
	maxTouchPoints
}: Pick<Navigator, 'userAgent' | 'platform' | 'maxTouchPoints'> = navigator): boolean {
	return /iPad|iPhone|iPod/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1);
}

/**
 * Safari shares no storage with the app on the Home Screen, and clears what was not used for a week:
 * what is kept of patients is kept in the app alone.
 */
export function needsHomeScreen(): boolean {
	return isAppleMobile() && !isInstalled();
}
