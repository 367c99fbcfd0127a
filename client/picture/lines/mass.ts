/**
 * Draws lines by the ten thousand: pieces that are straight in the graph, uploaded once, so that moving the camera touches no data.
 * The strong ones are bands with soft sides, the faint ones threads a pixel wide, which cost a third. One draw call each, and no
 * instancing: that is what software WebGL punishes.
 */
import { GlProgram, VIEW_GLSL } from './gl-program.ts';
import type { CanvasView, Gl } from './gl-program.ts';

// language=GLSL
const VERTEX = /* glsl */ `
attribute vec2 a_here;
attribute vec2 a_there; // further on the same way
attribute float a_side; // half the width in CSS pixels at zoom 1; its sign tells the side
attribute vec4 a_color;

${VIEW_GLSL}
uniform float u_opacity;
uniform float u_isThread;

varying vec4 v_color;
varying vec2 v_across; // from the middle, and half the width: device pixels

void main() {
  vec2 here = pixels(a_here);
  vec2 way = pixels(a_there) - here;
  float halfWidth = max(abs(a_side) / u_sizeRatio, 0.4) * u_pixelRatio;
  float reach = (halfWidth + 0.7) * sign(a_side) * (1.0 - u_isThread);
  vec2 normal = vec2(-way.y, way.x) / max(length(way), 1e-3);
  gl_Position = vec4((here + normal * reach) / u_half, 0.0, 1.0);
  v_across = vec2(reach, halfWidth);
  float alpha = min(1.0, a_color.a * u_opacity);
  v_color = vec4(a_color.rgb * alpha, alpha);
}
`;

// language=GLSL
const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying vec2 v_across;

void main(void) {
  gl_FragColor = v_color * clamp(v_across.y - abs(v_across.x) + 0.5, 0.0, 1.0);
}
`;

const COLUMNS = [
  { name: 'a_here', size: 2 },
  { name: 'a_there', size: 2 },
  { name: 'a_side', size: 1 },
  { name: 'a_color', size: 4, isColor: true },
] as const;
const WIDTH = 6;
const CORNERS = 4;
const ROW = WIDTH * CORNERS;
/** A piece without length, width or colour. */
const NOTHING = new Float32Array(ROW);

/** Straight pieces, in the order in which they are to be drawn; filled from outside, then uploaded. */
export class Pieces {
  count = 0;
  readonly rows: Float32Array;
  readonly #colors: Uint32Array;

  constructor(most: number) {
    this.rows = new Float32Array(most * ROW);
    this.#colors = new Uint32Array(this.rows.buffer);
  }

  /** So many that cannot be seen. */
  static unseen(count: number): Pieces {
    const pieces = new Pieces(count);
    pieces.count = count;
    return pieces;
  }

  /** Graph units, and CSS pixels at zoom 1; `color` as `rgba` gives it. */
  add(x0: number, y0: number, x1: number, y1: number, widthPx: number, color: number): void {
    let at = this.count++ * ROW;
    const { rows } = this;
    for (let corner = 0; corner < CORNERS; corner++) {
      const isFar = corner > 1;
      rows[at] = isFar ? x1 : x0;
      rows[at + 1] = isFar ? y1 : y0;
      // beyond the far end, so that both ends have the same sides
      rows[at + 2] = isFar ? x1 + x1 - x0 : x1;
      rows[at + 3] = isFar ? y1 + y1 - y0 : y1;
      rows[at + 4] = (corner === 0 || corner === 3 ? widthPx : -widthPx) / 2;
      this.#colors[at + 5] = color;
      at += WIDTH;
    }
  }
}

/** One for every mass on a canvas: compiling takes longer than drawing. */
export const massProgram = (gl: Gl): GlProgram => new GlProgram(gl, VERTEX, FRAGMENT);

export class Mass {
  readonly #program: GlProgram;
  readonly #rows: WebGLBuffer;
  #layouts: { readonly bands: WebGLVertexArrayObject; readonly threads: WebGLVertexArrayObject } | null =
    null;
  #indexed = 0;
  #count = 0;

  constructor(program: GlProgram) {
    this.#program = program;
    this.#rows = program.gl.createBuffer();
  }

  upload(pieces: Pieces): void {
    const { gl } = this.#program;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#rows);
    gl.bufferData(gl.ARRAY_BUFFER, pieces.rows.subarray(0, pieces.count * ROW), gl.STATIC_DRAW);
    this.#count = pieces.count;
  }

  /** Takes one piece of those uploaded out of the mass, or puts it back; all others stay as they are. */
  show(piece: number, pieces: Pieces, isShown: boolean): void {
    const { gl } = this.#program;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#rows);
    const rows = isShown ? pieces.rows.subarray(piece * ROW, (piece + 1) * ROW) : NOTHING;
    gl.bufferSubData(gl.ARRAY_BUFFER, piece * ROW * 4, rows);
  }

  /**
   * @param from index of the first piece to draw: those before are left out
   * @param bandsFrom index of the first that is drawn as a band
   * @param opacity that the pieces' own is multiplied by
   */
  draw(view: CanvasView, from: number, bandsFrom: number, opacity: number): void {
    if (this.#count <= from) return;
    const { gl } = this.#program;
    const { bands, threads } = (this.#layouts ??= { bands: this.#layout(), threads: this.#layout() });
    if (this.#count > this.#indexed) this.#index(this.#count, bands, threads);
    const middle = Math.min(this.#count, Math.max(from, bandsFrom));
    this.#program.use(view);
    this.#program.set('u_opacity', opacity);
    if (middle > from) {
      this.#program.set('u_isThread', 1);
      gl.bindVertexArray(threads);
      gl.drawElements(gl.LINES, (middle - from) * 2, gl.UNSIGNED_INT, from * 2 * 4);
    }
    if (this.#count > middle) {
      this.#program.set('u_isThread', 0);
      gl.bindVertexArray(bands);
      gl.drawElements(gl.TRIANGLES, (this.#count - middle) * 6, gl.UNSIGNED_INT, middle * 6 * 4);
    }
    gl.bindVertexArray(null);
  }

  #layout(): WebGLVertexArrayObject {
    const { gl } = this.#program;
    const layout = gl.createVertexArray();
    gl.bindVertexArray(layout);
    this.#program.bind(this.#rows, COLUMNS);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bindVertexArray(null);
    return layout;
  }

  /** Which corners make a band and which a thread: the same for every piece, so made once for the most there were. */
  #index(count: number, bandLayout: WebGLVertexArrayObject, threadLayout: WebGLVertexArrayObject): void {
    const bands = new Uint32Array(count * 6);
    const threads = new Uint32Array(count * 2);
    for (let piece = 0; piece < count; piece++) {
      const corner = piece * CORNERS;
      const at = piece * 6;
      bands[at] = bands[at + 3] = corner;
      bands[at + 1] = corner + 1;
      bands[at + 2] = bands[at + 4] = corner + 2;
      bands[at + 5] = corner + 3;
      threads[piece * 2] = corner;
      threads[piece * 2 + 1] = corner + 2;
    }
    const { gl } = this.#program;
    for (const [layout, indices] of [
      [bandLayout, bands],
      [threadLayout, threads],
    ] as const) {
      gl.bindVertexArray(layout);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STATIC_DRAW);
    }
    gl.bindVertexArray(null);
    this.#indexed = count;
  }
}
