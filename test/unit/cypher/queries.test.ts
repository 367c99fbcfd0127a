import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isList, Node, Path, Relationship } from '../../../graph/model.ts';
import type { Value } from '../../../graph/model.ts';
import { parse } from '../../../graph/query/parse/parse.ts';
import { loadNamedQueries, type NamedQuery, type Row } from '../../../server/named-queries.ts';
import { CYPHER, openSeededGraph, type SeededGraph } from './seeded-graph.ts';

let graph: SeededGraph;
let queries: readonly NamedQuery[];
let questions: readonly NamedQuery[];
beforeAll(async () => {
  graph = await openSeededGraph();
  queries = (await loadNamedQueries(join(CYPHER, 'queries'))).all;
  questions = (await loadNamedQueries(join(CYPHER, 'queries', 'questions'))).all;
});
afterAll(() => graph.close());

async function ask(name: string, parameters: Readonly<Record<string, Value>> = {}): Promise<readonly Row[]> {
  const query = [...queries, ...questions].find((each) => each.name === name);
  if (query === undefined) throw new Error(`no query ${name}`);
  return graph.rows(query.statement, parameters);
}

/** Nodes and relationships by their ids, so that a row reads as a sentence. */
function brief(value: Value | undefined): unknown {
  if (value instanceof Path) return value.nodes.map(brief);
  if (value instanceof Node || value instanceof Relationship)
    return value.properties.get('id') ?? (value instanceof Node ? value.labels : value.type);
  return isList(value ?? null) ? (value as readonly Value[]).map(brief) : value;
}
const told = (rows: readonly Row[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => brief(row.get(column))));

async function elementId(id: string): Promise<string> {
  const [row] = await ask('node', { id });
  const node = row?.get('node');
  if (!(node instanceof Node)) throw new Error(`no node ${id}`);
  return node.elementId;
}

describe('the header of a named query', () => {
  it('says what the query answers, what it gives and in which order', () => {
    const all = [...queries, ...questions];
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter(({ summary, columns, order }) => !summary || !columns || !order)).toEqual([]);
  });

  it('names the parameters that the statement has, and no others', () => {
    for (const { name, parameters, statement } of [...queries, ...questions])
      expect([name, ...parameters.map((each) => each.name).toSorted()]).toEqual([
        name,
        ...parametersOf(parse(statement)).toSorted(),
      ]);
  });

  it('names the columns that the statement gives, in their order', async () => {
    for (const { name, columns, statement } of [...queries, ...questions]) {
      const empty = Object.fromEntries(
        parametersOf(parse(statement)).map((each) => [each, emptyValue(each)]),
      );
      let fields: readonly string[] = [];
      for await (const event of graph.store.run(statement, new Map(Object.entries(empty))))
        if (event.event === 'header') ({ fields } = event);
      const named = withoutAsides(columns)
        .replace(/\.$/, '')
        .split(',')
        .map((part) => part.trim());
      expect([name, ...named]).toEqual([name, ...fields]);
    }
  });
});

/** What stands in no parentheses. */
function withoutAsides(words: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of words) {
    if (letter === '(') depth++;
    if (depth === 0) kept += letter;
    if (letter === ')') depth--;
  }
  return kept;
}

/** The names of the parameters in a syntax tree, each once. */
function parametersOf(tree: unknown): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('kind' in part && part.kind === 'Parameter' && 'name' in part) names.add(String(part.name));
    for (const child of Object.values(part)) visit(child);
  };
  visit(tree);
  return [...names];
}

/** A value of the right type with which a query finds little. */
function emptyValue(parameter: string): Value {
  if (['limit', 'maxHops'].includes(parameter)) return 1n;
  return ['ids', 'words', 'types'].includes(parameter) ? [] : 'nothing';
}

describe('overview', () => {
  it('gives actors, events and places with the claims among them, each once, and no quote', async () => {
    const rows = await ask('overview', { limit: 1000n });
    const nodes = rows.map((row) => row.get('node') as Node);
    const claims = rows.flatMap((row) => row.get('relationships') as Relationship[]);
    const [counts] = await ask('overview-counts');
    expect(nodes.filter(({ labels }) => labels.includes('Evidence') || labels.includes('Source'))).toEqual(
      [],
    );
    expect(new Set(claims.map((claim) => claim.elementId)).size).toBe(claims.length);
    expect(counts).toEqual(
      new Map([
        ['nodes', BigInt(nodes.length)],
        ['relationships', BigInt(claims.length)],
      ]),
    );
    expect(claims.length).toBe(graph.relationships.filter(({ type }) => type !== 'FROM').length);
  });

  it('keeps to the most connected where there are more than fit', async () => {
    const rows = await ask('overview', { limit: 3n });
    const ids = told(rows, 'node').flat();
    expect(ids).toEqual(['taliban', 'russia', 'afghanistan']);
    const elementIds = new Set(rows.map((row) => (row.get('node') as Node).elementId));
    for (const claim of rows.flatMap((row) => row.get('relationships') as Relationship[]))
      expect(elementIds.has(claim.startNodeElementId) && elementIds.has(claim.endNodeElementId)).toBe(true);
  });
});

describe('search', () => {
  it('finds an actor by what the articles call it', async () => {
    expect(told(await ask('search-nodes', { q: 'kremlin', limit: 5n }), 'node')[0]).toEqual(['russia']);
    expect(told(await ask('search-nodes', { q: 'washington', limit: 5n }), 'node')).toEqual([
      ['united-states'],
    ]);
  });

  it('finds claims by what they say', async () => {
    expect(told(await ask('search-claims', { q: 'stoning', limit: 5n }), 'source', 'relationship')).toEqual([
      ['taliban', 'taliban-committed-abuses-in-1990s'],
    ]);
  });

  it('finds the claims that rest on a quote', async () => {
    const rows = await ask('search-quotes', { q: '"public stoning"', limit: 5n });
    expect(told(rows, 'evidence', 'relationship')).toEqual([
      ['report-p07-rights-violations', 'taliban-committed-abuses-in-1990s'],
      ['report-p07-rights-violations', 'taliban-marginalized-women'],
    ]);
  });

  it('knows the relationship types in use, in the order of their names', async () => {
    const types = (await ask('relationship-types')).map((row) => row.get('type'));
    expect(types).toContain('FROZE_ASSETS_OF');
    expect(types).toEqual(types.toSorted());
  });
});

describe('node and relationship', () => {
  it('are found by id as by element id', async () => {
    const taliban = await elementId('taliban');
    expect(told(await ask('node', { id: taliban }), 'node')).toEqual([['taliban']]);
    const [claim] = await ask('relationship', { id: 'russia-banned-taliban' });
    const found = claim?.get('relationship') as Relationship;
    expect(
      told(await ask('relationship', { id: found.elementId }), 'source', 'relationship', 'target'),
    ).toEqual([['russia', 'russia-banned-taliban', 'taliban']]);
  });

  it('that are not there give no row', async () => {
    expect([await ask('node', { id: 'nobody' }), await ask('relationship', { id: 'nothing' })]).toEqual([
      [],
      [],
    ]);
  });
});

describe('neighbours', () => {
  const page = async (given: Readonly<Record<string, Value>>) =>
    ask('neighbours', { types: null, direction: 'both', after: null, limit: 100n, ...given });

  it('come page by page, in id order, none twice', async () => {
    const node = await elementId('taliban');
    const all = told(await page({ elementId: node }), 'node').flat() as string[];
    const first = await page({ elementId: node, limit: 5n });
    const rest = await page({ elementId: node, after: all[4] ?? null });
    expect(all).toEqual(all.toSorted());
    expect([...told(first, 'node'), ...told(rest, 'node')].flat()).toEqual(all);
    expect(first.map((row) => row.get('omitted'))).toEqual(
      Array.from({ length: 5 }, () => BigInt(all.length - 5)),
    );
  });

  it('can be kept to some types and to one direction', async () => {
    const node = await elementId('taliban');
    const urged = { elementId: node, types: ['URGED', 'HARBOURED'] };
    expect(told(await page({ ...urged, direction: 'in' }), 'node').flat()).toEqual([
      'russia',
      'sergei-lavrov',
      'ten-countries',
    ]);
    expect(told(await page({ ...urged, direction: 'out' }), 'node', 'relationships')).toEqual([
      ['al-qaeda', ['taliban-harboured-al-qaeda']],
    ]);
  });

  it('of a quote are its source', async () => {
    expect(told(await page({ elementId: await elementId('afp-p10-moderate-policies') }), 'node')).toEqual([
      ['afp-2021-10-20'],
    ]);
  });
});

describe('evidence', () => {
  const evidenceOf = async (id: string) => {
    const [row] = await ask('relationship', { id });
    const claim = row?.get('relationship');
    return ask('evidence', { elementId: claim instanceof Relationship ? claim.elementId : '' });
  };

  it('comes with its source, in the claim’s order', async () => {
    expect(told(await evidenceOf('united-states-declined-moscow-talks'), 'evidence', 'source')).toEqual([
      ['report-p05-chose-not-to-take-part', 'report-2021-10-20'],
      ['afp-p05-not-the-united-states', 'afp-2021-10-20'],
    ]);
  });
});

describe('paths', () => {
  it('are the shortest, whichever way the claims point', async () => {
    const [from, to] = [await elementId('france'), await elementId('united-nations')];
    const rows = await ask('paths', { from, to, maxHops: 15n, limit: 10n });
    const lengths = new Set(rows.map((row) => (row.get('path') as Path).relationships.length));
    expect(lengths.size).toBe(1);
    const [hops = 0] = lengths;
    expect(await ask('paths', { from, to, maxHops: BigInt(hops - 1), limit: 10n })).toEqual([]);
    expect(told(rows, 'path')[0]?.flat().at(0)).toBe('france');
    expect(told(rows, 'path')[0]?.flat().at(-1)).toBe('united-nations');
  });

  it('from a node to itself are none', async () => {
    const node = await elementId('france');
    expect(await ask('paths', { from: node, to: node, maxHops: 15n, limit: 10n })).toEqual([]);
  });
});

describe('the questions of an analyst', () => {
  it('all find an answer in the seed', async () => {
    const answers = await Promise.all(
      questions.map(async ({ name }) => [name, (await ask(name)).length > 0] as const),
    );
    expect(answers.filter(([, answered]) => !answered)).toEqual([]);
  });

  it('tell who asked what of the Taliban', async () => {
    expect(told(await ask('who-asked-what-of-the-taliban'), 'claim').flat()).toEqual([
      'russia-called-on-taliban-to-form-inclusive-government',
      'russia-urged-taliban-to-fulfil-promises',
      'sergei-lavrov-urged-taliban-to-form-inclusive-government',
      'ten-countries-called-on-taliban-to-respect-rights',
      'ten-countries-urged-friendly-policies',
      'ten-countries-urged-moderate-policies',
    ]);
  });
});
