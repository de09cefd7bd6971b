import { LEAST_LIGHT, LUMA } from '../../raster/index.ts';
import { PORE_LIMIT } from './tone.ts';

/** Writes one layer of a level of the toned picture from the same pixel of the pristine one. */
export const TONE_SHADER = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2DArray;

layout(std140) uniform Pass {
	vec4 grid; // samples per level pixel, position of the level's corner
	ivec4 inside; // first and last + 1 level pixel that the tone touches
	ivec4 place; // corner of the layer on the level, level, layer
	ivec4 most; // last sample column and row
};
uniform usampler2DArray picture;
uniform sampler2D tone;
out uvec4 result;

vec4 splineWeights(float t) {
	float s = 1.0 - t;
	return vec4(
		s * s * s, (3.0 * t - 6.0) * t * t + 4.0, (3.0 * s - 6.0) * s * s + 4.0, t * t * t
	) / 6.0;
}

vec3 decoded(vec3 value) {
	vec3 curve = pow((value + 0.055) / 1.055, vec3(2.4));
	return mix(curve, value / 12.92, lessThanEqual(value, vec3(0.04045)));
}

vec3 encoded(vec3 light) {
	vec3 curve = 1.055 * pow(light, vec3(1.0 / 2.4)) - 0.055;
	return mix(curve, light * 12.92, lessThanEqual(light, vec3(0.0031308)));
}

void main() {
	ivec2 texel = ivec2(gl_FragCoord.xy);
	uvec4 pristine = texelFetch(picture, ivec3(texel, place.w), place.z);
	result = pristine;
	ivec2 at = place.xy + texel;
	if (any(lessThan(at, inside.xy)) || any(greaterThanEqual(at, inside.zw))) return;
	vec2 position = (vec2(at) + 0.5) * grid.xy + grid.zw;
	vec2 low = floor(position);
	vec4 wx = splineWeights(position.x - low.x);
	vec4 wy = splineWeights(position.y - low.y);
	ivec4 columns = 3 * clamp(int(low.x) + ivec4(-1, 0, 1, 2), 0, most.x);
	ivec4 rows = clamp(int(low.y) + ivec4(-1, 0, 1, 2), 0, most.y);
	vec4 asked = vec4(0.0); // log gain red, green, blue; pores
	for (int j = 0; j < 4; j++) {
		for (int i = 0; i < 4; i++) {
			vec2 first = texelFetch(tone, ivec2(columns[i], rows[j]), 0).xy;
			vec2 second = texelFetch(tone, ivec2(columns[i] + 1, rows[j]), 0).xy;
			asked += wx[i] * wy[j] * vec4(first, second);
		}
	}
	if (asked == vec4(0.0)) return;
	vec3 light = decoded(vec3(pristine.rgb) / 255.0);
	vec3 gain = asked.rgb;
	if (asked.a != 0.0) {
		float base = 0.0;
		for (int j = 0; j < 4; j++) {
			for (int i = 0; i < 4; i++) {
				base += wx[i] * wy[j] * texelFetch(tone, ivec2(columns[i] + 2, rows[j]), 0).x;
			}
		}
		float luma = dot(light, vec3(${LUMA.join(', ')}));
		float above = log(max(luma, ${String(LEAST_LIGHT)})) - base;
		gain -= asked.a * clamp(above, -${String(PORE_LIMIT)}, ${String(PORE_LIMIT)});
	}
	vec3 value = encoded(light * exp(gain));
	result.rgb = uvec3(clamp(floor(255.0 * value + 0.5), 0.0, 255.0));
}`;
