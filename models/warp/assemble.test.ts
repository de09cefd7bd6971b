import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assembled, BYTES } from './assemble.ts';

test('the bytes that the app runs are those of the source', async () => {
	expect(readFileSync(BYTES, 'utf8')).toBe(await assembled());
});
