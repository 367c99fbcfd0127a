/** Scans: for each row of the source, every node or relationship of a kind. */
import type { Reader } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { BATCH, extend, type About, type Batch, type Operator, type Rows } from './operator.ts';

/** Fills `into` with the ids after `after`; the number filled, 0 at the end. */
type Fill = (after: number, into: Int32Array) => number;
type ToRows = (row: Row, id: number, out: Batch) => void;

const FIRST_CHUNK = 16;

/**
 * Every id that each of `fillsOf` gives, in chunks that grow, so that a `LIMIT 1` reads little. It is asked when there is
 * a row: what the source did before may have brought the label or the type.
 */
function* scan(
  context: RunContext,
  source: Operator,
  input: readonly Row[],
  fillsOf: (tx: Reader) => readonly { readonly fill: Fill; readonly toRows: ToRows }[],
): Rows {
  let size = FIRST_CHUNK;
  for (const batch of context.open(source, input)) {
    if (batch === null) {
      yield null;
      continue;
    }
    const fills = fillsOf(context.tx);
    let out: Batch = [];
    for (const row of batch) {
      for (const { fill, toRows } of fills) {
        let after = -1;
        for (;;) {
          const ids = new Int32Array(size);
          const filled = fill(after, ids);
          if (filled === 0) break;
          for (let i = 0; i < filled; i += 1) {
            context.tick();
            context.profile?.hit();
            toRows(row, ids[i]!, out);
          }
          after = ids[filled - 1]!;
          if (out.length >= size) {
            yield out;
            out = [];
            size = Math.min(size * 4, BATCH);
          }
          if (context.pause) yield null;
        }
      }
    }
    if (out.length > 0) yield out;
  }
}

export function allNodesScan(about: About, source: Operator, slot: number): Operator {
  const toRows: ToRows = (row, id, out) => out.push(extend(row, slot, new NodeRef(id)));
  return {
    about,
    children: [source],
    open: (context, input) =>
      scan(context, source, input, (tx) => [{ fill: (after, into) => tx.nodesAfter(after, into), toRows }]),
  };
}

/** The nodes that have any of the labels, each once. */
export function labelScan(about: About, source: Operator, slot: number, labels: readonly string[]): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      scan(context, source, input, (tx) => {
        const ids = [...new Set(labels.map((label) => tx.labels.find(label)))].filter((id) => id >= 0);
        return ids.map((label, position) => {
          const earlier = ids.slice(0, position);
          return {
            fill: (after, into) => tx.nodesWithLabelAfter(label, after, into),
            toRows: (row, id, out) => {
              if (!earlier.some((other) => tx.hasLabel(id, other)))
                out.push(extend(row, slot, new NodeRef(id)));
            },
          };
        });
      }),
  };
}

export interface RelationshipSlots {
  readonly relationship: number;
  readonly from: number;
  readonly to: number;
}

/** The row, or rows, that a relationship makes of a row. */
export function relationshipRows(
  tx: Reader,
  row: Row,
  id: number,
  slots: RelationshipSlots,
  undirected: boolean,
  out: Batch,
): void {
  const from = new NodeRef(tx.sourceOf(id));
  const to = new NodeRef(tx.targetOf(id));
  const next = row.slice();
  next[slots.relationship] = new RelationshipRef(id);
  next[slots.from] = from;
  next[slots.to] = to;
  out.push(next);
  if (!undirected || from.id === to.id) return;
  const back = next.slice();
  back[slots.from] = to;
  back[slots.to] = from;
  out.push(back);
}

/** Relationships of the types (null: of any), with their ends; undirected gives each twice, a self-loop once. */
export function relationshipScan(
  about: About,
  source: Operator,
  slots: RelationshipSlots,
  types: readonly string[] | null,
  undirected: boolean,
): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      scan(context, source, input, (tx) => {
        const toRows: ToRows = (row, id, out) => relationshipRows(tx, row, id, slots, undirected, out);
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
      }),
  };
}
