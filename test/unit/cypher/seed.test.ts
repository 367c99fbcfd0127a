import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Relationship } from '../../../graph/model.ts';
import { parse } from '../../../graph/query/parse/parse.ts';
import { splitStatements } from '../../../graph/query/parse/script.ts';
import { LocalDate } from '../../../graph/temporal.ts';
import { nodeKind, relationshipKind } from '../../../graph/vocabulary.ts';
import { CYPHER, openPreparedStore, openSeededGraph, text, texts, type SeededGraph } from './seeded-graph.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

let graph: SeededGraph;
let claims: readonly Relationship[];
beforeAll(async () => {
  graph = await openSeededGraph();
  claims = graph.relationships.filter(({ type }) => type !== 'FROM');
});
afterAll(() => graph.close());

describe('the seed graph', () => {
  it('holds the claims of both articles', () => {
    const labelled = (label: string) => graph.nodes.filter(({ labels }) => labels.includes(label)).length;
    expect(claims.length).toBeGreaterThan(180);
    expect(labelled('Actor')).toBeGreaterThanOrEqual(40);
    expect(labelled('Event')).toBeGreaterThanOrEqual(15);
    expect(labelled('Source')).toBe(2);
  });

  it('has no node without a relationship', () => {
    const joined = new Set(
      graph.relationships.flatMap((each) => [each.startNodeElementId, each.endNodeElementId]),
    );
    expect(graph.nodes.filter(({ elementId }) => !joined.has(elementId))).toEqual([]);
  });

  it('names every node and claim by a readable id that nothing else has', () => {
    const ids = [...graph.nodes, ...claims].map((element) => text(element, 'id'));
    expect(ids.filter((id) => !SLUG.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('gives every node that is drawn a name and a sentence about it', () => {
    const drawn = graph.nodes.filter(({ labels }) => nodeKind(labels)?.drawn);
    expect(drawn.length).toBeGreaterThan(80);
    expect(drawn.filter((node) => text(node, 'name') === '' || !text(node, 'summary').endsWith('.'))).toEqual(
      [],
    );
  });

  it('gives every actor a kind of its own', () => {
    const actors = graph.nodes.filter(({ labels }) => labels.includes('Actor'));
    expect(actors.filter(({ labels }) => nodeKind(labels)?.label === 'Actor')).toEqual([]);
  });
});

describe('a statement of the seed', () => {
  it('makes as many nodes or claims as it lists', async () => {
    // a MATCH that finds nothing is no error in Cypher: the claim would silently be missing
    const { store, close } = await openPreparedStore('never');
    const faulty: unknown[] = [];
    const folder = join(CYPHER, 'seed');
    const transaction = await store.begin({ access: 'write' });
    for (const file of (await readdir(folder)).toSorted())
      for (const statement of splitStatements(await readFile(join(folder, file), 'utf8')))
        for await (const event of transaction.run(statement.text)) {
          if (event.event !== 'summary') continue;
          const { nodesCreated, relationshipsCreated } = event.summary.counters;
          const made = Math.max(nodesCreated, relationshipsCreated);
          if (made !== listed(statement.text)) faulty.push({ file, made, statement: statement.text });
        }
    await transaction.rollback();
    await close();
    expect(faulty).toEqual([]);
  });
});

/** How many things a statement of the seed is about: those of the list that it unwinds or names, or one. */
function listed(statement: string): number {
  const { body } = parse(statement);
  const clauses = body.kind === 'SingleQuery' ? body.clauses : [];
  for (const clause of clauses) {
    const lists =
      clause.kind === 'Unwind'
        ? [clause.list]
        : clause.kind === 'With'
          ? clause.projection.items.map(({ expression }) => expression)
          : [];
    for (const list of lists) if (list.kind === 'ListLiteral') return list.items.length;
  }
  return 1;
}

describe('a claim', () => {
  it('rests on evidence that exists', () => {
    const quotes = new Set(
      graph.nodes.filter(({ labels }) => labels.includes('Evidence')).map((node) => text(node, 'id')),
    );
    expect(
      claims.filter((claim) => {
        const evidence = texts(claim, 'evidence');
        return evidence.length === 0 || !evidence.every((id) => quotes.has(id));
      }),
    ).toEqual([]);
  });

  it('leaves no quote unused', () => {
    const cited = new Set(claims.flatMap((claim) => texts(claim, 'evidence')));
    const quotes = graph.nodes.filter(({ labels }) => labels.includes('Evidence'));
    expect(quotes.filter((node) => !cited.has(text(node, 'id')))).toEqual([]);
  });

  it('has a type of the vocabulary, and its event type and quad category', () => {
    const coded = ({ type, properties }: Relationship) => ({
      type,
      event: properties.get('event'),
      quad: properties.get('quad'),
    });
    const meant = ({ type }: Relationship) => {
      const kind = relationshipKind(type);
      return { type, event: kind?.event, quad: kind?.quad };
    };
    expect(claims.map(coded)).toEqual(claims.map(meant));
  });

  it('says how much of its date is known', () => {
    const faulty = claims.filter(({ properties }) => {
      const [date, precision] = [properties.get('date'), properties.get('datePrecision')];
      if (date === undefined) return precision !== undefined || properties.has('end');
      return !(date instanceof LocalDate) || !['day', 'month', 'year'].includes(String(precision));
    });
    expect(faulty).toEqual([]);
  });

  it('is dated by the first day of the month or year where no more is known', () => {
    const faulty = claims.filter(({ properties }) => {
      const written = String(properties.get('date') ?? '');
      const precision = properties.get('datePrecision');
      return (
        (precision === 'month' && !written.endsWith('-01')) ||
        (precision === 'year' && !written.endsWith('-01-01'))
      );
    });
    expect(faulty).toEqual([]);
  });

  it('that both articles report is one relationship with the words of both', () => {
    const declined = claims.find(({ type }) => type === 'DECLINED_TO_PARTICIPATE_IN');
    expect(declined && texts(declined, 'evidence')).toEqual([
      'report-p05-chose-not-to-take-part',
      'afp-p05-not-the-united-states',
    ]);
  });

  it('is kept beside one that contradicts it', async () => {
    const rows = await graph.rows(
      `MATCH (actor)-[claim]->(:Event {id: 'inclusive-government'})
       RETURN actor.id AS actor, type(claim) AS type ORDER BY actor, type`,
    );
    expect(rows.map((row) => [row.get('actor'), row.get('type')])).toEqual([
      ['abdul-salam-hanafi', 'DECLARED_ACHIEVED'],
      ['russia', 'CALLED_FOR'],
      ['russian-foreign-ministry', 'CALLED_FOR'],
      ['taliban', 'PROMISED'],
      ['taliban', 'REPORTED_PROGRESS_ON'],
    ]);
  });
});
