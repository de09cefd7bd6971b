import { CELLS } from './field-grid.ts';
import { FOOTPRINT_LIMIT, MAX_WIDENING, PLATE_THRESHOLD } from './law.ts';
import { KERNEL_STEPS, LOBES, MOST_TAPS } from './lanczos.ts';

/** GLSL float literal. */
const float = (value: number): string => value.toFixed(8);

export const VERTEX_SHADER = `#version 300 es
void main() {
	vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
	gl_Position = vec4(corner, 0.0, 1.0);
}`;

const COMMON = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
precision highp usampler2DArray;

layout(std140) uniform Pass {
	vec4 view; // offset, 1 / scale, footprint
	vec4 fieldBox; // origin, cells per picture pixel
	vec4 personBox; // origin, samples per picture pixel
	ivec4 size; // picture width and height, tile shift, tile columns
	ivec4 mode; // level count, flags, height of a flipped target
	ivec4 personSize;
};
uniform usampler2DArray picture;
uniform sampler2D field;
uniform usampler2D person;
uniform sampler2D lanczos;
out vec4 result;

vec3 texel(ivec2 at, int level) {
	ivec2 p = clamp(at, ivec2(0), max(size.xy >> level, 1) - 1);
	int shift = size.z - level;
	int mask = (1 << shift) - 1;
	ivec2 tile = p >> shift;
	return vec3(texelFetch(picture, ivec3(p & mask, tile.y * size.w + tile.x), level).rgb);
}

vec4 catmullRomWeights(float t) {
	return vec4(
		((-0.5 * t + 1.0) * t - 0.5) * t,
		(1.5 * t - 2.5) * t * t + 1.0,
		((-1.5 * t + 2.0) * t + 0.5) * t,
		(0.5 * t - 0.5) * t * t
	);
}

// Displacement and stretch at a picture point.
vec3 fieldAt(vec2 p) {
	vec2 g = (p - fieldBox.xy) * fieldBox.zw;
	if (any(lessThan(g, vec2(0.0))) || any(greaterThan(g, vec2(${float(CELLS)})))) {
		return vec3(0.0, 0.0, 1.0);
	}
	ivec2 cell = min(ivec2(floor(g)), ivec2(${String(CELLS - 1)}));
	vec2 t = g - vec2(cell);
	vec4 wx = catmullRomWeights(t.x);
	vec4 wy = catmullRomWeights(t.y);
	vec2 u = vec2(0.0);
	for (int k = 0; k < 4; k++) {
		u += wy[k] * (
			wx.x * texelFetch(field, cell + ivec2(0, k), 0).xy +
			wx.y * texelFetch(field, cell + ivec2(1, k), 0).xy +
			wx.z * texelFetch(field, cell + ivec2(2, k), 0).xy +
			wx.w * texelFetch(field, cell + ivec2(3, k), 0).xy
		);
	}
	float upper = mix(
		texelFetch(field, cell + ivec2(1, 1), 0).z, texelFetch(field, cell + ivec2(2, 1), 0).z, t.x
	);
	float lower = mix(
		texelFetch(field, cell + ivec2(1, 2), 0).z, texelFetch(field, cell + ivec2(2, 2), 0).z, t.x
	);
	return vec3(u, mix(upper, lower, t.y));
}

// Fill and alpha, 0-255, at a picture point.
vec4 personAt(vec2 p) {
	vec2 q = clamp((p - personBox.xy) * personBox.zw - 0.5, vec2(0.0), vec2(personSize.xy - 1));
	ivec2 low = ivec2(floor(q));
	ivec2 high = min(low + 1, personSize.xy - 1);
	vec2 t = q - vec2(low);
	vec4 a = vec4(texelFetch(person, low, 0));
	vec4 b = vec4(texelFetch(person, ivec2(high.x, low.y), 0));
	vec4 c = vec4(texelFetch(person, ivec2(low.x, high.y), 0));
	vec4 d = vec4(texelFetch(person, high, 0));
	vec4 upper = a + (b - a) * t.x;
	vec4 lower = c + (d - c) * t.x;
	return upper + (lower - upper) * t.y;
}

vec3 plate(vec3 colour, vec4 layer) {
	float t = min(1.0, layer.a / ${float(255 * PLATE_THRESHOLD)});
	return colour + (layer.rgb - colour) * (t * t * (3.0 - 2.0 * t));
}
`;

const PREVIEW = `
vec3 atLevel(vec2 p, int level) {
	vec2 q = p;
	if (level > 0) q = p * vec2(max(size.xy >> level, 1)) / vec2(size.xy);
	q -= 0.5;
	vec2 low = floor(q);
	ivec2 at = ivec2(low) - 1;
	vec4 wx = catmullRomWeights(q.x - low.x);
	vec4 wy = catmullRomWeights(q.y - low.y);
	// As in texel, for four columns and four rows at once.
	ivec2 most = max(size.xy >> level, 1) - 1;
	int shift = size.z - level;
	int mask = (1 << shift) - 1;
	ivec4 xs = clamp(at.x + ivec4(0, 1, 2, 3), 0, most.x);
	ivec4 ys = clamp(at.y + ivec4(0, 1, 2, 3), 0, most.y);
	ivec4 tileX = xs >> shift;
	ivec4 tileY = (ys >> shift) * size.w;
	xs &= mask;
	ys &= mask;
	vec3 sum = vec3(0.0);
	for (int k = 0; k < 4; k++) {
		int y = ys[k];
		int tile = tileY[k];
		sum += wy[k] * (
			wx.x * vec3(texelFetch(picture, ivec3(xs.x, y, tile + tileX.x), level).rgb) +
			wx.y * vec3(texelFetch(picture, ivec3(xs.y, y, tile + tileX.y), level).rgb) +
			wx.z * vec3(texelFetch(picture, ivec3(xs.z, y, tile + tileX.z), level).rgb) +
			wx.w * vec3(texelFetch(picture, ivec3(xs.w, y, tile + tileX.w), level).rgb)
		);
	}
	return sum;
}

vec3 colourAt(vec2 p, float stretch) {
	float footprint = view.w * stretch;
	int level = clamp(int(floor(log2(footprint))), 0, mode.x - 1);
	vec3 colour = atLevel(p, level);
	if (level == mode.x - 1) return colour;
	float onLevel = footprint / float(1 << level);
	float share = clamp(
		(onLevel - ${float(FOOTPRINT_LIMIT)}) / ${float(2 - FOOTPRINT_LIMIT)}, 0.0, 1.0
	);
	if (share == 0.0) return colour;
	return colour + (atLevel(p, level + 1) - colour) * share;
}

vec3 still(vec2 p) {
	return colourAt(p, 1.0);
}
`;

const EXPORT = `
float kernelAt(float distance) {
	float place = distance * ${float(KERNEL_STEPS)};
	int step = min(int(place), ${String(LOBES * KERNEL_STEPS)});
	float low = texelFetch(lanczos, ivec2(step, 0), 0).x;
	float high = texelFetch(lanczos, ivec2(step + 1, 0), 0).x;
	return low + (high - low) * (place - float(step));
}

vec3 colourAt(vec2 p, float stretch) {
	float widening = clamp(stretch / ${float(FOOTPRINT_LIMIT)}, 1.0, ${float(MAX_WIDENING)});
	float reach = ${float(LOBES)} * widening;
	vec2 q = p - 0.5;
	ivec2 first = ivec2(ceil(q - reach));
	ivec2 last = ivec2(floor(q + reach));
	ivec2 most = size.xy - 1;
	int mask = (1 << size.z) - 1;
	float wx[${String(MOST_TAPS)}];
	ivec2 columns[${String(MOST_TAPS)}]; // x in the tile, tile
	float sumX = 0.0;
	for (int i = first.x; i <= last.x; i++) {
		float w = kernelAt(abs(float(i) - q.x) / widening);
		int x = clamp(i, 0, most.x);
		wx[i - first.x] = w;
		columns[i - first.x] = ivec2(x & mask, x >> size.z);
		sumX += w;
	}
	int count = last.x - first.x + 1;
	vec3 sum = vec3(0.0);
	float sumY = 0.0;
	for (int j = first.y; j <= last.y; j++) {
		float w = kernelAt(abs(float(j) - q.y) / widening);
		int y = clamp(j, 0, most.y);
		int tileRow = (y >> size.z) * size.w;
		int row = y & mask;
		vec3 across = vec3(0.0);
		for (int i = 0; i < count; i++) {
			ivec3 at = ivec3(columns[i].x, row, tileRow + columns[i].y);
			across += wx[i] * vec3(texelFetch(picture, at, 0).rgb);
		}
		sum += w * across;
		sumY += w;
	}
	return sum / (sumX * sumY);
}

vec3 still(vec2 p) {
	return texel(ivec2(floor(p)), 0);
}
`;

const MAIN = `
vec3 moved(vec2 p, vec2 source, float stretch) {
	if ((mode.y & 4) == 0) return colourAt(source, stretch);
	vec4 there = personAt(source);
	if (there.a == 0.0) return plate(still(p), personAt(p));
	vec3 colour = colourAt(source, stretch);
	if (there.a == 255.0) return colour;
	vec3 uncovered = plate(still(p), personAt(p)) - plate(colour, there);
	return colour + (1.0 - there.a / 255.0) * uncovered;
}

void main() {
	vec2 at = gl_FragCoord.xy;
	if (mode.z > 0) at.y = float(mode.z) - at.y;
	vec2 p = (at - view.xy) * view.z;
	if ((mode.y & 1) != 0) p.x = float(size.x) - p.x;
	vec3 u = (mode.y & 2) != 0 ? fieldAt(p) : vec3(0.0, 0.0, 1.0);
	vec3 colour = u.xy == vec2(0.0) ? still(p) : moved(p, p + u.xy, u.z);
	result = vec4(floor(clamp(colour, 0.0, 255.0) + 0.5) / 255.0, 1.0);
}`;

export const PREVIEW_SHADER = COMMON + PREVIEW + MAIN;
export const EXPORT_SHADER = COMMON + EXPORT + MAIN;
