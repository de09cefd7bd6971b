/**
 * The innermost loops of the field, from WebAssembly text: `node models/warp/assemble.ts`. The bytes are
 * kept in the repository, so that neither the app nor its tests need the assembler.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import createWabt from 'wabt';

const SOURCE = new URL('../../src/lib/warp/field/simd/flow.wat', import.meta.url);
/** What the source is assembled to. */
export const BYTES = new URL('../../src/lib/warp/field/simd/bytes.ts', import.meta.url);

/** The text of `BYTES`. Throws with the place of a mistake in the source. */
export async function assembled(): Promise<string> {
	const wabt = await createWabt();
	const parsed = wabt.parseWat('flow.wat', readFileSync(SOURCE, 'utf8'), { simd: true });
	parsed.resolveNames();
	parsed.validate();
	const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
	return `/** flow.wat, assembled by models/warp/assemble.ts. */\nexport const FLOW_WASM =\n\t'${base64}';\n`;
}

if (import.meta.main) writeFileSync(BYTES, await assembled());
