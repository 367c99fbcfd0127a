/** Seeks: for each row of the source, the few nodes or relationships that an index or an id names. */
import type { IndexDefinition, Reader } from '../../memory/graph.ts';
import type { Value } from '../../model.ts';
import { NodeRef, RelationshipRef, type Evaluate, type Row, type RunValue } from '../runtime.ts';
import { Elements } from '../values/batch-column.ts';
import { ColumnBatch } from './column-batch.ts';
import type { RunContext } from './context.ts';
import { relationshipRows, type RelationshipSlots } from './scan.ts';
import {
  BATCH,
  eachRow,
  extend,
  keepAll,
  ofEachRow,
  type About,
  type OfRow,
  type Operator,
} from './operator.ts';
import { RowMaker } from './row-maker.ts';

/** How an index is asked; the values come from the row. */
export type SeekBy =
  | { readonly kind: 'equal'; readonly values: readonly Evaluate[] }
  /** `IN`: one key, any of a list of values. */
  | { readonly kind: 'any'; readonly list: Evaluate }
  | {
      readonly kind: 'range';
      readonly from: { readonly value: Evaluate; readonly inclusive: boolean } | null;
      readonly to: { readonly value: Evaluate; readonly inclusive: boolean } | null;
    }
  | { readonly kind: 'text'; readonly how: 'startsWith' | 'endsWith' | 'contains'; readonly text: Evaluate };

/** Graph elements are never property values, so they are never found. */
const storable = (value: RunValue): value is Exclude<RunValue, NodeRef | RelationshipRef> & Value =>
  value !== null && !(value instanceof NodeRef) && !(value instanceof RelationshipRef);

function find(
  tx: Reader,
  index: IndexDefinition,
  by: SeekBy,
  row: Row,
  context: RunContext,
): readonly number[] {
  switch (by.kind) {
    case 'equal': {
      const values: Value[] = [];
      for (const value of by.values) {
        const found = value(row, context);
        if (!storable(found)) return [];
        values.push(found);
      }
      return tx.seek(index, values);
    }
    case 'any': {
      const list = by.list(row, context);
      if (!Array.isArray(list)) return [];
      const ids = new Set<number>();
      for (const value of list as readonly RunValue[]) {
        if (!storable(value)) continue;
        for (const id of tx.seek(index, [value])) ids.add(id);
      }
      return [...ids].toSorted((a, b) => a - b);
    }
    case 'range': {
      const bounds = [by.from, by.to].map((bound) =>
        bound === null ? null : { value: bound.value(row, context), inclusive: bound.inclusive },
      );
      const checked = bounds.map((bound) => {
        if (bound === null) return null;
        return storable(bound.value)
          ? { value: bound.value as Value, inclusive: bound.inclusive }
          : undefined;
      });
      const [from, to] = checked;
      if (from === undefined || to === undefined) return [];
      return tx.seekRange(index, from, to);
    }
    case 'text': {
      const text = by.text(row, context);
      return typeof text === 'string' ? tx.seekText(index, by.how, text) : [];
    }
  }
}

export function nodeIndexSeek(
  about: About,
  source: Operator,
  slot: number,
  index: IndexDefinition,
  by: SeekBy,
): Operator {
  const seek: OfRow = (context, row, out) => {
    for (const id of find(context.tx, index, by, row, context)) {
      context.tick();
      context.profile?.hit();
      out.push(extend(row, slot, new NodeRef(id)));
    }
  };
  return {
    about,
    children: [source],
    open: (context, input) => eachRow(context, source, input, (row, out) => seek(context, row, out)),
    columns:
      source.columns?.elements.size === 0
        ? {
            elements: new Map([[slot, 'node']]),
            *open(context, row) {
              const found = find(context.tx, index, by, row, context);
              for (let start = 0; start < found.length; start += BATCH) {
                const ids = Int32Array.from(found.slice(start, start + BATCH));
                context.tick(ids.length);
                if (context.pause) yield null;
                yield new ColumnBatch().repeat(row, ids.length).set(slot, new Elements('node', ids));
              }
            },
          }
        : undefined,
    // only what is equal is sure to be little
    ofRow: by.kind === 'equal' ? ofEachRow(source, seek) : undefined,
  };
}

export function relationshipIndexSeek(
  about: About,
  source: Operator,
  slots: RelationshipSlots,
  index: IndexDefinition,
  by: SeekBy,
  undirected: boolean,
): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        const made = new RowMaker(keepAll);
        for (const id of find(context.tx, index, by, row, context)) {
          context.tick();
          context.profile?.hit();
          relationshipRows(context.tx, row, id, slots, undirected, made);
        }
        for (const each of made.out) out.push(each);
      }),
  };
}

/** `id(n) = …`, `elementId(n) = …`, or any of a list of them. */
export function nodeByIdSeek(
  about: About,
  source: Operator,
  slot: number,
  ids: { readonly value: Evaluate; readonly list: boolean; readonly elementId: boolean },
): Operator {
  const find1 = (tx: Reader, value: RunValue): number => {
    if (ids.elementId) return typeof value === 'string' ? tx.findNode(value) : -1;
    const id = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : -1;
    return Number.isInteger(id) && id >= 0 && id < 2 ** 31 && tx.hasNode(id) ? id : -1;
  };
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        const value = ids.value(row, context);
        const wanted: readonly RunValue[] = ids.list
          ? Array.isArray(value)
            ? (value as RunValue[])
            : []
          : [value];
        const seen = new Set<number>();
        for (const each of wanted) {
          context.tick();
          context.profile?.hit();
          const id = find1(context.tx, each);
          if (id < 0 || seen.has(id)) continue;
          seen.add(id);
          const next = row.slice();
          next[slot] = new NodeRef(id);
          out.push(next);
        }
      }),
  };
}
