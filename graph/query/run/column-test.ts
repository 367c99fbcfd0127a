/** Conditions that are asked of a whole batch at once. */
import { ABSENT, FLOAT, INTEGER, TEXT, type CellBatch } from '../../memory/cell-batch.ts';
import { truth } from '../expressions/logic.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import { ColumnBatch } from './column-batch.ts';
import { readingCells, type ReadCells } from './column-reading.ts';
import type { RunContext } from './context.ts';

/** A condition on one thing that a row's element says of itself; all else in it is the same for all rows. */
export type ColumnTest = ValueTest | LabelTest;

export interface ValueTest {
  readonly kind: 'value';
  readonly read: ReadCells;
  /** The condition, asked of a row that has the value in `slot` and nothing else. */
  readonly holds: Evaluate;
  readonly slot: number;
  /** Where the condition is a comparison with something and no more, so that numbers can be compared as they are. */
  readonly comparison: Comparison | null;
}

export interface LabelTest {
  readonly kind: 'label';
  readonly slot: number;
  readonly label: string;
}

export interface Comparison {
  readonly operator: '=' | '<' | '<=' | '>' | '>=';
  readonly with: Evaluate;
}

/** The rows for which something is true: not null, not false. Written over when it is called again. */
export type Narrow = (batch: ColumnBatch) => ColumnBatch;

/** A test for one run of a statement. It remembers what it found of each text of a dictionary. */
export function narrowing(test: ColumnTest, context: RunContext): Narrow {
  const chosen = new ColumnBatch();
  let rows = new Int32Array(16);
  const find = test.kind === 'label' ? findingLabel(test, context) : findingValues(test, context);
  return (batch) => {
    if (batch.size > rows.length) rows = new Int32Array(Math.max(batch.size, rows.length * 2));
    const size = find(batch, rows);
    return size === batch.size ? batch : chosen.choose(batch, rows, size);
  };
}

/** Writes down which rows pass, and gives how many. */
type Find = (batch: ColumnBatch, rows: Int32Array) => number;

function findingLabel({ slot, label }: LabelTest, { tx }: RunContext): Find {
  const id = tx.labels.find(label);
  return (batch, rows) => {
    const { ids } = batch.elements(slot);
    let kept = 0;
    if (id >= 0) for (let i = 0; i < batch.size; i += 1) if (tx.hasLabel(ids[i]!, id)) rows[kept++] = i;
    return kept;
  };
}

function findingValues(test: ValueTest, context: RunContext): Find {
  const row: Row = [];
  const holds = (value: RunValue): boolean => {
    row[test.slot] = value;
    return truth(test.holds(row, context)) === true;
  };
  const read = readingCells(test.read, context);
  let range: Range | null = null;
  let texts: readonly string[] = [];
  let found: (boolean | undefined)[] = [];
  return (batch, rows) => {
    const cells = read(batch);
    // not before there is a row: an error in what no row asks for is none
    range ??= rangeOf(test.comparison, context);
    if (cells.texts !== texts) [texts, found] = [cells.texts, []];
    return passing(cells, batch.size, range, found, holds, rows);
  };
}

/** The numbers that pass: those between two bounds. */
interface Range {
  /** False: there are no such bounds, and each number must be asked about. */
  readonly known: boolean;
  readonly low: number;
  readonly high: number;
  readonly withLow: boolean;
  readonly withHigh: boolean;
}

const UNKNOWN: Range = { known: false, low: 0, high: 0, withLow: false, withHigh: false };

/** The integers of cells are safe ones, so that beside a float or a safe integer none is rounded. */
function rangeOf(comparison: Comparison | null, context: RunContext): Range {
  if (comparison === null) return UNKNOWN;
  const { operator } = comparison;
  const value = comparison.with([], context);
  if (typeof value !== 'number' && typeof value !== 'bigint') return UNKNOWN;
  const number = Number(value);
  if (Number.isNaN(number) || (typeof value === 'bigint' && !Number.isSafeInteger(number))) return UNKNOWN;
  return {
    known: true,
    low: operator.startsWith('<') ? -Infinity : number,
    high: operator.startsWith('>') ? Infinity : number,
    withLow: operator !== '>',
    withHigh: operator !== '<',
  };
}

/**
 * Writes down the rows that pass, and gives how many.
 *
 * @param found by place in the dictionary, what is known of its texts
 */
function passing(
  cells: CellBatch,
  size: number,
  range: Range,
  found: (boolean | undefined)[],
  holds: (value: RunValue) => boolean,
  rows: Int32Array,
): number {
  const { tags, numbers, texts } = cells;
  const { known, low, high, withLow, withHigh } = range;
  let kept = 0;
  for (let i = 0; i < size; i += 1) {
    const tag = tags[i]!;
    const number = numbers[i]!;
    let passes: boolean;
    if (known && (tag === INTEGER || tag === FLOAT))
      passes =
        (number > low || (withLow && number === low)) && (number < high || (withHigh && number === high));
    else if (tag === TEXT) passes = found[number] ??= holds(texts[number]!);
    else passes = holds(tag === ABSENT ? null : (cells.value(i) as RunValue));
    if (passes) rows[kept++] = i;
  }
  return kept;
}
