/** Scans: for each row of the source, every node or relationship of a kind. */
import type { Reader } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { BATCH, keepAll, type About, type Keep, type Operator, type Rows } from './operator.ts';
import { RowMaker } from './row-maker.ts';

/** Fills `into` with the ids after `after`; the number filled, 0 at the end. */
type Fill = (after: number, into: Int32Array) => number;
type ToRows = (row: Row, id: number, made: RowMaker) => void;

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

function scanning(about: About, source: Operator, fillsOf: FillsOf): Operator {
  return {
    about,
    children: [source],
    open: (context, input) => scan(context, source, input, fillsOf, keepAll),
    openWhere: (context, input, keep) => scan(context, source, input, fillsOf, keep),
  };
}

export function allNodesScan(about: About, source: Operator, slot: number): Operator {
  const toRows = nodeRows(slot);
  return scanning(about, source, (tx) => [{ fill: (after, into) => tx.nodesAfter(after, into), toRows }]);
}

const nodeRows =
  (slot: number): ToRows =>
  (row, id, made) => {
    made.like(row)[slot] = new NodeRef(id);
    made.give();
  };

/** The nodes that have any of the labels, each once. */
export function labelScan(about: About, source: Operator, slot: number, labels: readonly string[]): Operator {
  const toRow = nodeRows(slot);
  return scanning(about, source, (tx) => {
    const ids = [...new Set(labels.map((label) => tx.labels.find(label)))].filter((id) => id >= 0);
    return ids.map((label, position) => {
      const earlier = ids.slice(0, position);
      return {
        fill: (after, into) => tx.nodesWithLabelAfter(label, after, into),
        toRows: (row, id, made) => {
          if (!earlier.some((other) => tx.hasLabel(id, other))) toRow(row, id, made);
        },
      };
    });
  });
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
  return scanning(about, source, (tx) => {
    const toRows: ToRows = (row, id, made) => relationshipRows(tx, row, id, slots, undirected, made);
    const found = types?.map((name) => tx.types.find(name)).filter((type) => type >= 0);
    const fills: Fill[] =
      found === undefined
        ? [(after, into) => tx.relationshipsAfter(after, into)]
        : [...new Set(found)].map(
            (type): Fill =>
              (after, into) =>
                tx.relationshipsOfTypeAfter(type, after, into),
          );
    return fills.map((fill) => ({ fill, toRows }));
  });
}
