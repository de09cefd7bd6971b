import { describe, expect, it } from 'vitest';
import { AppError, fromWire, isAppError, toAppError, toWire } from './errors.ts';

describe('AppError', () => {
	it('survives a worker boundary with code, retryability and details', () => {
		const error = new AppError('photo.too-wide', { details: { width: 20000, limit: 16384 } });
		const back = fromWire(structuredClone(toWire(error)));
		expect(back.code).toBe('photo.too-wide');
		expect(back.retryable).toBe(false);
		expect(back.details).toEqual({ width: 20000, limit: 16384 });
	});

	it('turns an AbortError into cancelled and anything else into the fallback', () => {
		expect(toAppError(new DOMException('stop', 'AbortError')).code).toBe('cancelled');
		expect(toAppError(new TypeError('x'), 'engine.failed').code).toBe('engine.failed');
		expect(isAppError(toAppError('text'), 'unexpected')).toBe(true);
	});
});
