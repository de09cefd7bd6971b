import { describe, expect, it } from 'vitest';
import { isAppleMobile } from './installation.ts';

const seen = (userAgent: string, platform: string, maxTouchPoints: number) =>
	isAppleMobile({ userAgent, platform, maxTouchPoints });

const MAC =
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';

describe('devices on which only the Home Screen keeps what is stored', () => {
	it('are iPhones, and iPads that call themselves Macs', () => {
		const phone = MAC.replace('Macintosh; Intel Mac OS X 10_15_7', 'iPhone; CPU iPhone OS 18_7');
		expect(seen(phone, 'iPhone', 5)).toBe(true);
		expect(seen(MAC, 'MacIntel', 5)).toBe(true);
	});

	it('are neither Macs nor other tablets', () => {
		expect(seen(MAC, 'MacIntel', 0)).toBe(false);
		expect(seen('Mozilla/5.0 (Linux; Android 15; SM-X710)', 'Linux armv81', 5)).toBe(false);
		expect(seen('Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'Win32', 10)).toBe(false);
	});
});
