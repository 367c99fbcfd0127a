import { printFloat } from '../float.ts';
import { Point, SRID } from '../model.ts';

/** A point as EWKT, the way Neo4j's Query API writes it: `SRID=7203;POINT (1.0 2.0)`, `SRID=9157;POINT Z (1.0 2.0 3.0)`. */
export function printPoint({ srid, x, y, z }: Point): string {
  return z === null
    ? `SRID=${srid};POINT (${printFloat(x)} ${printFloat(y)})`
    : `SRID=${srid};POINT Z (${printFloat(x)} ${printFloat(y)} ${printFloat(z)})`;
}

const POINT = /^SRID=(\d+);\s*POINT( Z)? ?\(([^\s()]+) ([^\s()]+)(?: ([^\s()]+))?\)$/;
const KNOWN: readonly number[] = Object.values(SRID);

/** The point, or null where the text is none or its SRID is not one that Cypher knows. */
export function readPoint(text: string): Point | null {
  const found = POINT.exec(text);
  if (found === null) return null;
  const [srid, x, y] = [Number(found[1]), Number(found[3]), Number(found[4])];
  const z = found[5] === undefined ? null : Number(found[5]);
  const spatial = srid === SRID.wgs84_3d || srid === SRID.cartesian3d;
  if (!KNOWN.includes(srid) || spatial !== (z !== null) || [x, y, z ?? 0].some(Number.isNaN)) return null;
  return new Point(srid, x, y, z);
}
