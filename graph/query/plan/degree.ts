/** `COUNT { (a)-[:R]->() }` and its kin, answered from the number of relationships that the graph keeps at each node. */
import type { PatternExpression, PatternPart, Subquery } from '../ast.ts';
import type { Direction, TypeId } from '../../memory/graph.ts';
import { Between } from '../run/between.ts';
import { RunContext } from '../run/context.ts';
import { typeIds } from '../run/type-ids.ts';
import { NodeRef, type Context, type Row } from '../runtime.ts';
import type { PlanScope } from './frame.ts';
import { alternatives } from './predicates.ts';

/** How many relationships match; 0 where an end is null. */
export type Degree = (row: Row, context: Context) => number;

/**
 * Null where the pattern says more than: one relationship of these types, from a known node to any other, or to a known one
 * (then they are counted among those of the end that has fewer, as `Expand(Into)` finds them).
 */
export function planDegree(source: Subquery | PatternExpression, scope: PlanScope): Degree | null {
  const counted = countedPattern(source, scope);
  if (counted === null) return null;
  const { from, to, direction, types } = counted;
  if (from >= 0 && to >= 0) return between(from, to, direction, types);
  const one = atOneEnd(counted);
  return one === null ? null : degree(one);
}

/** The same where it counts all the relationships of one known node. */
export function degreeOf(source: Subquery | PatternExpression, scope: PlanScope): NodeDegree | null {
  const counted = countedPattern(source, scope);
  return counted === null || (counted.from >= 0 && counted.to >= 0) ? null : atOneEnd(counted);
}

export interface NodeDegree {
  /** Of the node. */
  readonly slot: number;
  readonly direction: Direction;
  readonly types: readonly string[] | null;
}

const reverse: Record<Direction, Direction> = { out: 'in', in: 'out', both: 'both' };

function atOneEnd({ from, to, direction, types }: Counted): NodeDegree | null {
  if (from >= 0) return { slot: from, direction, types };
  return to < 0 ? null : { slot: to, direction: reverse[direction], types };
}

/** Slots of the ends, -1 for any node. */
interface Counted {
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
  readonly types: readonly string[] | null;
}

function countedPattern(source: Subquery | PatternExpression, scope: PlanScope): Counted | null {
  const part = patternOf(source);
  if (part === null || part.variable !== null || part.selector !== null || part.where !== null) return null;
  const [left, hop, right] = part.elements;
  if (part.elements.length !== 3 || hop?.kind !== 'RelationshipPattern') return null;
  if (hop.length !== null || hop.quantifier !== null || hop.properties !== null || hop.where !== null)
    return null;
  if (hop.variable !== null && scope.has(hop.variable.name)) return null;
  const types = hop.types === null ? null : alternatives(hop.types);
  if (hop.types !== null && types === null) return null;
  const [from, to] = [endOf(left, scope), endOf(right, scope)];
  if (from === null || to === null) return null;
  if (from.name !== null && from.name === to.name) return null;
  return { from: from.slot, to: to.slot, direction: hop.direction, types };
}

function patternOf(source: Subquery | PatternExpression): PatternPart | null {
  if (source.kind === 'PatternExpression') return source.pattern;
  if (source.query.kind !== 'SingleQuery' || source.query.clauses.length !== 1) return null;
  const [clause] = source.query.clauses;
  if (clause?.kind !== 'Match' || clause.optional || clause.where !== null || clause.pattern.length !== 1)
    return null;
  return clause.pattern[0] ?? null;
}

/** The slot of a node that is known, -1 for one that is not; null where more is asked of it. */
function endOf(
  node: PatternPart['elements'][number] | undefined,
  scope: PlanScope,
): { readonly name: string | null; readonly slot: number } | null {
  if (node?.kind !== 'NodePattern') return null;
  if (node.labels !== null || node.properties !== null || node.where !== null) return null;
  const name = node.variable?.name ?? null;
  return { name, slot: name === null ? -1 : scope.slot(name) };
}

function degree({ slot, direction, types }: NodeDegree): Degree {
  return (row, context) => {
    const node = row[slot];
    if (!(node instanceof NodeRef)) return 0;
    const ids = typesOf(context, types);
    context.tick();
    if (context instanceof RunContext) context.profile?.hit();
    return ids?.length === 0 ? 0 : context.tx.degree(node.id, direction, ids);
  };
}

function between(from: number, to: number, direction: Direction, types: readonly string[] | null): Degree {
  const key = {};
  return (row, context) => {
    const [one, other] = [row[from], row[to]];
    if (!(one instanceof NodeRef) || !(other instanceof NodeRef)) return 0;
    return finder(context, key, direction, types).find(one.id, other.id).length;
  };
}

type Finder = Pick<Between, 'find'>;

function finder(
  context: Context,
  key: object,
  direction: Direction,
  names: readonly string[] | null,
): Finder {
  if (!(context instanceof RunContext)) throw new TypeError('a context that is not of a running statement');
  const make = (): Finder => {
    const types = typeIds(context.tx, names);
    if (types?.length === 0) return { find: () => [] };
    return new Between(context, direction, types);
  };
  // a statement that writes may have made the type meanwhile
  return context.writer === null ? context.once(key, make) : make();
}

function typesOf(context: Context, names: readonly string[] | null): readonly TypeId[] | null {
  return names === null ? null : typeIds(context.tx, names);
}
