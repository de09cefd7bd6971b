export type Vec2 = readonly [number, number];
export type Vec3 = readonly [number, number, number];
/** Row-major. */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];
