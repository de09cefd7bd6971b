import { describe, expect, it } from 'vitest';
import { partOf } from './overlay.ts';

describe('partOf', () => {
	it('tells the part and the patient’s side of a landmark', () => {
		expect(partOf(33)).toEqual({ part: 'EYE', side: 'right' });
		expect(partOf(263)).toEqual({ part: 'EYE', side: 'left' });
		expect(partOf(473)).toEqual({ part: 'IRIS', side: 'left' });
		expect(partOf(13)).toEqual({ part: 'LIPS', side: null });
		expect(partOf(152)).toEqual({ part: 'FACE_OVAL', side: null });
	});

	it('has no name for the plain cheek', () => {
		expect(partOf(50)).toBeNull();
	});
});
