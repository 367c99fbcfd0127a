/** Expanding: from a node along its relationships, one step. */
import type { Direction, Reader, TypeId } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Row, type RunValue } from '../runtime.ts';
import { Between } from './between.ts';
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

/** Type names as ids: null for any, an empty list where none of them has ever been used. */
export function typeIds(tx: Reader, names: readonly string[] | null): readonly TypeId[] | null {
  if (names === null) return null;
  return [...new Set(names.map((name) => tx.types.find(name)))].filter((id) => id >= 0);
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
  };
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
