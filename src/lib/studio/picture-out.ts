import type { Engine } from '../engine/index.ts';
import {
	encodePicture,
	fileName,
	type PictureContent,
	type PictureFormat,
	type PictureLabel
} from '../photo/index.ts';
import type { Plan } from '../treatment/index.ts';

export type PictureChoice = 'before' | 'after' | 'pair';
export type WrittenPicture = { readonly blob: Blob; readonly name: string };

const KINDS = { before: 'photograph', after: 'illustration', pair: 'pair' } as const;

export function nameFor(choice: PictureChoice, format: PictureFormat): string {
	return fileName(KINDS[choice], format, new Date());
}

async function content(engine: Engine, choice: PictureChoice, plan: Plan): Promise<PictureContent> {
	if (choice === 'before') return { kind: 'photograph', pixels: await engine.render(null) };
	const illustration = await engine.render(plan);
	if (choice === 'after') return { kind: 'illustration', pixels: illustration };
	return { kind: 'pair', photograph: await engine.render(null), illustration };
}

/** The picture at working resolution, labelled and without metadata of the original. */
export async function drawPicture(
	engine: Engine,
	choice: PictureChoice,
	plan: Plan,
	format: PictureFormat,
	label: PictureLabel
): Promise<WrittenPicture> {
	const blob = await encodePicture(await content(engine, choice, plan), { format, label });
	return { blob, name: nameFor(choice, format) };
}
