/**
 * The innermost loops, from WebAssembly text: `node models/assemble.ts`. The bytes are kept in the
 * repository, so that neither the app nor its tests need the assembler.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import createWabt from 'wabt';

const LOOPS = [
	{ name: 'flow', folder: '../src/lib/warp/field/simd/' },
	{ name: 'filters', folder: '../src/lib/raster/simd/' }
] as const;

export type Assembled = {
	/** What the source is assembled to. */
	readonly file: URL;
	readonly text: string;
};

/** Throws with the place of a mistake in a source. */
export async function assembled(): Promise<readonly Assembled[]> {
	const wabt = await createWabt();
	return LOOPS.map(({ name, folder }) => {
		const source = readFileSync(new URL(`${folder}${name}.wat`, import.meta.url), 'utf8');
		const parsed = wabt.parseWat(`${name}.wat`, source, { simd: true });
		parsed.resolveNames();
		parsed.validate();
		const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
		const text = `/** ${name}.wat, assembled by models/assemble.ts. */\nexport const ${name.toUpperCase()}_WASM =\n\t'${base64}';\n`;
		return { file: new URL(`${folder}bytes.ts`, import.meta.url), text };
	});
}

if (import.meta.main) for (const { file, text } of await assembled()) writeFileSync(file, text);
