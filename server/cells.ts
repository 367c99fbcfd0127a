/** Reads the cells of a named query's rows. A cell that is not what the query's header promises is a fault of ours. */
import { Node, Path, Relationship, isList } from '../graph/model.ts';
import type { Value } from '../graph/model.ts';
import type { Row } from './named-queries.ts';

const wrong = (column: string, expected: string): Error => new Error(`column ${column} holds no ${expected}`);

export function nodeIn(row: Row, column: string): Node {
  const value = row.get(column);
  if (!(value instanceof Node)) throw wrong(column, 'node');
  return value;
}

export function optionalNodeIn(row: Row, column: string): Node | null {
  return row.get(column) === null ? null : nodeIn(row, column);
}

export function relationshipIn(row: Row, column: string): Relationship {
  const value = row.get(column);
  if (!(value instanceof Relationship)) throw wrong(column, 'relationship');
  return value;
}

export function relationshipsIn(row: Row, column: string): readonly Relationship[] {
  const value = row.get(column) ?? null;
  if (!isList(value) || !value.every((item) => item instanceof Relationship))
    throw wrong(column, 'relationships');
  return value as readonly Relationship[];
}

export function pathIn(row: Row, column: string): Path {
  const value = row.get(column);
  if (!(value instanceof Path)) throw wrong(column, 'path');
  return value;
}

/** A list of maps, each read as a row is. */
export function mapsIn(row: Row, column: string): readonly Row[] {
  const value = row.get(column) ?? null;
  if (!isList(value) || !value.every((item) => item instanceof Map)) throw wrong(column, 'maps');
  return value as unknown as readonly Row[];
}

export function textIn(row: Row, column: string): string {
  const value = row.get(column);
  if (typeof value !== 'string') throw wrong(column, 'string');
  return value;
}

export function optionalTextIn(row: Row, column: string): string | null {
  return row.get(column) === null ? null : textIn(row, column);
}

export function booleanIn(row: Row, column: string): boolean {
  const value = row.get(column);
  if (typeof value !== 'boolean') throw wrong(column, 'boolean');
  return value;
}

/** An INTEGER that counts something in memory. */
export function countIn(row: Row, column: string): number {
  const value = row.get(column);
  if (typeof value !== 'bigint') throw wrong(column, 'integer');
  return Number(value);
}

/** A property's text; null where it is not set, or no string. */
export function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Which paragraph of its source an Evidence node is from, counted from 1; null where that is not known. */
export function paragraphOf(evidence: Node | null): number | null {
  const paragraph = evidence?.properties.get('paragraph');
  return typeof paragraph === 'bigint' ? Number(paragraph) : null;
}
