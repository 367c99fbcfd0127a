import { CellBatch } from '../../memory/cell-batch.ts';
import type { Entity } from '../../memory/graph.ts';
import type { Value } from '../../model.ts';
import { NodeRef, RelationshipRef, type RunValue } from '../runtime.ts';

/** Nodes, or relationships, one for each row of a batch. Made once and filled again and again. */
export class Elements {
  readonly entity: Entity;
  ids: Int32Array;

  constructor(entity: Entity, ids: Int32Array = new Int32Array(16)) {
    this.entity = entity;
    this.ids = ids;
  }

  value(row: number): RunValue {
    const id = this.ids[row]!;
    return this.entity === 'node' ? new NodeRef(id) : new RelationshipRef(id);
  }

  /** Makes room for so many. What was in it is gone. */
  begin(size: number): void {
    if (size > this.ids.length) this.ids = new Int32Array(Math.max(size, this.ids.length * 2));
  }

  /** Takes those of the first `size` rows that are named. */
  gather({ ids }: Elements, rows: Int32Array, size: number): void {
    this.begin(size);
    for (let i = 0; i < size; i += 1) this.ids[i] = ids[rows[i]!]!;
  }
}

/** One value for each row of a batch, and no object for any of them. */
export type BatchColumn = Elements | CellBatch;

/** The same value in every row. */
export function constantColumn(value: RunValue, size: number): BatchColumn {
  if (value instanceof NodeRef) return new Elements('node', new Int32Array(size).fill(value.id));
  if (value instanceof RelationshipRef)
    return new Elements('relationship', new Int32Array(size).fill(value.id));
  const [one, all] = [new CellBatch(), new CellBatch()];
  one.begin(1);
  one.put(0, value as Value);
  all.gather(one, new Int32Array(size), size);
  return all;
}
