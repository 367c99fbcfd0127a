/** What the table can tell of each node and each claim. */
import { nodeKind, relationshipPhrase } from '../../../graph/vocabulary.ts';
import { nameOf } from '../../state/graph.ts';
import type { ScreenGraph } from '../../state/graph.ts';
import { filterTitle } from '../../state/filtering.ts';
import { claimDate } from '../../state/period.ts';
import type { GraphMeasure, Measured } from '../../state/style.ts';
import { capitalised, writtenMoment } from '../../state/words.ts';
import { MEASURE_NAMES } from '../style/measure-names.ts';

export type Tab = 'node' | 'relationship';
export type Cell = string | number | null;

export interface Column {
  readonly id: string;
  readonly title: string;
  /** Least width, and its share of what is left over. */
  readonly widthPx: number;
  readonly share: number;
  readonly isNumber?: boolean;
  /** What is sorted and copied; null where there is nothing. */
  readonly cellOf: (id: string) => Cell;
  /** What is read; default the cell as it is. */
  readonly textOf?: (cell: Cell) => string;
}

const dateText = (cell: Cell): string => (typeof cell === 'string' ? writtenMoment(cell) : '');

type InUse = ReadonlyMap<GraphMeasure, Measured | null>;

/**
 * Those that are there to begin with, then one for each property, most frequent first: `property:iso`.
 *
 * @param measures that are in use: each has a column of nodes, `measure:pagerank`, empty where it is null
 */
export const columnsOf = (graph: ScreenGraph, tab: Tab, measures: InUse = new Map()): Column[] => [
  ...(tab === 'node' ? [...nodeColumns(graph), ...measureColumns(measures)] : claimColumns(graph)),
  ...propertyColumns(graph, tab),
];

export const isFixed = ({ id }: Pick<Column, 'id'>): boolean => !id.startsWith('property:');

function nodeColumns(graph: ScreenGraph): Column[] {
  const properties = (id: string) => graph.getNodeAttributes(id).properties;
  const date = (id: string, key: string): Cell =>
    claimDate({ date: properties(id)[key], datePrecision: properties(id)['datePrecision'] });
  return [
    { id: 'name', title: 'Name', widthPx: 180, share: 3, cellOf: (id) => nameOf({ id, properties: properties(id) }) }, // prettier-ignore
    {
      id: 'kind',
      title: 'Kind',
      widthPx: 120,
      share: 2,
      cellOf: (id) => capitalised(nodeKind(graph.getNodeAttributes(id).labels)?.singular ?? 'other'),
    },
    {
      id: 'claims',
      title: 'Claims',
      widthPx: 80,
      share: 0,
      isNumber: true,
      cellOf: (id) => graph.degree(id),
    },
    {
      id: 'start',
      title: 'Began',
      widthPx: 130,
      share: 1,
      cellOf: (id) => date(id, 'start'),
      textOf: dateText,
    },
    { id: 'end', title: 'Ended', widthPx: 130, share: 1, cellOf: (id) => date(id, 'end'), textOf: dateText },
  ];
}

const measureColumns = (measures: InUse): Column[] =>
  [...measures].map(([name, measured]) => ({
    id: `measure:${name}`,
    title: capitalised(MEASURE_NAMES[name]),
    widthPx: 110,
    share: 0,
    isNumber: true,
    cellOf: (id) => {
      const value = measured?.values.get(id);
      if (value === undefined) return null;
      // the legend counts communities from one
      return name === 'community' ? value + 1 : value;
    },
  }));

function claimColumns(graph: ScreenGraph): Column[] {
  const properties = (id: string) => graph.getEdgeAttributes(id).properties;
  const name = (id: string): string => nameOf({ id, properties: graph.getNodeAttributes(id).properties });
  return [
    { id: 'who', title: 'Who', widthPx: 150, share: 2, cellOf: (id) => name(graph.source(id)) },
    {
      id: 'verb',
      title: 'Did what',
      widthPx: 140,
      share: 1.5,
      cellOf: (id) => relationshipPhrase(graph.getEdgeAttributes(id).type),
    },
    { id: 'whom', title: 'To whom or what', widthPx: 150, share: 2, cellOf: (id) => name(graph.target(id)) },
    {
      id: 'what',
      title: 'What',
      widthPx: 180,
      share: 3,
      cellOf: (id) => cellOfValue(properties(id)['what']),
    },
    { id: 'date', title: 'When', widthPx: 130, share: 1, cellOf: (id) => claimDate(properties(id)), textOf: dateText }, // prettier-ignore
    {
      id: 'quotes',
      title: 'Quotes',
      widthPx: 84,
      share: 0,
      isNumber: true,
      cellOf: (id) => {
        const { evidence } = properties(id);
        return Array.isArray(evidence) ? evidence.length : 0;
      },
      textOf: (cell) => (cell === 0 ? 'none' : String(cell)),
    },
  ];
}

/** Told by the fixed columns already, or of no use to a reader. */
const TOLD: Readonly<Record<Tab, ReadonlySet<string>>> = {
  node: new Set(['name', 'start', 'end']),
  relationship: new Set(['what', 'date']),
};

function propertyColumns(graph: ScreenGraph, tab: Tab): Column[] {
  const counts = new Map<string, { count: number; isNumber: boolean }>();
  const see = (properties: Readonly<Record<string, unknown>>): void => {
    for (const key in properties) {
      const seen = counts.get(key);
      if (seen === undefined) counts.set(key, { count: 1, isNumber: typeof properties[key] === 'number' });
      else {
        seen.count += 1;
        seen.isNumber &&= typeof properties[key] === 'number';
      }
    }
  };
  if (tab === 'node') graph.forEachNode((_id, { properties }) => see(properties));
  else graph.forEachEdge((_id, { properties }) => see(properties));
  const properties = (id: string): Readonly<Record<string, unknown>> =>
    (tab === 'node' ? graph.getNodeAttributes(id) : graph.getEdgeAttributes(id)).properties;
  return [...counts]
    .filter(([key]) => !TOLD[tab].has(key))
    .toSorted(([, a], [, b]) => b.count - a.count)
    .map(([key, { isNumber }]) => ({
      id: `property:${key}`,
      title: filterTitle({ on: tab, property: key }),
      widthPx: 130,
      share: 1,
      isNumber,
      cellOf: (id) => cellOfValue(properties(id)[key]),
    }));
}

function cellOfValue(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as boolean);
}

const NUMBERS = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

export function cellText(column: Column, id: string): string {
  const cell = column.cellOf(id);
  if (column.textOf !== undefined) return column.textOf(cell);
  // a year or a code is no quantity: thousands are parted in counts only
  return cell === null ? '' : typeof cell === 'number' && isFixed(column) ? NUMBERS.format(cell) : String(cell); // prettier-ignore
}
