/** Values as text: what `toString()` and string concatenation give. */
import { Duration } from '../../temporal.ts';
import { Point, SRID } from '../../model.ts';
import type { RunValue } from '../runtime.ts';
import { isTemporal } from '../temporal/arithmetic.ts';
import { isNumber } from './equality.ts';
import { printFloat } from '../../float.ts';
import { printNumber } from './numbers.ts';

/** The text of a scalar as Neo4j prints it, or null where it has none (list, map, node, relationship, path). */
export function printScalar(value: RunValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return printNumber(value);
  if (isTemporal(value) || value instanceof Duration) return value.toString();
  return value instanceof Point ? printPoint(value) : null;
}

const CRS_NAMES: ReadonlyMap<number, string> = new Map([
  [SRID.wgs84, 'wgs-84'],
  [SRID.wgs84_3d, 'wgs-84-3d'],
  [SRID.cartesian, 'cartesian'],
  [SRID.cartesian3d, 'cartesian-3d'],
]);

/** The name of a coordinate reference system, as `point.crs` gives it. */
export const crsName = (srid: number): string => CRS_NAMES.get(srid) ?? String(srid);

/** `point({x: 1.0, y: 2.0, crs: 'cartesian'})`: Cypher that makes the point again. */
export function printPoint(point: Point): string {
  const z = point.z === null ? '' : `, z: ${printFloat(point.z)}`;
  return `point({x: ${printFloat(point.x)}, y: ${printFloat(point.y)}${z}, crs: '${crsName(point.srid)}'})`;
}
