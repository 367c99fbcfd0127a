/**
 * Draws a claim: a curve (see `../curve.ts`) from the rim of its source to the rim of its target, solid or dashed, with an
 * arrowhead. One strip of triangles an edge, bent in the vertex shader, so that the cost follows the length of the line and
 * not the area it spans. When picking, the strip is at least 9 pixels wide and has no gaps.
 */
import { EdgeProgram } from 'sigma/rendering';
import type { ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { NodeAttributes, RelationshipAttributes } from '../../state/graph.ts';

/** What the edge reducer gives this program beside Sigma's own fields. */
export interface ClaimLineData extends EdgeDisplayData {
  /** See `claimCurve`. */
  readonly bend: number;
  readonly dash: readonly [on: number, off: number];
}

const SEGMENTS = 20;

// language=GLSL
const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ends; // source x, y, target x, y
attribute vec2 a_sizes; // of source and target
attribute float a_thickness;
attribute float a_bend;
attribute vec2 a_dash;
attribute vec3 a_vertex; // share of the way, side, 1 for the arrowhead

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;

varying vec4 v_color;
varying vec2 v_at;      // strip: along the line and across it; head: from its base and across it; device pixels
varying vec3 v_measure; // strip: half width, dash on, dash off; head: length, half width, -1

const float bias = 255.0 / 254.0;

vec2 cubic(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float u = 1.0 - t;
  return u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
}
vec2 tangent(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float u = 1.0 - t;
  return u * u * (b - a) + 2.0 * u * t * (c - b) + t * t * (d - c);
}

void main() {
  vec2 toPixels = u_dimensions / 2.0;
  vec2 source = (u_matrix * vec3(a_ends.xy, 1.0)).xy * toPixels;
  vec2 target = (u_matrix * vec3(a_ends.zw, 1.0)).xy * toPixels;
  vec2 way = target - source;
  float chord = length(way);
  vec2 b;
  vec2 c;
  bool isLoop = chord < 0.01;
  if (isLoop) {
    float reach = a_bend * u_pixelRatio / u_sizeRatio;
    b = source + vec2(-reach, 1.5 * reach);
    c = source + vec2(reach, 1.5 * reach);
  } else {
    vec2 control = (source + target) / 2.0 + vec2(-way.y, way.x) * a_bend;
    b = mix(source, control, 2.0 / 3.0);
    c = mix(target, control, 2.0 / 3.0);
  }

  float width = max(a_thickness / u_sizeRatio, 0.6) * u_pixelRatio;
  float headLength = (5.0 + 2.2 * a_thickness) / u_sizeRatio * u_pixelRatio;
  float headHalf = headLength * 0.42;
  float gap = 1.5 * u_pixelRatio;
  float sourceReach = a_sizes.x / u_sizeRatio * u_pixelRatio + gap;
  float tipReach = a_sizes.y / u_sizeRatio * u_pixelRatio + gap;
  // two nodes that nearly touch leave no room: the head gives way first
  float room = isLoop ? headLength * 2.0 : max(0.0, chord - sourceReach - tipReach);
  headLength = min(headLength, room * 0.6);
  headHalf = min(headHalf, headLength * 0.5);

  // where the curve leaves the source, where the head begins, where its tip is: halving finds each to 1/512 of the way
  float begin = 0.0;
  float base = 1.0;
  float tip = 1.0;
  float high = 0.5;
  float lowBase = 0.5;
  float lowTip = 0.5;
  for (int step = 0; step < 9; step++) {
    float half1 = (begin + high) / 2.0;
    if (length(cubic(source, b, c, target, half1) - source) < sourceReach) begin = half1; else high = half1;
    float half2 = (lowBase + base) / 2.0;
    if (length(cubic(source, b, c, target, half2) - target) < tipReach + headLength) base = half2; else lowBase = half2;
    float half3 = (lowTip + tip) / 2.0;
    if (length(cubic(source, b, c, target, half3) - target) < tipReach) tip = half3; else lowTip = half3;
  }

  vec2 position;
  if (a_vertex.z < 0.5) {
    float t = mix(begin, base, a_vertex.x);
    vec2 here = cubic(source, b, c, target, t);
    vec2 direction = normalize(tangent(source, b, c, target, t) + vec2(1e-6, 0.0));
    float halfWidth = width / 2.0;
    #ifdef PICKING_MODE
    halfWidth = max(halfWidth, 4.5 * u_pixelRatio);
    #endif
    float across = a_vertex.y * (halfWidth + 1.0);
    position = here + vec2(-direction.y, direction.x) * across;
    // length so far, by chords: exact enough to dash by
    float along = 0.0;
    vec2 last = cubic(source, b, c, target, begin);
    for (int piece = 1; piece <= 6; piece++) {
      vec2 next = cubic(source, b, c, target, mix(begin, t, float(piece) / 6.0));
      along += length(next - last);
      last = next;
    }
    v_at = vec2(along, across);
    v_measure = vec3(halfWidth, a_dash * u_pixelRatio);
  } else {
    vec2 from = cubic(source, b, c, target, base);
    vec2 to = cubic(source, b, c, target, tip);
    vec2 direction = normalize(to - from + vec2(1e-6, 0.0));
    float reach = length(to - from);
    v_at = vec2(mix(-1.0, reach + 1.0, a_vertex.x), a_vertex.y * (headHalf + 1.0));
    position = from + direction * v_at.x + vec2(-direction.y, direction.x) * v_at.y;
    v_measure = vec3(reach, headHalf, -1.0);
  }
  gl_Position = vec4(position / toPixels, 0.0, 1.0);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

// language=GLSL
const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying vec3 v_measure;

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float cover;
  if (v_measure.z < 0.0) {
    float slope = v_measure.y / max(v_measure.x, 0.01);
    float fromSide = (slope * (v_measure.x - v_at.x) - abs(v_at.y)) / sqrt(1.0 + slope * slope);
    cover = clamp(min(v_at.x, fromSide) + 0.5, 0.0, 1.0);
  } else {
    cover = clamp(v_measure.x - abs(v_at.y) + 0.5, 0.0, 1.0);
    float period = v_measure.y + v_measure.z;
    if (period > 0.1) {
      float phase = mod(v_at.x, period);
      cover *= clamp(min(phase, v_measure.y - phase) + 0.5, 0.0, 1.0);
    }
  }
  gl_FragColor = v_color * cover;
  #endif
}
`;

/** Two triangles a segment, then two for the arrowhead. */
const STRIP: number[][] = [];
for (let segment = 0; segment < SEGMENTS; segment++) {
  const [from, to] = [segment / SEGMENTS, (segment + 1) / SEGMENTS];
  STRIP.push([from, -1, 0], [to, -1, 0], [from, 1, 0], [from, 1, 0], [to, -1, 0], [to, 1, 0]);
}
STRIP.push([0, -1, 1], [1, -1, 1], [0, 1, 1], [0, 1, 1], [1, -1, 1], [1, 1, 1]);

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_pixelRatio', 'u_dimensions'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

export class ClaimLineProgram extends EdgeProgram<
  (typeof UNIFORMS)[number],
  NodeAttributes,
  RelationshipAttributes
> {
  override getDefinition() {
    return {
      VERTICES: STRIP.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_ends', size: 4, type: FLOAT },
        { name: 'a_sizes', size: 2, type: FLOAT },
        { name: 'a_thickness', size: 1, type: FLOAT },
        { name: 'a_bend', size: 1, type: FLOAT },
        { name: 'a_dash', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_vertex', size: 3, type: FLOAT }],
      CONSTANT_DATA: STRIP,
    };
  }

  override processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: ClaimLineData,
  ): void {
    const { array } = this;
    let at = startIndex;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = source.size;
    array[at++] = target.size;
    array[at++] = data.size;
    array[at++] = data.bend;
    array[at++] = data.dash[0];
    array[at++] = data.dash[1];
    array[at++] = floatColor(data.color);
    array[at++] = edgeIndex;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, params.pixelRatio);
    gl.uniform2f(
      uniformLocations['u_dimensions'] ?? null,
      params.width * params.pixelRatio,
      params.height * params.pixelRatio,
    );
  }
}
