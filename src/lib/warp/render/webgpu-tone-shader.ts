import { LEAST_LIGHT, LUMA } from '../../raster/index.ts';
import { PORE_LIMIT } from './tone.ts';
import { VERTEX_SHADER } from './webgpu-shader.ts';

/** Writes one layer of a level of the toned picture from the same pixel of the pristine one. */
export const TONE_SHADER = `${VERTEX_SHADER}
struct Pass {
	grid: vec4f, // samples per level pixel, position of the level's corner
	inside: vec4i, // first and last + 1 level pixel that the tone touches
	place: vec4i, // corner of the layer on the level, level, layer
	most: vec4i, // last sample column and row
}
@group(0) @binding(0) var<uniform> pass_: Pass;
@group(0) @binding(1) var picture: texture_2d_array<u32>;
@group(0) @binding(2) var tone: texture_2d<f32>;

fn splineWeights(t: f32) -> vec4f {
	let s = 1.0 - t;
	return vec4f(
		s * s * s, (3.0 * t - 6.0) * t * t + 4.0, (3.0 * s - 6.0) * s * s + 4.0, t * t * t
	) / 6.0;
}

fn decoded(value: vec3f) -> vec3f {
	let curve = pow((value + 0.055) / 1.055, vec3f(2.4));
	return select(curve, value / 12.92, value <= vec3f(0.04045));
}

fn encoded(light: vec3f) -> vec3f {
	let curve = 1.055 * pow(light, vec3f(1.0 / 2.4)) - 0.055;
	return select(curve, light * 12.92, light <= vec3f(0.0031308));
}

@fragment fn fragment(@builtin(position) position: vec4f) -> @location(0) vec4u {
	let texel = vec2i(position.xy);
	let pristine = textureLoad(picture, texel, pass_.place.w, pass_.place.z);
	let at = pass_.place.xy + texel;
	if (any(at < pass_.inside.xy) || any(at >= pass_.inside.zw)) {
		return pristine;
	}
	let p = (vec2f(at) + 0.5) * pass_.grid.xy + pass_.grid.zw;
	let low = floor(p);
	let wx = splineWeights(p.x - low.x);
	let wy = splineWeights(p.y - low.y);
	let taps = vec4i(-1, 0, 1, 2);
	let columns = 3 * clamp(i32(low.x) + taps, vec4i(0), vec4i(pass_.most.x));
	let rows = clamp(i32(low.y) + taps, vec4i(0), vec4i(pass_.most.y));
	var asked = vec4f(0.0); // log gain red, green, blue; pores
	for (var j = 0; j < 4; j++) {
		for (var i = 0; i < 4; i++) {
			let first = textureLoad(tone, vec2i(columns[i], rows[j]), 0).xy;
			let second = textureLoad(tone, vec2i(columns[i] + 1, rows[j]), 0).xy;
			asked += wx[i] * wy[j] * vec4f(first, second);
		}
	}
	if (all(asked == vec4f(0.0))) {
		return pristine;
	}
	let light = decoded(vec3f(pristine.rgb) / 255.0);
	var gain = asked.rgb;
	if (asked.a != 0.0) {
		var base = 0.0;
		for (var j = 0; j < 4; j++) {
			for (var i = 0; i < 4; i++) {
				base += wx[i] * wy[j] * textureLoad(tone, vec2i(columns[i] + 2, rows[j]), 0).x;
			}
		}
		let luma = dot(light, vec3f(${LUMA.join(', ')}));
		let above = log(max(luma, ${String(LEAST_LIGHT)})) - base;
		gain -= asked.a * clamp(above, -${String(PORE_LIMIT)}, ${String(PORE_LIMIT)});
	}
	let value = encoded(light * exp(gain));
	let bytes = clamp(floor(255.0 * value + 0.5), vec3f(0.0), vec3f(255.0));
	return vec4u(vec3u(bytes), pristine.a);
}`;
