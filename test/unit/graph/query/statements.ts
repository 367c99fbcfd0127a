/** Runs statements for the tests as the embedded store does: prepared, in a transaction of their own, committed. */
import { CypherError } from '../../../../graph/errors.ts';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import { Node, Path, Relationship, isList, isMap, type Value } from '../../../../graph/model.ts';
import { execute, prepare, type AsyncOptions } from '../../../../graph/query/engine.ts';
import { builtinProcedures } from '../../../../graph/query/procedures/builtin.ts';
import type { ProcedureRegistry } from '../../../../graph/query/procedures/registry.ts';
import { printScalar } from '../../../../graph/query/values/print.ts';
import { innerTransactions } from '../../../../graph/query/run/in-transactions.ts';
import type { Plan, Summary } from '../../../../graph/result.ts';
import type { RunValue } from '../../../../graph/query/runtime.ts';

export interface Outcome {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly summary: Summary;
}

type Given = Readonly<Record<string, Value>>;

export class Database {
  readonly graph = new MemoryGraph();
  readonly procedures: ProcedureRegistry;

  constructor(procedures: ProcedureRegistry = builtinProcedures) {
    this.procedures = procedures;
  }

  /** @throws CypherError what the statement did is rolled back then */
  async run(text: string, parameters: Given = {}, options: AsyncOptions = {}): Promise<Outcome> {
    const prepared = prepare(text, this.procedures);
    const given = new Map(Object.entries(parameters));
    if (prepared.access === 'read' || prepared.inTransactions) {
      const transactions = prepared.inTransactions ? innerTransactions(this.graph) : undefined;
      const reader = this.graph.read();
      try {
        return await outcome(execute(prepared, reader, given, { transactions, ...options }));
      } finally {
        reader.release();
      }
    }
    const writer = await this.graph.write();
    try {
      const done = await outcome(execute(prepared, writer, given, options));
      writer.prepare();
      writer.commit();
      return done;
    } catch (error) {
      writer.rollback();
      throw error;
    }
  }

  /** Each row as one line: `1 | 'a' | (:A {x: 1})`. */
  async rows(text: string, parameters: Given = {}): Promise<string[]> {
    const { rows } = await this.run(text, parameters);
    return rows.map((row) => row.map(print).join(' | '));
  }

  /** The counters that are not zero. */
  async counters(text: string, parameters: Given = {}): Promise<Partial<Summary['counters']>> {
    const { summary } = await this.run(text, parameters);
    return Object.fromEntries(Object.entries(summary.counters).filter(([, count]) => count > 0));
  }

  /** `code: message` of the error that a statement ends in. */
  async failure(text: string, parameters: Given = {}, options: AsyncOptions = {}): Promise<string> {
    try {
      await this.run(text, parameters, options);
    } catch (error) {
      if (error instanceof CypherError) return `${error.code}: ${error.message}`;
      throw error;
    }
    throw new Error(`no error: ${text}`);
  }

  /** The operators of a plan, the last first; the second and later children are indented. */
  async plan(text: string): Promise<string[]> {
    const { summary } = await this.run(`EXPLAIN ${text}`);
    return summary.plan === undefined ? [] : lines(summary.plan, '');
  }
}

async function outcome(events: ReturnType<typeof execute>): Promise<Outcome> {
  let fields: readonly string[] = [];
  const rows: (readonly Value[])[] = [];
  for await (const event of events) {
    if (event.event === 'header') ({ fields } = event);
    else if (event.event === 'rows') rows.push(...event.rows);
    else return { fields, rows, summary: event.summary };
  }
  throw new Error('a result without a summary');
}

function lines(plan: Plan, indent: string): string[] {
  const [first, ...others] = plan.children;
  const details = String(plan.arguments['Details']);
  return [
    `${indent}${plan.operatorType}${details === '' ? '' : ` ${details}`}`,
    ...others.flatMap((child) => lines(child, `${indent}  `)),
    ...(first === undefined ? [] : lines(first, indent)),
  ];
}

/** A value as Cypher would write it; a path as its nodes and relationships. */
export function print(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value}'`;
  if (value instanceof Node) {
    return `(${value.labels.map((label) => `:${label}`).join('')}${properties(value)})`;
  }
  if (value instanceof Relationship) return `[:${value.type}${properties(value)}]`;
  if (value instanceof Path) return printPath(value);
  if (isList(value)) return `[${value.map(print).join(', ')}]`;
  if (isMap(value)) return printMap(value);
  return printScalar(value as RunValue) ?? '?';
}

const printMap = (map: ReadonlyMap<string, Value>): string =>
  `{${[...map]
    .map(([key, item]) => `${key}: ${print(item)}`)
    .toSorted()
    .join(', ')}}`;

function properties(element: Node | Relationship): string {
  const isBare = element instanceof Node && element.labels.length === 0;
  return element.properties.size === 0 ? '' : `${isBare ? '' : ' '}${printMap(element.properties)}`;
}

function printPath({ nodes, relationships }: Path): string {
  return nodes
    .map((node, i) => {
      const relationship = relationships[i];
      if (relationship === undefined) return print(node);
      const forwards = relationship.startNodeElementId === node.elementId;
      return `${print(node)}${forwards ? `-${print(relationship)}->` : `<-${print(relationship)}-`}`;
    })
    .join('');
}

/** Who spoke to whom in Moscow, small enough to know by heart. */
export const TALKS = `
  CREATE (russia:Actor:State {id: 'russia', since: 862}), (us:Actor:State {id: 'us', since: 1776}),
    (taliban:Actor:Group {id: 'taliban'}), (lavrov:Actor:Official {id: 'lavrov'}), (talks:Event {id: 'talks'}),
    (lavrov)-[:SPEAKS_FOR]->(russia), (russia)-[:HOSTED]->(talks), (taliban)-[:PARTICIPATED_IN]->(talks),
    (russia)-[:URGED {what: 'moderation'}]->(taliban), (russia)-[:URGED {what: 'inclusion'}]->(taliban),
    (us)-[:WARNED]->(taliban)`;

export async function talks(): Promise<Database> {
  const database = new Database();
  await database.run(TALKS);
  return database;
}
