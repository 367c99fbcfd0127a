/** Points: making them, the distance between them, boxes around them. */
import { Point, SRID } from '../../model.ts';
import type { RunValue } from '../runtime.ts';
import { propertiesOf } from '../expressions/elements.ts';
import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { Context } from '../runtime.ts';
import { argumentError } from '../temporal/errors.ts';
import { printFloat } from '../../float.ts';
import { describe } from '../values/errors.ts';
import { isMap } from '../values/types.ts';
import { category, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const { strict } = category('Spatial');

/** In metres: the mean radius of the WGS 84 ellipsoid that Neo4j calculates with. */
const EARTH_RADIUS = 6_378_140;

const SYSTEMS: ReadonlyMap<string, number> = new Map([
  ['wgs-84', SRID.wgs84],
  ['wgs-84-3d', SRID.wgs84_3d],
  ['cartesian', SRID.cartesian],
  ['cartesian-3d', SRID.cartesian3d],
]);

const isGeographic = (srid: number): boolean => srid === SRID.wgs84 || srid === SRID.wgs84_3d;
const isThreeDimensional = (srid: number): boolean => srid === SRID.wgs84_3d || srid === SRID.cartesian3d;

/**
 * `point({x, y, z})` or `point({longitude, latitude, height})`; `crs` or `srid` says the reference system, else the names
 * and number of the coordinates do. Null where a coordinate is.
 * @throws CypherError coordinates are missing or do not suit the reference system
 */
function point(fields: ReadonlyMap<string, RunValue>): RunValue {
  for (const value of fields.values()) if (value === null) return null;
  // Of two pairs of coordinates x and y count; one of each makes no pair.
  const geographicNames = !(fields.has('x') && fields.has('y'));
  const x = fields.get(geographicNames ? 'longitude' : 'x');
  const y = fields.get(geographicNames ? 'latitude' : 'y');
  const z = fields.get('z') ?? fields.get('height');
  if (x === undefined || y === undefined) {
    throw argumentError("A point must contain either 'x' and 'y', or 'latitude' and 'longitude'", '42I16');
  }
  const srid = readSystem(fields) ?? defaultSystem(geographicNames, z !== undefined);
  if (geographicNames && !isGeographic(srid)) {
    throw argumentError(`Geographic points does not support coordinate reference system: ${srid}`);
  }
  if (isThreeDimensional(srid) !== (z !== undefined)) {
    const wanted = isThreeDimensional(srid) ? 3 : 2;
    throw argumentError(
      `Cannot create point with ${z === undefined ? 2 : 3} coordinates, its system has ${wanted}`,
    );
  }
  return checkPoint(
    new Point(srid, coordinate('x', x), coordinate('y', y), z === undefined ? null : coordinate('z', z)),
  );
}

function coordinate(name: string, value: RunValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  throw argumentError(`Cannot assign ${describe(value)} to field ${name}`, ['22G03', '22N27']);
}

function readSystem(fields: ReadonlyMap<string, RunValue>): number | undefined {
  const crs = fields.get('crs');
  const srid = fields.get('srid');
  const known = [...SYSTEMS.values()];
  if (crs === undefined && srid === undefined) return undefined;
  const found =
    crs === undefined ? known.find((id) => BigInt(id) === srid) : SYSTEMS.get(String(crs).toLowerCase());
  if (found === undefined)
    throw argumentError(`Unknown coordinate reference system: ${String(crs ?? srid)}`, ['22000', '22N21']);
  return found;
}

function defaultSystem(geographic: boolean, threeDimensional: boolean): number {
  if (geographic) return threeDimensional ? SRID.wgs84_3d : SRID.wgs84;
  return threeDimensional ? SRID.cartesian3d : SRID.cartesian;
}

/** Latitudes end at the poles; a longitude runs on around the globe. */
function checkPoint(value: Point): Point {
  if (![value.x, value.y, value.z ?? 0].every(Number.isFinite)) {
    throw argumentError('Cannot create a point with non-finite coordinate values');
  }
  if (!isGeographic(value.srid)) return value;
  if (Math.abs(value.y) > 90) {
    const coordinates = [value.x, value.y, ...(value.z === null ? [] : [value.z])].map(printFloat).join(', ');
    throw argumentError(
      `Cannot create WGS84 point with invalid coordinate: [${coordinates}]. Valid range for Y coordinate is [-90, 90].`,
      ['22000', '22N23'],
    );
  }
  const x = value.x >= -180 && value.x <= 180 ? value.x : 180 - ((((180 - value.x) % 360) + 360) % 360);
  return new Point(value.srid, x, value.y, value.z);
}

const radians = (degrees: number): number => degrees * (Math.PI / 180);

/** In metres on the globe (haversine formula), else in the coordinates' unit; null between different systems. */
function distance(a: Point, b: Point): number | null {
  if (a.srid !== b.srid) return null;
  const height = (b.z ?? 0) - (a.z ?? 0);
  if (!isGeographic(a.srid)) return Math.hypot(b.x - a.x, b.y - a.y, height);
  const halfAngle =
    Math.sin(radians(b.y - a.y) / 2) ** 2 +
    Math.cos(radians(a.y)) * Math.cos(radians(b.y)) * Math.sin(radians(b.x - a.x) / 2) ** 2;
  // With heights, along the sphere at their mean and then straight up, as Neo4j does.
  const radius = EARTH_RADIUS + ((a.z ?? 0) + (b.z ?? 0)) / 2;
  return Math.hypot(2 * radius * Math.atan2(Math.sqrt(halfAngle), Math.sqrt(1 - halfAngle)), height);
}

/** A box on the globe whose left side is east of its right one crosses the 180th meridian. */
function within(value: Point, lowerLeft: Point, upperRight: Point): boolean | null {
  if (value.srid !== lowerLeft.srid || value.srid !== upperRight.srid) return null;
  const crosses = isGeographic(value.srid) && lowerLeft.x > upperRight.x;
  const inX = crosses
    ? value.x >= lowerLeft.x || value.x <= upperRight.x
    : value.x >= lowerLeft.x && value.x <= upperRight.x;
  const inY = value.y >= lowerLeft.y && value.y <= upperRight.y;
  const inZ = value.z === null || (value.z >= (lowerLeft.z ?? 0) && value.z <= (upperRight.z ?? 0));
  return inX && inY && inZ;
}

function pointSource(context: Context, value: RunValue): RunValue {
  if (isMap(value)) return point(value);
  if (value instanceof NodeRef || value instanceof RelationshipRef) {
    // Only what says where it lies: the rest of an element's properties may be anything.
    const keys = new Set(['x', 'y', 'z', 'longitude', 'latitude', 'height', 'crs', 'srid']);
    return point(new Map([...propertiesOf(value, context)].filter(([key]) => keys.has(key))));
  }
  throw invalidInput('point', 'a Map', value);
}

export const spatialFunctions: readonly FunctionDefinition[] = [
  strict(
    'point(input :: MAP) :: POINT',
    'Returns a 2D or 3D POINT object, given two or respectively three coordinate values.',
    (context, value = null) => pointSource(context, value),
  ),
  strict(
    'point.distance(from :: POINT, to :: POINT) :: FLOAT',
    'Returns the distance between two points: in metres on the globe, else in the unit of the coordinates.',
    (_context, a, b) => (a instanceof Point && b instanceof Point ? distance(a, b) : null),
  ),
  strict(
    'point.withinBBox(point :: POINT, lowerLeft :: POINT, upperRight :: POINT) :: BOOLEAN',
    'Returns true if the provided point is within the bounding box defined by the two provided points.',
    (_context, value, lowerLeft, upperRight) =>
      value instanceof Point && lowerLeft instanceof Point && upperRight instanceof Point
        ? within(value, lowerLeft, upperRight)
        : null,
  ),
];
