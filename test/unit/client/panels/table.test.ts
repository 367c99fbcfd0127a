import { describe, expect, it } from 'vitest';
import { cellText, columnsOf, isFixed } from '../../../../client/panels/table/columns.ts';
import type { Column } from '../../../../client/panels/table/columns.ts';
import { csv, tsv } from '../../../../client/panels/table/delimited.ts';
import { between, finder, sorted } from '../../../../client/panels/table/rows.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

function picture() {
  const graph = newScreenGraph();
  apply(graph, {
    kind: 'merge',
    nodes: [
      { id: 'russia', elementId: '1', labels: ['Actor', 'State'], properties: { id: 'russia', name: 'Russia', iso: 'RUS', population: 144_100_000 } }, // prettier-ignore
      { id: 'talks', elementId: '2', labels: ['Event'], properties: { id: 'talks', name: 'The talks', start: '2021-10-01', end: '2021-10-31', datePrecision: 'month', tags: ['a', 'b'] } }, // prettier-ignore
    ],
    relationships: [
      { id: 'hosted', elementId: '3', type: 'HOSTED', source: 'russia', target: 'talks', properties: { id: 'hosted', date: '2021-10-20', evidence: ['q1', 'q2'] } }, // prettier-ignore
      { id: 'led', elementId: '4', type: 'PARTICIPATED_IN', source: 'russia', target: 'talks', properties: { id: 'led', what: 'as host' } }, // prettier-ignore
    ],
  });
  return graph;
}

const texts = (columns: readonly Column[], id: string) =>
  columns.filter(isFixed).map((column) => cellText(column, id));

describe('the columns', () => {
  it('tell of nodes and of claims what a reader would ask first', () => {
    const graph = picture();
    expect(texts(columnsOf(graph, 'node'), 'russia')).toEqual(['Russia', 'State', '2', '', '']);
    expect(texts(columnsOf(graph, 'node'), 'talks')).toEqual(['The talks', 'Event', '2', 'October 2021', 'October 2021']); // prettier-ignore
    const claims = columnsOf(graph, 'relationship');
    expect(texts(claims, 'hosted')).toEqual(['Russia', 'hosted', 'The talks', '', '20 October 2021', '2']);
    expect(texts(claims, 'led')).toEqual(['Russia', 'took part in', 'The talks', 'as host', '', 'none']);
  });

  it('have one for each measure that is in use, empty while it is being taken', () => {
    const values = new Map([
      ['russia', 0],
      ['talks', 1],
    ]);
    const columns = columnsOf(
      picture(),
      'node',
      new Map([
        ['community' as const, { values, note: null }],
        ['pagerank' as const, null],
      ]),
    ).filter(({ id }) => id.startsWith('measure:'));
    expect(columns.map(({ title }) => title)).toEqual(['Community', 'PageRank']);
    expect(columns.map(({ cellOf }) => cellOf('talks'))).toEqual([2, null]);
    expect(columnsOf(picture(), 'relationship', new Map([['pagerank', null]])).some(({ id }) => id.startsWith('measure:'))).toBe(false); // prettier-ignore
  });

  it('are followed by every property, the most frequent first', () => {
    const properties = columnsOf(picture(), 'node').filter((column) => !isFixed(column));
    expect(properties.map(({ title }) => title)).toEqual([
      'Id',
      'Iso',
      'Population',
      'Date precision',
      'Tags',
    ]);
    const [, , population, , tags] = properties;
    expect([cellText(population as Column, 'russia'), cellText(tags as Column, 'talks')]).toEqual(['144100000', 'a; b']); // prettier-ignore
    expect(population?.isNumber).toBe(true);
  });
});

const column = (cells: Readonly<Record<string, string | number | null>>): Column => ({
  id: 'c',
  title: 'C',
  widthPx: 1,
  share: 1,
  cellOf: (id) => cells[id] ?? null,
});

describe('sorting', () => {
  it('is as in a dictionary, numbers by size, equals as they came, and what is missing last either way', () => {
    const names = column({ a: 'élan', b: 'Zebra', c: 'eland', d: null, e: 'zebra 10', f: 'zebra 9' });
    expect(sorted(['a', 'b', 'c', 'd', 'e', 'f'], names, false).join('')).toBe('acbfed');
    expect(sorted(['a', 'b', 'c', 'd', 'e', 'f'], names, true).join('')).toBe('efbcad');
    const numbers = column({ a: 10, b: 9, c: 9, d: null });
    expect(sorted(['a', 'b', 'c', 'd'], numbers, false).join('')).toBe('bcad');
    expect(sorted(['a', 'b', 'c', 'd'], numbers, true).join('')).toBe('abcd');
  });

  it('of a hundred thousand rows does not compare every two names', () => {
    const ids = Array.from({ length: 100_000 }, (_, at) => String(at));
    const cells = new Map(ids.map((id, at) => [id, `Name ${(at * 7919) % 1000}`]));
    const inOrder = sorted(ids, { ...column({}), cellOf: (id) => cells.get(id) ?? null }, false);
    expect(inOrder.slice(0, 2).map((id) => cells.get(id))).toEqual(['Name 0', 'Name 0']);
    expect(cells.get(inOrder.at(-1) as string)).toBe('Name 999');
  });
});

describe('finding', () => {
  it('looks for every word in any of the columns', () => {
    const finds = finder(columnsOf(picture(), 'relationship').filter(isFixed));
    const found = (wanted: string) => ['hosted', 'led'].filter((id) => finds(id, wanted));
    expect([found('RUSSIA host'), found('talks took'), found('october'), found('iran')]).toEqual([['hosted', 'led'], ['led'], ['hosted'], []]); // prettier-ignore
  });
});

it('a range goes from where it began, up or down', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect([between(ids, 'b', 'd'), between(ids, 'd', 'b'), between(ids, 'x', 'b'), between(ids, 'a', 'x')]).toEqual([['b', 'c', 'd'], ['b', 'c', 'd'], ['b'], []]); // prettier-ignore
});

describe('rows for other programs', () => {
  it('are quoted where they must be', () => {
    expect(csv([['Name', 'n'], ['Say "no", twice', 3], ['two\nlines', null]])).toBe('Name,n\r\n"Say ""no"", twice",3\r\n"two\nlines",\r\n'); // prettier-ignore
    expect(tsv([['Name', 'n'], ['a\tb\nc', 3]])).toBe('Name\tn\na b c\t3'); // prettier-ignore
  });

  it('run nothing in a spreadsheet, and numbers stay numbers', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', -1, 'a=1'];
    expect(csv([cells])).toBe("'=1+1,'+1,'-1,'@SUM(A1),'\t=1,-1,a=1\r\n");
    expect(tsv([['=1', -2]])).toBe("'=1\t-2");
  });
});
