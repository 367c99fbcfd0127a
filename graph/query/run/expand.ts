/** Expanding: from a node along its relationships, one step. */
import type { Direction, Reader } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Row, type RunValue } from '../runtime.ts';
import { Elements } from '../values/batch-column.ts';
import { Between } from './between.ts';
import { ColumnBatch, type ColumnBatches, type ColumnSource } from './column-batch.ts';
import type { RunContext } from './context.ts';
import {
  at,
  BATCH,
  extend,
  keepAll,
  ofEachRow,
  type About,
  type Keep,
  type Operator,
  type Rows,
} from './operator.ts';
import { RowMaker } from './row-maker.ts';
import { typeIds } from './type-ids.ts';

/** Where a step begins and ends, and what it may walk. */
export interface Step {
  readonly from: number;
  readonly relationship: number;
  readonly to: number;
  /** As seen from `from`. */
  readonly direction: Direction;
  /** Null: any type. */
  readonly types: readonly string[] | null;
  /** Slots of relationships, or lists of them, that the same MATCH has already walked: none is walked twice. */
  readonly walked: readonly number[];
}

export function holdsRelationship(value: RunValue, relationship: number): boolean {
  if (value instanceof RelationshipRef) return value.id === relationship;
  return Array.isArray(value) && (value as RunValue[]).some((item) => holdsRelationship(item, relationship));
}

export function hasWalked(row: Row, walked: readonly number[], relationship: number): boolean {
  for (const slot of walked) if (holdsRelationship(at(row, slot), relationship)) return true;
  return false;
}

/** Steps to every neighbour; a row whose start is null gives none. */
export function expandAll(about: About, source: Operator, step: Step): Operator {
  return {
    about,
    children: [source],
    open: (context, input) => neighbours(context, source, input, step, keepAll),
    openWhere: (context, input, keep) => neighbours(context, source, input, step, keep),
    columns:
      source.columns?.elements.get(step.from) === 'node' ? neighbourColumns(source.columns, step) : undefined,
  };
}

function neighbourColumns(source: ColumnSource, step: Step): ColumnSource {
  return {
    elements: new Map([...source.elements, [step.relationship, 'relationship'], [step.to, 'node']]),
    *open(context, argument) {
      const steps = new Steps(step);
      for (const batch of source.open(context, argument)) {
        if (batch === null) yield null;
        else yield* steps.from(batch, context);
      }
    },
  };
}

const FIRST_STEPS = 16;

/** Steps from the nodes of a batch, in batches that grow, so that a `LIMIT 1` walks little. */
class Steps {
  readonly #step: Step;
  readonly #found = new ColumnBatch();
  readonly #relationships = new Elements('relationship');
  readonly #others = new Elements('node');
  #parents = new Int32Array(FIRST_STEPS);

  constructor(step: Step) {
    this.#step = step;
  }

  *from(batch: ColumnBatch, context: RunContext): ColumnBatches {
    const { direction, types: names, walked, from } = this.#step;
    const types = typeIds(context.tx, names);
    const nodes = batch.elements(from);
    if (types?.length === 0) return;
    const walk = context.tx.expansion();
    let filled = 0;
    for (let row = 0; row < batch.size; row += 1) {
      walk.start(nodes.ids[row]!, direction, types);
      for (;;) {
        const end = walk.fill(this.#relationships.ids, this.#others.ids, filled);
        context.tick(end - filled + 1);
        if (context.pause) yield null;
        this.#parents.fill(row, filled, end);
        filled = walked.length === 0 ? end : this.#isNew(batch, row, filled, end);
        if (end < this.#parents.length) break;
        if (filled > 0) yield this.#take(batch, filled);
        filled = 0;
        if (end < BATCH) this.#grow();
      }
    }
    if (filled > 0) yield this.#take(batch, filled);
  }

  /** Leaves out, of what was filled last, the relationships that its row has walked; gives the place after the last. */
  #isNew(batch: ColumnBatch, row: number, from: number, end: number): number {
    let kept = end;
    for (const slot of this.#step.walked) {
      const column = batch.column(slot);
      const walked = column instanceof Elements ? column.ids[row]! : batch.value(slot, row);
      kept = this.#without(walked, from, kept);
    }
    return kept;
  }

  #without(walked: RunValue, from: number, end: number): number {
    const relationships = this.#relationships.ids;
    const others = this.#others.ids;
    let kept = from;
    for (let i = from; i < end; i += 1) {
      const relationship = relationships[i]!;
      if (typeof walked === 'number' ? walked === relationship : holdsRelationship(walked, relationship))
        continue;
      relationships[kept] = relationship;
      others[kept] = others[i]!;
      kept += 1;
    }
    return kept;
  }

  /** The steps found since the last time. */
  #take(batch: ColumnBatch, filled: number): ColumnBatch {
    const { relationship, to } = this.#step;
    this.#found.choose(batch, this.#parents, filled);
    this.#found.set(relationship, this.#relationships).set(to, this.#others);
    return this.#found;
  }

  #grow(): void {
    const room = Math.min(this.#parents.length * 4, BATCH);
    this.#parents = new Int32Array(room);
    this.#relationships.begin(room);
    this.#others.begin(room);
  }
}

function* neighbours(
  context: RunContext,
  source: Operator,
  input: readonly Row[],
  step: Step,
  keep: Keep,
): Rows {
  for (const batch of context.open(source, input)) {
    if (batch === null) {
      yield null;
      continue;
    }
    // not before: what the source did may have brought the type
    const types = typeIds(context.tx, step.types);
    if (types?.length === 0) continue;
    const walk = context.tx.expansion();
    const made = new RowMaker(keep);
    try {
      for (const row of batch) {
        context.tick();
        if (context.pause) yield null;
        const from = row[step.from];
        if (!(from instanceof NodeRef)) continue;
        walk.start(from.id, step.direction, types);
        while (walk.next()) {
          context.tick();
          if (context.pause) yield null;
          context.profile?.hit();
          if (step.walked.length > 0 && hasWalked(row, step.walked, walk.relationship)) continue;
          const next = made.like(row);
          next[step.relationship] = new RelationshipRef(walk.relationship);
          next[step.to] = new NodeRef(walk.other);
          made.give();
          if (made.out.length >= BATCH) yield made.take();
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

/** Nothing can match, but what the source does (it may write) is still done. */
export function* exhaust(context: RunContext, source: Operator, input: readonly Row[]): Rows {
  for (const batch of context.open(source, input)) if (batch === null) yield null;
}

/** Steps between two nodes that are already known. */
export function expandInto(about: About, source: Operator, step: Step): Operator {
  return {
    about,
    children: [source],
    open: (context, input) => relationshipsBetween(context, source, input, step, keepAll),
    openWhere: (context, input, keep) => relationshipsBetween(context, source, input, step, keep),
    ofRow: ofEachRow(source, (context, row, out) => {
      const from = row[step.from];
      const to = row[step.to];
      if (!(from instanceof NodeRef) || !(to instanceof NodeRef)) return;
      for (const relationship of betweenOf(context, step)?.find(from.id, to.id) ?? []) {
        if (hasWalked(row, step.walked, relationship)) continue;
        out.push(extend(row, step.relationship, new RelationshipRef(relationship)));
      }
    }),
  };
}

interface Kept {
  readonly tx: Reader;
  readonly types: number;
  /** Null: none of the types has ever been used. */
  readonly between: Between | null;
}

/** Kept for the statement, until it sees another transaction or a type is used for the first time. */
function betweenOf(context: RunContext, step: Step): Between | null {
  const { tx } = context;
  const place = context.once(step, (): { kept: Kept | null } => ({ kept: null }));
  if (place.kept === null || place.kept.tx !== tx || place.kept.types !== tx.types.size) {
    const types = typeIds(tx, step.types);
    const between = types?.length === 0 ? null : new Between(context, step.direction, types);
    place.kept = { tx, types: tx.types.size, between };
  }
  return place.kept.between;
}

function* relationshipsBetween(
  context: RunContext,
  source: Operator,
  input: readonly Row[],
  step: Step,
  keep: Keep,
): Rows {
  for (const batch of context.open(source, input)) {
    if (batch === null) {
      yield null;
      continue;
    }
    const between = betweenOf(context, step);
    if (between === null) continue;
    const made = new RowMaker(keep);
    try {
      for (const row of batch) {
        context.tick();
        if (context.pause) yield null;
        const from = row[step.from];
        const to = row[step.to];
        if (!(from instanceof NodeRef) || !(to instanceof NodeRef)) continue;
        for (const relationship of between.find(from.id, to.id)) {
          if (hasWalked(row, step.walked, relationship)) continue;
          made.like(row)[step.relationship] = new RelationshipRef(relationship);
          made.give();
          if (made.out.length >= BATCH) yield made.take();
        }
      }
    } catch (error) {
      if (made.out.length > 0) yield made.take();
      throw error;
    }
    if (made.out.length > 0) yield made.take();
  }
}
