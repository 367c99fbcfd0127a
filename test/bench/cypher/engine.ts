/** What the Cypher benchmark asks of every engine. */
import type { Plain } from './graph.ts';

export type Answer = readonly (readonly unknown[])[];

export interface Engine {
  /** The statement by which nodes of a label are found by their `id`, as the engine does it best. */
  indexId(label: string): string;
  /** Parameters as the engine takes them, so that making them is not measured. */
  parameters(plain: Readonly<Record<string, Plain>>): unknown;
  /** The rows as the engine's own JavaScript values. Its own transaction, durable when it resolves. */
  run(statement: string, parameters?: unknown): Promise<readonly unknown[]>;
  /** One of those rows as others can be compared with it: integers are numbers. Never measured. */
  plain(row: unknown): readonly unknown[];
  /** Takes every row, as the engine's own values, and keeps none; how many there were. */
  drain(statement: string): Promise<number>;
  close(): Promise<void>;
}

export type EngineName = 'Entente' | 'Grafeo' | 'Neo4j';

export const uniqueId = (label: string): string =>
  `CREATE CONSTRAINT ${label.toLowerCase()}_id FOR (node:${label}) REQUIRE node.id IS UNIQUE`;

/** Lists and objects of plain values, each number made what an engine takes for it. */
export function converted(value: Plain, number: (value: number | bigint) => unknown): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return number(value);
  if (Array.isArray(value)) return (value as readonly Plain[]).map((item) => converted(item, number));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item, number)]));
}
