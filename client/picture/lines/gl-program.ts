/** What every program of ours on a WebGL canvas begins with: shaders that are linked, places of attributes, the camera. */

export type Gl = WebGL2RenderingContext;

/** Where the graph lies on the canvas: device pixels, from its middle, y upwards. */
export interface CanvasView {
  /** Device pixels a graph unit. */
  readonly scale: number;
  /** The graph's origin. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
  /** By this what has a size in CSS pixels shrinks as the camera draws back; 1 at zoom 1. */
  readonly sizeRatio: number;
}

/** What the vertex shaders share. */
export const VIEW_GLSL = /* glsl */ `
uniform vec3 u_place; // scale, then the graph's origin: device pixels
uniform vec2 u_half;  // of the canvas
uniform float u_pixelRatio;
uniform float u_sizeRatio;

vec2 pixels(vec2 place) { return place * u_place.x + u_place.yz; }
`;

interface Column {
  readonly name: string;
  readonly size: number;
  /** Four bytes in the room of one float, 0 to 255 told as 0 to 1: a colour. */
  readonly isColor?: boolean;
  readonly divisor?: number;
}

export class GlProgram {
  readonly gl: Gl;
  readonly #program: WebGLProgram;
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();
  #isChecked = false;

  constructor(gl: Gl, vertex: string, fragment: string) {
    this.gl = gl;
    const program = gl.createProgram();
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(kind);
      if (shader === null) throw new Error('No WebGL shader could be made.');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      // goes with the program
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    this.#program = program;
  }

  /** @throws Error where the browser cannot compile it */
  use({ scale, x, y, width, height, pixelRatio, sizeRatio }: CanvasView): void {
    const { gl } = this;
    this.#check();
    gl.useProgram(this.#program);
    gl.uniform3f(this.#at('u_place'), scale, x, y);
    gl.uniform2f(this.#at('u_half'), width / 2, height / 2);
    gl.uniform1f(this.#at('u_pixelRatio'), pixelRatio);
    gl.uniform1f(this.#at('u_sizeRatio'), sizeRatio);
  }

  set(name: string, value: number): void {
    this.gl.uniform1f(this.#at(name), value);
  }

  /** Lays the columns of a buffer, one after another in each row, onto attributes of the same names. */
  bind(buffer: WebGLBuffer, columns: readonly Column[]): void {
    const { gl } = this;
    const stride = columns.reduce((sum, { size, isColor }) => sum + (isColor === true ? 1 : size), 0) * 4;
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    let offset = 0;
    for (const { name, size, isColor = false, divisor = 0 } of columns) {
      const at = gl.getAttribLocation(this.#program, name);
      if (at >= 0) {
        gl.enableVertexAttribArray(at);
        gl.vertexAttribPointer(at, size, isColor ? gl.UNSIGNED_BYTE : gl.FLOAT, isColor, stride, offset);
        gl.vertexAttribDivisor(at, divisor);
      }
      offset += isColor ? 4 : size * 4;
    }
  }

  /** Asked once it is drawn with, so that compiling goes on beside what else is to be done; a lost context says so by its own event. */
  #check(): void {
    const { gl } = this;
    if (this.#isChecked || gl.isContextLost()) return;
    this.#isChecked = true;
    if (gl.getProgramParameter(this.#program, gl.LINK_STATUS) !== true)
      throw new Error(`A WebGL program could not be linked: ${gl.getProgramInfoLog(this.#program)}`);
  }

  #at(name: string): WebGLUniformLocation | null {
    let at = this.#uniforms.get(name);
    if (at === undefined) this.#uniforms.set(name, (at = this.gl.getUniformLocation(this.#program, name)));
    return at;
  }
}
