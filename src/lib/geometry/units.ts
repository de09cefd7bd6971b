declare const unit: unique symbol;
/**
 * Pixels of the working picture: x right, y down, origin at the outer corner of the top left pixel,
 * whose centre is therefore (0.5, 0.5).
 */
export type Px = number & { readonly [unit]?: 'px' };
/** Millimetres on the face, by the iris ruler or a known pupil distance. */
export type Mm = number & { readonly [unit]?: 'mm' };
export type Degrees = number & { readonly [unit]?: 'deg' };

export type Size = { readonly width: Px; readonly height: Px };
export type Rect = { readonly x: Px; readonly y: Px; readonly width: Px; readonly height: Px };

export function degrees(radians: number): Degrees {
	return (radians * 180) / Math.PI;
}

export function radians(degrees: Degrees): number {
	return (degrees * Math.PI) / 180;
}
