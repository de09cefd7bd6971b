import { CELLS } from './field-grid.ts';
import { FOOTPRINT_LIMIT, MAX_WIDENING, PLATE_THRESHOLD } from './law.ts';
import { KERNEL_STEPS, LOBES, MOST_TAPS } from './lanczos.ts';

/** WGSL float literal. */
const float = (value: number): string => value.toFixed(8);

export const VERTEX_SHADER = `
@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
	return vec4f(select(-1.0, 3.0, index == 1u), select(-1.0, 3.0, index == 2u), 0.0, 1.0);
}
`;

const COMMON = `${VERTEX_SHADER}
struct Pass {
	view: vec4f, // offset, 1 / scale, footprint
	fieldBox: vec4f, // origin, cells per picture pixel
	personBox: vec4f, // origin, samples per picture pixel
	size: vec4i, // picture width and height, tile shift, tile columns
	mode: vec4i, // level count, flags
	personSize: vec4i,
}
@group(0) @binding(0) var<uniform> pass_: Pass;
@group(0) @binding(1) var picture: texture_2d_array<u32>;
@group(0) @binding(2) var field: texture_2d<f32>;
@group(0) @binding(3) var person: texture_2d<u32>;
@group(0) @binding(4) var lanczos: texture_2d<f32>;

fn levelSize(level: i32) -> vec2i {
	return max(pass_.size.xy >> vec2u(u32(level)), vec2i(1));
}

fn texel(at: vec2i, level: i32) -> vec3f {
	let p = clamp(at, vec2i(0), levelSize(level) - 1);
	let shift = u32(pass_.size.z - level);
	let mask = (1i << shift) - 1;
	let tile = p >> vec2u(shift);
	return vec3f(textureLoad(picture, p & vec2i(mask), tile.y * pass_.size.w + tile.x, level).rgb);
}

fn catmullRomWeights(t: f32) -> vec4f {
	return vec4f(
		((-0.5 * t + 1.0) * t - 0.5) * t,
		(1.5 * t - 2.5) * t * t + 1.0,
		((-1.5 * t + 2.0) * t + 0.5) * t,
		(0.5 * t - 0.5) * t * t
	);
}

// Displacement and stretch at a picture point.
fn fieldAt(p: vec2f) -> vec3f {
	let g = (p - pass_.fieldBox.xy) * pass_.fieldBox.zw;
	if (any(g < vec2f(0.0)) || any(g > vec2f(${float(CELLS)}))) {
		return vec3f(0.0, 0.0, 1.0);
	}
	let cell = min(vec2i(floor(g)), vec2i(${String(CELLS - 1)}));
	let t = g - vec2f(cell);
	let wx = catmullRomWeights(t.x);
	let wy = catmullRomWeights(t.y);
	var u = vec2f(0.0);
	for (var k = 0; k < 4; k++) {
		u += wy[k] * (
			wx.x * textureLoad(field, cell + vec2i(0, k), 0).xy +
			wx.y * textureLoad(field, cell + vec2i(1, k), 0).xy +
			wx.z * textureLoad(field, cell + vec2i(2, k), 0).xy +
			wx.w * textureLoad(field, cell + vec2i(3, k), 0).xy
		);
	}
	let upper = mix(
		textureLoad(field, cell + vec2i(1, 1), 0).z, textureLoad(field, cell + vec2i(2, 1), 0).z, t.x
	);
	let lower = mix(
		textureLoad(field, cell + vec2i(1, 2), 0).z, textureLoad(field, cell + vec2i(2, 2), 0).z, t.x
	);
	return vec3f(u, mix(upper, lower, t.y));
}

// Fill and alpha, 0-255, at a picture point.
fn personAt(p: vec2f) -> vec4f {
	let most = pass_.personSize.xy - 1;
	let q = clamp(
		(p - pass_.personBox.xy) * pass_.personBox.zw - 0.5, vec2f(0.0), vec2f(most)
	);
	let low = vec2i(floor(q));
	let high = min(low + 1, most);
	let t = q - vec2f(low);
	let a = vec4f(textureLoad(person, low, 0));
	let b = vec4f(textureLoad(person, vec2i(high.x, low.y), 0));
	let c = vec4f(textureLoad(person, vec2i(low.x, high.y), 0));
	let d = vec4f(textureLoad(person, high, 0));
	let upper = a + (b - a) * t.x;
	let lower = c + (d - c) * t.x;
	return upper + (lower - upper) * t.y;
}

fn plate(colour: vec3f, layer: vec4f) -> vec3f {
	let t = min(1.0, layer.a / ${float(255 * PLATE_THRESHOLD)});
	return colour + (layer.rgb - colour) * (t * t * (3.0 - 2.0 * t));
}
`;

const PREVIEW = `
fn atLevel(p: vec2f, level: i32) -> vec3f {
	var q = p;
	if (level > 0) {
		q = p * vec2f(levelSize(level)) / vec2f(pass_.size.xy);
	}
	q -= 0.5;
	let low = floor(q);
	let at = vec2i(low) - 1;
	let wx = catmullRomWeights(q.x - low.x);
	let wy = catmullRomWeights(q.y - low.y);
	// As in texel, for four columns and four rows at once.
	let most = levelSize(level) - 1;
	let shift = vec4u(u32(pass_.size.z - level));
	let mask = vec4i((1i << shift.x) - 1);
	let xs = clamp(at.x + vec4i(0, 1, 2, 3), vec4i(0), vec4i(most.x));
	let ys = clamp(at.y + vec4i(0, 1, 2, 3), vec4i(0), vec4i(most.y));
	let tileX = xs >> shift;
	let tileY = (ys >> shift) * pass_.size.w;
	let x = xs & mask;
	let y = ys & mask;
	var sum = vec3f(0.0);
	for (var k = 0; k < 4; k++) {
		let row = y[k];
		let tile = tileY[k];
		sum += wy[k] * (
			wx.x * vec3f(textureLoad(picture, vec2i(x.x, row), tile + tileX.x, level).rgb) +
			wx.y * vec3f(textureLoad(picture, vec2i(x.y, row), tile + tileX.y, level).rgb) +
			wx.z * vec3f(textureLoad(picture, vec2i(x.z, row), tile + tileX.z, level).rgb) +
			wx.w * vec3f(textureLoad(picture, vec2i(x.w, row), tile + tileX.w, level).rgb)
		);
	}
	return sum;
}

fn colourAt(p: vec2f, stretch: f32) -> vec3f {
	let footprint = pass_.view.w * stretch;
	let level = clamp(i32(floor(log2(footprint))), 0, pass_.mode.x - 1);
	let colour = atLevel(p, level);
	if (level == pass_.mode.x - 1) {
		return colour;
	}
	let onLevel = footprint / f32(1i << u32(level));
	let share = clamp(
		(onLevel - ${float(FOOTPRINT_LIMIT)}) / ${float(2 - FOOTPRINT_LIMIT)}, 0.0, 1.0
	);
	if (share == 0.0) {
		return colour;
	}
	return colour + (atLevel(p, level + 1) - colour) * share;
}

fn still(p: vec2f) -> vec3f {
	return colourAt(p, 1.0);
}
`;

const EXPORT = `
fn kernelAt(distance: f32) -> f32 {
	let place = distance * ${float(KERNEL_STEPS)};
	let step = min(i32(place), ${String(LOBES * KERNEL_STEPS)});
	let low = textureLoad(lanczos, vec2i(step, 0), 0).x;
	let high = textureLoad(lanczos, vec2i(step + 1, 0), 0).x;
	return low + (high - low) * (place - f32(step));
}

fn colourAt(p: vec2f, stretch: f32) -> vec3f {
	let widening = clamp(stretch / ${float(FOOTPRINT_LIMIT)}, 1.0, ${float(MAX_WIDENING)});
	let reach = ${float(LOBES)} * widening;
	let q = p - 0.5;
	let first = vec2i(ceil(q - reach));
	let last = vec2i(floor(q + reach));
	let most = pass_.size.xy - 1;
	let shift = u32(pass_.size.z);
	let mask = (1i << shift) - 1;
	var wx: array<f32, ${String(MOST_TAPS)}>;
	var columns: array<vec2i, ${String(MOST_TAPS)}>; // x in the tile, tile
	var sumX = 0.0;
	for (var i = first.x; i <= last.x; i++) {
		let w = kernelAt(abs(f32(i) - q.x) / widening);
		let x = clamp(i, 0, most.x);
		wx[i - first.x] = w;
		columns[i - first.x] = vec2i(x & mask, x >> shift);
		sumX += w;
	}
	let count = last.x - first.x + 1;
	var sum = vec3f(0.0);
	var sumY = 0.0;
	for (var j = first.y; j <= last.y; j++) {
		let w = kernelAt(abs(f32(j) - q.y) / widening);
		let y = clamp(j, 0, most.y);
		let tileRow = (y >> shift) * pass_.size.w;
		let row = y & mask;
		var across = vec3f(0.0);
		for (var i = 0; i < count; i++) {
			let at = columns[i];
			across += wx[i] * vec3f(textureLoad(picture, vec2i(at.x, row), tileRow + at.y, 0).rgb);
		}
		sum += w * across;
		sumY += w;
	}
	return sum / (sumX * sumY);
}

fn still(p: vec2f) -> vec3f {
	return texel(vec2i(floor(p)), 0);
}
`;

const MAIN = `
fn moved(p: vec2f, origin: vec2f, stretch: f32) -> vec3f {
	if ((pass_.mode.y & 4) == 0) {
		return colourAt(origin, stretch);
	}
	let there = personAt(origin);
	if (there.a == 0.0) {
		return plate(still(p), personAt(p));
	}
	let colour = colourAt(origin, stretch);
	if (there.a == 255.0) {
		return colour;
	}
	let uncovered = plate(still(p), personAt(p)) - plate(colour, there);
	return colour + (1.0 - there.a / 255.0) * uncovered;
}

@fragment fn fragment(@builtin(position) at: vec4f) -> @location(0) vec4f {
	var p = (at.xy - pass_.view.xy) * pass_.view.z;
	if ((pass_.mode.y & 1) != 0) {
		p.x = f32(pass_.size.x) - p.x;
	}
	var u = vec3f(0.0, 0.0, 1.0);
	if ((pass_.mode.y & 2) != 0) {
		u = fieldAt(p);
	}
	var colour: vec3f;
	if (all(u.xy == vec2f(0.0))) {
		colour = still(p);
	} else {
		colour = moved(p, p + u.xy, u.z);
	}
	return vec4f(floor(clamp(colour, vec3f(0.0), vec3f(255.0)) + 0.5) / 255.0, 1.0);
}`;

export const PREVIEW_SHADER = COMMON + PREVIEW + MAIN;
export const EXPORT_SHADER = COMMON + EXPORT + MAIN;
