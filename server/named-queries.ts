/**
 * The statements of `cypher/queries/`, one a file. A file begins with a comment:
 *
 *     // What it answers, in a sentence or two.
 *     // Parameters: name (type): meaning; name (type): meaning.
 *     // Columns: a, b (what is worth saying of it), c.
 *     // Order: by what.
 */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Parameters, Value } from '../graph/model.ts';
import type { Summary } from '../graph/result.ts';
import type { RunOptions, Store } from './store/store.ts';

export interface Parameter {
  /** Without `$`. */
  readonly name: string;
  /** In words: `list of strings, or null`. */
  readonly type: string;
  readonly meaning: string;
}

export interface NamedQuery {
  /** The file's name without `.cypher`. */
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** As the header tells them. */
  readonly columns: string;
  readonly order: string;
  /** The statement without its header. */
  readonly statement: string;
}

/** One row, by column. */
export type Row = ReadonlyMap<string, Value>;

export interface NamedQueries {
  readonly all: readonly NamedQuery[];
  /** @throws Error where there is no such file: a fault of the program, not of the user */
  get(name: string): NamedQuery;
}

/** Reads every `.cypher` file of a folder, in name order. */
export async function loadNamedQueries(folder: string): Promise<NamedQueries> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).toSorted();
  const all = await Promise.all(
    files.map(async (file) =>
      parseNamedQuery(basename(file, '.cypher'), await readFile(join(folder, file), 'utf8')),
    ),
  );
  const byName = new Map(all.map((query) => [query.name, query]));
  return {
    all,
    get(name) {
      const query = byName.get(name);
      if (query === undefined) throw new Error(`there is no ${name}.cypher in ${folder}`);
      return query;
    },
  };
}

export function parseNamedQuery(name: string, text: string): NamedQuery {
  const lines = text.split(/\r?\n/);
  const end = Math.max(
    lines.findIndex((line) => !line.startsWith('//')),
    0,
  );
  const parts = { summary: '', Parameters: '', Columns: '', Order: '' };
  let part: keyof typeof parts = 'summary';
  for (const line of lines.slice(0, end)) {
    const label = /^\/\/ (Parameters|Columns|Order):/.exec(line);
    if (label !== null) part = label[1] as 'Parameters' | 'Columns' | 'Order';
    const words = line.slice(label === null ? 2 : label[0].length).trim();
    parts[part] = `${parts[part]} ${words}`.trim();
  }
  return {
    name,
    summary: parts.summary,
    parameters: parametersIn(parts.Parameters),
    columns: parts.Columns,
    order: parts.Order,
    statement: lines.slice(end).join('\n').trim(),
  };
}

/** `id (string): the node; limit (integer): most to give.` */
function parametersIn(header: string): readonly Parameter[] {
  return header
    .replace(/\.$/, '')
    .split(/;\s+(?=\w+ \()/)
    .flatMap((item) => {
      const parts = /^(\w+) \(([^)]*)\)(?::\s*(.*))?$/.exec(item);
      return parts === null ? [] : [{ name: parts[1] ?? '', type: parts[2] ?? '', meaning: parts[3] ?? '' }];
    });
}

/** All rows of a statement, by column, and its summary. For results that a bound keeps small. */
export async function collect(
  store: Store,
  statement: string,
  parameters: Parameters,
  options: RunOptions,
): Promise<{ rows: Row[]; summary: Summary }> {
  let fields: readonly string[] = [];
  const rows: Row[] = [];
  let summary: Summary | null = null;
  for await (const event of store.run(statement, parameters, options)) {
    if (event.event === 'header') ({ fields } = event);
    else if (event.event === 'summary') ({ summary } = event);
    else
      for (const row of event.rows)
        rows.push(new Map(fields.map((field, index) => [field, row[index] ?? null])));
  }
  if (summary === null) throw new Error('the store gave no summary');
  return { rows, summary };
}
