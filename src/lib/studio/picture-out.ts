import type { Engine, Illustration } from '../engine/index.ts';
import {
	encodePicture,
	fileName,
	type PictureContent,
	type PictureFormat,
	type PictureLabel
} from '../photo/index.ts';

export type PictureChoice = 'before' | 'after' | 'pair';
export type WrittenPicture = { readonly blob: Blob; readonly name: string };

const KINDS = { before: 'photograph', after: 'illustration', pair: 'pair' } as const;

export function nameFor(choice: PictureChoice, format: PictureFormat): string {
	return fileName(KINDS[choice], format, new Date());
}

async function content(
	engine: Engine,
	choice: PictureChoice,
	illustration: Illustration
): Promise<PictureContent> {
	if (choice === 'before') return { kind: 'photograph', pixels: await engine.render(null) };
	const altered = await engine.render(illustration);
	if (choice === 'after') return { kind: 'illustration', pixels: altered };
	return { kind: 'pair', photograph: await engine.render(null), illustration: altered };
}

/** The picture at working resolution, labelled and without metadata of the original. */
export async function drawPicture(
	engine: Engine,
	choice: PictureChoice,
	illustration: Illustration,
	format: PictureFormat,
	label: PictureLabel
): Promise<WrittenPicture> {
	const blob = await encodePicture(await content(engine, choice, illustration), { format, label });
	return { blob, name: nameFor(choice, format) };
}
