/** Where a Chromium is, and with which flags it runs here. Shared by every test that needs a browser. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** CHROMIUM_PATH, else a system browser, else Playwright's own download. */
export function chromiumPath(): string {
	const named = process.env['CHROMIUM_PATH'];
	if (named !== undefined && named !== '') return named;
	return SYSTEM_PATHS.find((path) => existsSync(path)) ?? chromium.executablePath();
}

/** Quiet, private, and able to run as root in a container. */
export const chromiumFlags: readonly string[] = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** WebGPU, presentable, on a machine without a GPU. */
export const webgpuFlags: readonly string[] = [
	'--enable-unsafe-webgpu',
	'--use-webgpu-adapter=swiftshader',
	'--enable-features=Vulkan',
	'--use-vulkan=swiftshader',
	'--use-angle=swiftshader'
];
