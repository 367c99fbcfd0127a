/**
 * Draws lines that are read one by one: each a curve (see `../curve.ts`) from the rim of its source to the rim of its target, solid or
 * dashed, with an arrowhead. One strip of triangles a line, bent in the vertex shader, so that the cost follows the length of the line
 * and not the area it spans.
 */
import { GlProgram, VIEW_GLSL } from './gl-program.ts';
import type { CanvasView, Gl } from './gl-program.ts';

export interface Strip {
  /** Graph units. */
  readonly source: readonly [x: number, y: number];
  readonly target: readonly [x: number, y: number];
  /** CSS pixels at zoom 1. */
  readonly sourcePx: number;
  readonly targetPx: number;
  readonly widthPx: number;
  /** See `claimCurve`. */
  readonly bend: number;
  readonly dash: readonly [on: number, off: number];
  readonly hasHead: boolean;
  /** As `rgba` gives it. */
  readonly color: number;
}

const SEGMENTS = 20;

// language=GLSL
const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec4 a_ends; // source x, y, target x, y; graph units
attribute vec2 a_sizes; // of source and target
attribute float a_thickness;
attribute float a_bend;
attribute float a_head; // 1 with an arrowhead, 0 without
attribute vec2 a_dash;
attribute vec3 a_vertex; // share of the way, side, 1 for the arrowhead

${VIEW_GLSL}
varying vec4 v_color;
varying vec2 v_at;      // strip: along the line and across it; head: from its base and across it; device pixels
varying vec3 v_measure; // strip: half width, dash on, dash off; head: length, half width, -1

vec2 cubic(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float u = 1.0 - t;
  return u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
}
vec2 tangent(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float u = 1.0 - t;
  return u * u * (b - a) + 2.0 * u * t * (c - b) + t * t * (d - c);
}

void main() {
  vec2 source = pixels(a_ends.xy);
  vec2 target = pixels(a_ends.zw);
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
  float headLength = a_head * (5.0 + 2.2 * min(a_thickness, 5.0)) / u_sizeRatio * u_pixelRatio;
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
    if (a_head < 0.5) position = from;
    v_measure = vec3(reach, headHalf, -1.0);
  }
  gl_Position = vec4(position / u_half, 0.0, 1.0);

  v_color = a_color;
}
`;

// language=GLSL
const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying vec3 v_measure;

void main(void) {
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
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * cover;
}
`;

/** One that cannot be seen. */
export const UNSEEN: Strip = {
  source: [0, 0],
  target: [1, 0],
  sourcePx: 0,
  targetPx: 0,
  widthPx: 0,
  bend: 0,
  dash: [0, 0],
  hasHead: false,
  color: 0,
};

/** Two triangles a segment, then two for the arrowhead. */
const STRIP: number[] = [];
for (let segment = 0; segment < SEGMENTS; segment++) {
  const [from, to] = [segment / SEGMENTS, (segment + 1) / SEGMENTS];
  STRIP.push(from, -1, 0, to, -1, 0, from, 1, 0, from, 1, 0, to, -1, 0, to, 1, 0);
}
STRIP.push(0, -1, 1, 1, -1, 1, 0, 1, 1, 0, 1, 1, 1, -1, 1, 1, 1, 1);

const COLUMNS = [
  { name: 'a_ends', size: 4, divisor: 1 },
  { name: 'a_sizes', size: 2, divisor: 1 },
  { name: 'a_thickness', size: 1, divisor: 1 },
  { name: 'a_bend', size: 1, divisor: 1 },
  { name: 'a_dash', size: 2, divisor: 1 },
  { name: 'a_head', size: 1, divisor: 1 },
  { name: 'a_color', size: 4, isColor: true, divisor: 1 },
] as const;
const WIDTH = 12;

export class Strips {
  readonly #program: GlProgram;
  readonly #rows: WebGLBuffer;
  #layout: WebGLVertexArrayObject | null = null;
  #count = 0;

  constructor(gl: Gl) {
    this.#program = new GlProgram(gl, VERTEX, FRAGMENT);
    this.#rows = gl.createBuffer();
  }

  /** In the order in which they are to be drawn. */
  upload(strips: readonly Strip[]): void {
    const rows = new Float32Array(strips.length * WIDTH);
    const colors = new Uint32Array(rows.buffer);
    for (const [index, strip] of strips.entries()) {
      const { source, target, sourcePx, targetPx, widthPx, bend, dash, hasHead, color } = strip;
      const at = index * WIDTH;
      rows.set([...source, ...target, sourcePx, targetPx, widthPx, bend, ...dash, hasHead ? 1 : 0], at);
      colors[at + WIDTH - 1] = color;
    }
    const { gl } = this.#program;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#rows);
    gl.bufferData(gl.ARRAY_BUFFER, rows, gl.DYNAMIC_DRAW);
    this.#count = strips.length;
  }

  draw(view: CanvasView): void {
    if (this.#count === 0) return;
    const { gl } = this.#program;
    this.#program.use(view);
    gl.bindVertexArray((this.#layout ??= this.#bind()));
    gl.drawArraysInstanced(gl.TRIANGLES, 0, STRIP.length / 3, this.#count);
    gl.bindVertexArray(null);
  }
  #bind(): WebGLVertexArrayObject {
    const { gl } = this.#program;
    const layout = gl.createVertexArray();
    gl.bindVertexArray(layout);
    const strip = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, strip);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(STRIP), gl.STATIC_DRAW);
    this.#program.bind(strip, [{ name: 'a_vertex', size: 3 }]);
    this.#program.bind(this.#rows, COLUMNS);
    return layout;
  }
}
