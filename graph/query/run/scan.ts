/** Scans: for each row of the source, every node or relationship of a kind. */
import type { Entity, Reader } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Row } from '../runtime.ts';
import { Elements, type BatchColumn } from '../values/batch-column.ts';
import { ColumnBatch, type ColumnBatches, type ColumnSource } from './column-batch.ts';
import type { RunContext } from './context.ts';
import { BATCH, keepAll, type About, type Keep, type Operator, type Rows } from './operator.ts';
import { RowMaker } from './row-maker.ts';
import { typeIds } from './type-ids.ts';

/** Fills `into` with the ids after `after`; the number filled, 0 at the end. */
type Fill = (after: number, into: Int32Array) => number;
type ToRows = (row: Row, id: number, made: RowMaker) => void;

/** Makes the columns of rows that hold each of the ids, for one run of a statement. */
type ToColumns = (tx: Reader) => (ids: Int32Array, filled: number) => Columns;

interface Columns {
  readonly size: number;
  /** By slot. */
  readonly columns: readonly (readonly [number, BatchColumn])[];
}

type FillsOf = (tx: Reader) => readonly { readonly fill: Fill; readonly toRows: ToRows }[];

const FIRST_CHUNK = 16;

/**
 * Every id that each of `fillsOf` gives, in chunks that grow, so that a `LIMIT 1` reads little. It is asked when there is
 * a row: what the source did before may have brought the label or the type.
 */
function* scan(
  context: RunContext,
  source: Operator,
  input: readonly Row[],
  fillsOf: FillsOf,
  keep: Keep,
): Rows {
  let size = FIRST_CHUNK;
  let ids = new Int32Array(size);
  for (const batch of context.open(source, input)) {
    if (batch === null) {
      yield null;
      continue;
    }
    const fills = fillsOf(context.tx);
    const made = new RowMaker(keep);
    try {
      for (const row of batch) {
        for (const { fill, toRows } of fills) {
          let after = -1;
          for (;;) {
            const filled = fill(after, ids);
            if (filled === 0) break;
            for (let i = 0; i < filled; i += 1) {
              context.tick();
              context.profile?.hit();
              toRows(row, ids[i]!, made);
            }
            after = ids[filled - 1]!;
            if (made.out.length >= size) yield made.take();
            if (filled === size && size < BATCH) ids = new Int32Array((size = Math.min(size * 4, BATCH)));
            if (context.pause) yield null;
          }
        }
      }
    } catch (error) {
      // the rows before the one that failed are given first, as row by row they would have been
      if (made.out.length > 0) yield made.take();
      throw error;
    }
    if (made.out.length > 0) yield made.take();
  }
}

/** The same as columns, of the rows that a batch makes one after another. */
function* scanColumns(
  context: RunContext,
  source: ColumnSource,
  argument: Row,
  { fills, toColumns }: InColumns,
): ColumnBatches {
  const { tx } = context;
  const found = new ColumnBatch();
  const columnsOf = toColumns(tx);
  let ids = new Int32Array(FIRST_CHUNK);
  let parents = new Int32Array(0);
  for (const batch of source.open(context, argument)) {
    if (batch === null) {
      yield null;
      continue;
    }
    for (let row = 0; row < batch.size; row += 1) {
      for (const fill of fills(tx)) {
        for (let after = -1; ;) {
          const filled = fill(after, ids);
          context.tick(filled + 1);
          if (context.pause) yield null;
          if (filled === 0) break;
          after = ids[filled - 1]!;
          const { size, columns } = columnsOf(ids, filled);
          if (size > parents.length) parents = new Int32Array(size);
          found.choose(batch, parents.fill(row, 0, size), size);
          for (const [slot, column] of columns) found.set(slot, column);
          yield found;
          if (filled === ids.length && filled < BATCH) ids = new Int32Array(Math.min(filled * 4, BATCH));
        }
      }
    }
  }
}

interface InColumns {
  readonly elements: ReadonlyMap<number, Entity>;
  readonly fills: (tx: Reader) => readonly Fill[];
  readonly toColumns: ToColumns;
}

function scanning(about: About, source: Operator, fillsOf: FillsOf, inColumns: InColumns | null): Operator {
  const from = source.columns;
  return {
    about,
    children: [source],
    columns:
      from === undefined || inColumns === null
        ? undefined
        : {
            elements: new Map([...from.elements, ...inColumns.elements]),
            open: (context, row) => scanColumns(context, from, row, inColumns),
          },
    open: (context, input) => scan(context, source, input, fillsOf, keepAll),
    openWhere: (context, input, keep) => scan(context, source, input, fillsOf, keep),
  };
}

export function allNodesScan(about: About, source: Operator, slot: number): Operator {
  const toRows = nodeRows(slot);
  const fillOf =
    (tx: Reader): Fill =>
    (after, into) =>
      tx.nodesAfter(after, into);
  return scanning(
    about,
    source,
    (tx) => [{ fill: fillOf(tx), toRows }],
    nodeColumns(slot, (tx) => [fillOf(tx)]),
  );
}

const nodeColumns = (slot: number, fills: InColumns['fills']): InColumns => ({
  elements: new Map([[slot, 'node']]),
  fills,
  toColumns: () => (ids, filled) => ({ size: filled, columns: [[slot, new Elements('node', ids)]] }),
});

const nodeRows =
  (slot: number): ToRows =>
  (row, id, made) => {
    made.like(row)[slot] = new NodeRef(id);
    made.give();
  };

/** The nodes that have any of the labels, each once. */
export function labelScan(about: About, source: Operator, slot: number, labels: readonly string[]): Operator {
  const toRow = nodeRows(slot);
  const [only = ''] = labels;
  const inColumns = nodeColumns(slot, (tx) => [
    (after, into) => tx.nodesWithLabelAfter(tx.labels.find(only), after, into),
  ]);
  const fillsOf: FillsOf = (tx) => {
    const ids = [...new Set(labels.map((name) => tx.labels.find(name)))].filter((id) => id >= 0);
    return ids.map((label, position) => {
      const earlier = ids.slice(0, position);
      return {
        fill: (after, into) => tx.nodesWithLabelAfter(label, after, into),
        toRows: (row, id, made) => {
          if (!earlier.some((other) => tx.hasLabel(id, other))) toRow(row, id, made);
        },
      };
    });
  };
  return scanning(about, source, fillsOf, labels.length === 1 ? inColumns : null);
}

export interface RelationshipSlots {
  readonly relationship: number;
  readonly from: number;
  readonly to: number;
}

/** Makes the row, or rows, that a relationship makes of a row. */
export function relationshipRows(
  tx: Reader,
  row: Row,
  id: number,
  slots: RelationshipSlots,
  undirected: boolean,
  made: RowMaker,
): void {
  const from = new NodeRef(tx.sourceOf(id));
  const to = new NodeRef(tx.targetOf(id));
  const relationship = new RelationshipRef(id);
  const give = (start: NodeRef, end: NodeRef): void => {
    const next = made.like(row);
    next[slots.relationship] = relationship;
    next[slots.from] = start;
    next[slots.to] = end;
    made.give();
  };
  give(from, to);
  if (undirected && from.id !== to.id) give(to, from);
}

/** Relationships of the types (null: of any), with their ends; undirected gives each twice, a self-loop once. */
export function relationshipScan(
  about: About,
  source: Operator,
  slots: RelationshipSlots,
  types: readonly string[] | null,
  undirected: boolean,
): Operator {
  const fills = (tx: Reader): Fill[] => {
    const found = typeIds(tx, types);
    if (found === null) return [(after, into) => tx.relationshipsAfter(after, into)];
    return found.map((type) => (after, into) => tx.relationshipsOfTypeAfter(type, after, into));
  };
  return scanning(
    about,
    source,
    (tx) => {
      const toRows: ToRows = (row, id, made) => relationshipRows(tx, row, id, slots, undirected, made);
      return fills(tx).map((fill) => ({ fill, toRows }));
    },
    {
      elements: new Map([
        [slots.relationship, 'relationship'],
        [slots.from, 'node'],
        [slots.to, 'node'],
      ]),
      fills,
      toColumns: (tx) => relationshipColumns(tx, slots, undirected),
    },
  );
}

/** What `relationshipRows` makes of each of the ids. */
function relationshipColumns(
  tx: Reader,
  slots: RelationshipSlots,
  undirected: boolean,
): ReturnType<ToColumns> {
  const relationships = new Elements('relationship');
  const [froms, tos] = [new Elements('node'), new Elements('node')];
  const columns: Columns['columns'] = [
    [slots.relationship, relationships],
    [slots.from, froms],
    [slots.to, tos],
  ];
  return (ids, filled) => {
    for (const [, column] of columns) column.begin(undirected ? filled * 2 : filled);
    let size = 0;
    const give = (relationship: number, from: number, to: number): void => {
      relationships.ids[size] = relationship;
      froms.ids[size] = from;
      tos.ids[size] = to;
      size += 1;
    };
    for (let i = 0; i < filled; i += 1) {
      const id = ids[i]!;
      const [source, target] = [tx.sourceOf(id), tx.targetOf(id)];
      give(id, source, target);
      if (undirected && source !== target) give(id, target, source);
    }
    return { size, columns };
  };
}
