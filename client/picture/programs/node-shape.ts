/**
 * Draws each node as its kind's shape (see `../shapes.ts`) with a rim, and, where it is selected or hovered, a ring at a
 * distance. One GL point a node: instancing is what software WebGL punishes. Never drawn a second time for picking: see `../pick.ts`.
 */
import { NodeProgram } from 'sigma/rendering';
import type { ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Placed, Renderer } from '../drawn-graph.ts';
import type { Shape } from '../shapes.ts';

/** What the node reducer gives this program beside Sigma's own fields. */
export interface NodeShapeData extends NodeDisplayData {
  readonly shape: Shape;
  readonly rim: string;
  /** Width of the ring in CSS pixels; 0 for none. */
  readonly ringPx: number;
  readonly ring: string;
}

// language=GLSL
const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_ringPx;
attribute vec4 a_shape; // points, notch, turn, scale

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying vec4 v_rim;
varying vec4 v_ring;
varying vec4 v_shape;
varying float v_extent; // half the side of the point, device pixels
varying float v_radius; // device pixels
varying float v_ringPx;

const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  v_ringPx = a_ringPx * u_pixelRatio;
  v_extent = v_radius * max(1.0, a_shape.w) + v_ringPx * 2.5 + 2.0;
  gl_PointSize = v_extent * 2.0;
  v_shape = a_shape;
  v_rim = a_rim;
  v_ring = a_ring;
  v_color = a_color;
  v_color.a *= bias;
}
`;

// language=GLSL
const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_rim;
varying vec4 v_ring;
varying vec4 v_shape;
varying float v_extent;
varying float v_radius;
varying float v_ringPx;

uniform float u_pixelRatio;

const float PI = 3.14159265358979;

// Signed distance to the star polygon: the point is folded into the half sector between a tip and the notch beside it,
// where the outline is one segment. The same as in ../outline-distance.ts.
float outline(vec2 p, vec4 shape, float radius) {
  float r = radius * shape.w;
  if (shape.x < 0.5) return length(p) - r;
  float sector = PI / shape.x;
  float angle = atan(p.x, p.y) - shape.z + sector;
  angle = mod(angle, 2.0 * sector) - sector;
  vec2 q = length(p) * vec2(cos(angle), abs(sin(angle)));
  vec2 tip = vec2(r, 0.0);
  vec2 edge = r * shape.y * vec2(cos(sector), sin(sector)) - tip;
  vec2 w = q - tip;
  vec2 off = w - edge * clamp(dot(w, edge) / dot(edge, edge), 0.0, 1.0);
  return (edge.x * w.y - edge.y * w.x > 0.0 ? -1.0 : 1.0) * length(off);
}

void main(void) {
  vec2 p = (gl_PointCoord - 0.5) * 2.0 * v_extent;
  p.y = -p.y;
  // corners are rounded by a little: the outline of a smaller shape, grown
  float corner = v_shape.x < 0.5 ? 0.0 : v_radius * 0.12;
  float d = outline(p, v_shape, v_radius - corner) - corner;
  float rimWidth = min(1.4 * u_pixelRatio, v_radius * 0.3);
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float fill = clamp(0.5 - d - rimWidth, 0.0, 1.0);
  vec4 body = mix(v_rim, v_color, fill) * inside;
  float around = length(p) - (v_radius * mix(1.0, v_shape.w, 0.75) + v_ringPx * 1.25 + 1.0);
  float ring = v_ringPx < 0.1 ? 0.0 : clamp(0.5 + v_ringPx * 0.5 - abs(around), 0.0, 1.0);
  gl_FragColor = body + v_ring * ring * (1.0 - body.a);
}
`;

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;
const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;

const NOWHERE: RenderParams = {
  width: 1,
  height: 1,
  pixelRatio: 1,
  downSizingRatio: 1,
  sizeRatio: 1,
  zoomRatio: 1,
  cameraAngle: 0,
  correctionRatio: 1,
  minEdgeThickness: 0,
  antiAliasingFeather: 0,
  matrix: new Float32Array(9),
  invMatrix: new Float32Array(9),
};

export class NodeShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], Placed> {
  constructor(gl: WebGLRenderingContext, _pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
    super(gl, null, renderer);
    // what draws for the first time is compiled then: one point that cannot be seen, while the data is still on its way
    this.reallocate(1);
    this.render(NOWHERE);
  }

  override getDefinition() {
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rim', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ring', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ringPx', size: 1, type: FLOAT },
        { name: 'a_shape', size: 4, type: FLOAT },
      ],
    };
  }

  override processVisibleItem(_nodeIndex: number, startIndex: number, data: NodeShapeData): void {
    const { array } = this;
    let at = startIndex;
    array[at++] = data.x;
    array[at++] = data.y;
    array[at++] = data.size;
    array[at++] = floatColor(data.color);
    array[at++] = floatColor(data.rim);
    array[at++] = floatColor(data.ring);
    array[at++] = data.ringPx;
    array[at++] = data.shape.points;
    array[at++] = data.shape.notch;
    array[at++] = data.shape.turn;
    array[at++] = data.shape.scale;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
  }
}

/** Draws nothing: lines and what is hovered are drawn elsewhere. */
export class NoProgram {
  readonly drawLabel = undefined;
  readonly drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}
