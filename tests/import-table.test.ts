import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** None of the rules that are tried here needs types, whose program takes longer than all of them. */
const eslint = new ESLint({ overrideConfig: ts.configs.disableTypeChecked });

async function messages(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? [])
		.filter(({ ruleId }) => /^(boundaries|no-restricted)/.test(ruleId ?? ''))
		.map(({ message }) => message);
}

describe('the import table', () => {
	it.each([
		['src/lib/geometry/index.ts', `import type { Face } from '../face/index.ts';`],
		['src/lib/face/index.ts', `import type { Plan } from '../treatment/index.ts';`],
		['src/lib/face/index.ts', `import { GRID } from '../warp/types.ts';`],
		['src/lib/treatment/index.ts', `import { wrap } from 'comlink';`],
		['src/lib/treatment/index.ts', `import { readFileSync } from 'node:fs';`],
		['src/lib/photo/index.ts', `import { InferenceSession } from 'onnxruntime-web/wasm';`],
		['src/lib/engine/index.ts', `import type { Frame } from '../warp/types.ts';`],
		['src/lib/photo/index.ts', `export const answer = await fetch('/x');`],
		['src/lib/face/index.ts', `export const title = document.title;`],
		['src/lib/studio/index.ts', `import { Dexie } from 'dexie';`],
		['src/lib/studio/index.ts', `import { argon2id } from 'hash-wasm';`],
		['src/lib/studio/index.ts', `import { seal } from '../vault/container.ts';`],
		['src/lib/vault/container.ts', `import type { Pixels } from '../photo/index.ts';`],
		['src/lib/vault/store.ts', `import { seal } from './container.ts';`],
		['src/lib/vault/store.ts', `await crypto.subtle.digest('SHA-256', new Uint8Array());`],
		['src/lib/vault/vault.ts', `declare const db: Dexie; await db.transaction('rw', [], () => 1);`],
		['src/lib/console/index.ts', `import { Desk } from '../record/index.ts';`],
		['src/routes/+layout.ts', `import { TREATMENTS } from '$lib/treatment/index.ts';`],
		['src/routes/+layout.ts', `await fetch('/x');`],
		['src/lib/engine/stage.ts', `await fetch('/x');`],
		['src/lib/account/visitor.ts', `await globalThis.fetch('/x');`],
		['src/lib/engine/load-asset.ts', `new WebSocket('/x');`],
		['src/lib/geometry/index.ts', `new EventSource('/x');`],
		['src/lib/studio/index.ts', `navigator.sendBeacon('/x');`],
		['src/routes/+layout.ts', `window.open('/x');`],
		['src/lib/studio/index.ts', `URL.createObjectURL(new Blob());`],
		['src/lib/vault/vault.ts', `URL.createObjectURL(new Blob());`],
		['src/lib/ui/index.ts', `document.body.innerHTML = 'x';`],
		['src/lib/file-out.ts', `document.body.insertAdjacentHTML('beforeend', 'x');`]
	])('refuses in %s: %s', async (file, code) => {
		expect(await messages(file, code)).not.toEqual([]);
	});

	it.each([
		['src/lib/face/index.ts', `import type { Px } from '../geometry/index.ts';`],
		['src/lib/engine/index.ts', `import type { Frame } from '../warp/index.ts';`],
		['src/lib/engine/index.ts', `import { wrap } from 'comlink';`],
		['src/lib/vault/store.ts', `import { Dexie } from 'dexie';`],
		['src/lib/console/index.ts', `import type { RecordRoom } from '../record/index.ts';`],
		['src/routes/+layout.ts', `import '$lib/studio/index.ts';`],
		['src/lib/engine/load-asset.ts', `await fetch('/x');`],
		['src/lib/file-out.ts', `URL.createObjectURL(new Blob());`]
	])('allows in %s: %s', async (file, code) => {
		expect(await messages(file, code)).toEqual([]);
	});
});
