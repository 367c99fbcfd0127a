/** The rows of the table: found by their words, sorted by a column. */
import { cellText } from './columns.ts';
import type { Cell, Column } from './columns.ts';

export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers before texts; texts as a dictionary has them. */
const compareCells = (a: string | number, b: string | number): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return collator.compare(a, b);
};

/** Sorted by the cells of a column; what has none is last either way, and equal cells keep their order. */
export function sorted(ids: readonly string[], column: Column, isDescending: boolean): string[] {
  const cells = ids.map(column.cellOf);
  // names repeat: each is compared once, and rows by the rank of theirs
  const distinct = [...new Set(cells)].filter((cell): cell is Exclude<Cell, null> => cell !== null);
  distinct.sort(compareCells);
  if (isDescending) distinct.reverse();
  const ranks = new Map<Cell, number>(distinct.map((cell, rank) => [cell, rank]));
  const rank = Float64Array.from(cells, (cell) => ranks.get(cell) ?? distinct.length);
  const order = Uint32Array.from(ids, (_, index) => index);
  order.sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b);
  return Array.from(order, (index) => ids[index] as string);
}

/** Tells which rows hold every word of what is looked for, in any of the columns, whatever its case. */
export function finder(columns: readonly Column[]): (id: string, wanted: string) => boolean {
  const texts = new Map<string, string>();
  const textOf = (id: string): string => {
    let text = texts.get(id);
    if (text === undefined) {
      text = columns.map((column) => cellText(column, id)).join('\n').toLocaleLowerCase(); // prettier-ignore
      texts.set(id, text);
    }
    return text;
  };
  return (id, wanted) => {
    const text = textOf(id);
    return wanted
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  };
}

/** The ids between two of a list, both included, in the order of the list. */
export function between(ids: readonly string[], from: string, to: string): string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (a === -1 || b === -1) return b === -1 ? [] : [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
