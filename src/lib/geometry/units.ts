declare const unit: unique symbol;
/** Pixels of the working picture: x right, y down, origin at the top left corner of pixel (0, 0)… */
export type Px = number & { readonly [unit]?: 'px' };
/** Millimetres on the face, by the iris ruler or a known pupil distance. */
export type Mm = number & { readonly [unit]?: 'mm' };
export type Degrees = number & { readonly [unit]?: 'deg' };

export type Size = { readonly width: Px; readonly height: Px };
export type Rect = { readonly x: Px; readonly y: Px; readonly width: Px; readonly height: Px };
