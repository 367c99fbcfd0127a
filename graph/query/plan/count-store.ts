import type { Match, Return } from '../ast.ts';
import type { Reader } from '../../memory/graph.ts';
import { countStore } from '../run/count-store.ts';
import { PlanScope } from './frame.ts';
import { excerpt, andThen, type Planning, type Stage } from './planning.ts';
import { alternatives } from './predicates.ts';
import type { Projected } from './projection.ts';

/**
 * `MATCH (n:Label) RETURN count(n)` and `MATCH ()-[r:TYPE]->() RETURN count(r)` from the counts that the graph keeps;
 * null where the two clauses say anything else.
 */
export function planCountStore(
  planning: Planning,
  stage: Stage,
  match: Match,
  last: Return,
): Projected | null {
  const { projection } = last;
  const [item] = projection.items;
  const counted =
    item === undefined || projection.items.length > 1 || projection.star ? null : counts(item.expression);
  if (
    item === undefined ||
    counted === null ||
    projection.groupBy !== null ||
    projection.distinct ||
    projection.orderBy.length > 0
  )
    return null;
  if (projection.skip !== null || projection.limit !== null) return null;
  const count = kept(match, stage.scope, counted.variable);
  if (count === null) return null;
  const slot = planning.frame.allocate();
  const name =
    match.pattern[0]?.elements.length === 1 ? 'NodeCountFromCountStore' : 'RelationshipCountFromCountStore';
  const counting = andThen(
    stage,
    name,
    `count(${excerpt(planning, match.pattern[0] ?? match)}) AS ${item.alias}`,
    (about, source) => countStore(about, source, slot, count),
    { scope: new PlanScope(planning.frame, new Map([[item.alias, slot]])), rows: 1 },
  );
  return { stage: counting, columns: [item.alias] };
}

/** What is counted: a variable, or rows (null). */
function counts(
  expression: Return['projection']['items'][number]['expression'],
): { readonly variable: string | null } | null {
  if (expression.kind === 'CountStar') return { variable: null };
  if (expression.kind !== 'FunctionCall' || expression.name.toLowerCase() !== 'count' || expression.distinct)
    return null;
  const [argument] = expression.args;
  return argument?.kind === 'Variable' ? { variable: argument.name } : null;
}

/** How many rows a MATCH has, where the graph keeps that; null where it does not. */
export function keptCount(match: Match, scope: PlanScope): ((tx: Reader) => number) | null {
  return kept(match, scope, null);
}

function kept(match: Match, scope: PlanScope, counted: string | null): ((tx: Reader) => number) | null {
  const [part] = match.pattern;
  if (match.optional || match.where !== null || part === undefined || match.pattern.length > 1) return null;
  if (part.variable !== null || part.selector !== null || part.where !== null) return null;
  const [left, hop, right] = part.elements;
  const names = part.elements.map((element) =>
    element.kind === 'QuantifiedPath' ? null : (element.variable?.name ?? null),
  );
  if (names.some((name) => name !== null && scope.has(name)) || left?.kind !== 'NodePattern') return null;
  if (left.properties !== null || left.where !== null) return null;
  // a variable that is always there counts rows; one of something else was refused before
  if (counted !== null && !names.includes(counted)) return null;

  if (hop === undefined) {
    const labels = left.labels === null ? [] : alternatives(left.labels);
    if (labels === null || labels.length > 1) return null;
    const [label] = labels;
    if (label === undefined) return (tx) => tx.countNodes();
    return (tx) => {
      const id = tx.labels.find(label);
      return id < 0 ? 0 : tx.countNodes(id);
    };
  }
  if (hop.kind !== 'RelationshipPattern' || right?.kind !== 'NodePattern' || part.elements.length > 3)
    return null;
  if (hop.direction === 'both' || hop.length !== null || hop.quantifier !== null) return null;
  if (hop.properties !== null || hop.where !== null || left.labels !== null) return null;
  if (right.labels !== null || right.properties !== null || right.where !== null) return null;
  if (names[0] !== null && names[0] === names[2]) return null;
  const types = hop.types === null ? null : alternatives(hop.types);
  if (hop.types !== null && types === null) return null;
  if (types === null) return (tx) => tx.countRelationships();
  return (tx) =>
    types.reduce((sum, type) => {
      const id = tx.types.find(type);
      return sum + (id < 0 ? 0 : tx.countRelationships(id));
    }, 0);
}
