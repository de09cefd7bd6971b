/** Reading a class mask along a face: in mm, in the directions of the face as the picture shows it. */
import type { Vec2 } from '../../geometry/index.ts';
import type { ClassMask, Face } from '../../face/index.ts';
import { inPicture, landmarkAt } from './drive.ts';

const HAIR = 1;
const BODY_SKIN = 2;
export const FACE_SKIN = 3;
const OTHERS = 5;

export const isHair = (found: number): boolean => found === HAIR;
export const isSkin = (found: number): boolean => found === BODY_SKIN || found === FACE_SKIN;
/** Glasses, jewellery, hats. */
export const isAccessory = (found: number): boolean => found === OTHERS;

/** The class of the nearest mask pixel; −1 outside the mask. */
export function classAt({ box, width, height, classes }: ClassMask, [x, y]: Vec2): number {
	const column = Math.floor(((x - box.x) / box.width) * width);
	const row = Math.floor(((y - box.y) / box.height) * height);
	if (column < 0 || row < 0 || column >= width || row >= height) return -1;
	return classes[row * width + column]!;
}

/** Unit vectors in the picture: along the face upwards, and towards the subject's left. */
export function axes(face: Face): { readonly up: Vec2; readonly left: Vec2 } {
	const [x, y] = inPicture(face, [0, 1, 0]);
	const length = Math.hypot(x, y);
	const up: Vec2 = [x / length, y / length];
	return { up, left: [-up[1], up[0]] };
}

export function along(face: Face, from: Vec2, direction: Vec2, mm: number): Vec2 {
	const px = mm * face.scale.pxPerMm;
	return [from[0] + px * direction[0], from[1] + px * direction[1]];
}

/** Points every `spacing` mm on the line through landmarks, prolonged by `prolong` mm at both ends. */
export function spaced(
	face: Face,
	landmarks: readonly number[],
	spacing: number,
	prolong = 0
): Vec2[] {
	const corners = landmarks.map((landmark) => landmarkAt(face, landmark));
	const beyond = (end: Vec2, before: Vec2): Vec2 => {
		const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
		return along(
			face,
			end,
			[(end[0] - before[0]) / length, (end[1] - before[1]) / length],
			prolong
		);
	};
	const line = [
		beyond(corners[0]!, corners[1]!),
		...corners,
		beyond(corners.at(-1)!, corners.at(-2)!)
	];
	return line.slice(1).flatMap((to, i) => {
		const from = line[i]!;
		const length = Math.hypot(to[0] - from[0], to[1] - from[1]) / face.scale.pxPerMm;
		const count = Math.round(length / spacing);
		return Array.from({ length: count }, (_, j): Vec2 => {
			const t = j / count;
			return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
		});
	});
}
