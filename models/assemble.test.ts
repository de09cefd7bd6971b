import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assembled } from './assemble.ts';

test('the bytes that the app runs are those of the sources', async () => {
	for (const { file, text } of await assembled()) expect(readFileSync(file, 'utf8')).toBe(text);
});
