/** A pattern as a graph: its nodes, the hops between them, and what each must satisfy. */
import type {
  Expression,
  NodePattern,
  PathSelector,
  PatternPart,
  QuantifiedPath,
  RelationshipPattern,
} from '../ast.ts';
import type { Direction } from '../../memory/graph.ts';
import { hiddenName } from './frame.ts';
import { rewrite } from './walk.ts';
import { alternatives, conjuncts, labelConditions, propertyConditions } from './predicates.ts';

interface HopBase {
  readonly left: string;
  readonly right: string;
  /** The relationship, or the list of them. */
  readonly variable: string;
}
/** One relationship. */
export interface StepHop extends HopBase {
  readonly kind: 'step';
  /** From left to right. */
  readonly direction: Direction;
  readonly types: readonly string[] | null;
}
/** `-[rs*1..3]->`: the variable is a list. */
export interface WalkHop extends HopBase {
  readonly kind: 'walk';
  readonly direction: Direction;
  readonly types: readonly string[] | null;
  readonly min: number;
  readonly max: number | null;
  /** The name under which `each` sees one relationship of the walk. */
  readonly element: string;
  readonly each: readonly Expression[];
  /** The walk comes to no node twice. */
  readonly acyclic: boolean;
}
/** `((a)-[r]->(b)){1,3}`: the variable is hidden and takes all relationships. */
export interface TrailHop extends HopBase {
  readonly kind: 'trail';
  readonly quantified: QuantifiedPath;
}
export type Hop = StepHop | WalkHop | TrailHop;

export interface PathVariable {
  readonly variable: string;
  /** No node may be in it twice. */
  readonly acyclic: boolean;
  readonly start: string;
  readonly hops: readonly string[];
}

/** A part of which only some paths are wanted: `shortestPath(…)`, `SHORTEST 2 …`, `ANY …`. */
export interface SelectedPart {
  readonly selector: PathSelector;
  readonly start: string;
  readonly end: string;
  readonly path: string | null;
  /** The one walk it consists of, which can be searched breadth first; null where it is more than that. */
  readonly walk: WalkHop | null;
  /** The part by itself. */
  readonly graph: PatternGraph;
}

export interface PatternGraph {
  /** A relationship may be bound more than once. */
  readonly repeatable: boolean;
  readonly nodes: ReadonlySet<string>;
  readonly hops: readonly Hop[];
  readonly paths: readonly PathVariable[];
  readonly selected: readonly SelectedPart[];
  readonly conditions: readonly Expression[];
}

export const nodeName = (node: NodePattern): string =>
  node.variable?.name ?? hiddenName('node', node.span.start);
export const relationshipName = (relationship: RelationshipPattern): string =>
  relationship.variable?.name ?? hiddenName('relationship', relationship.span.start);

const isNode = (element: PatternPart['elements'][number]): element is NodePattern =>
  element.kind === 'NodePattern';

export function patternGraph(
  parts: readonly PatternPart[],
  where: Expression | null,
  repeatable = false,
): PatternGraph {
  const nodes = new Set<string>();
  const hops: Hop[] = [];
  const paths: PathVariable[] = [];
  const selected: SelectedPart[] = [];
  const conditions: Expression[] = conjuncts(where);

  for (const part of parts) {
    const { partHops, within, names } = readPart(part);
    const start = names[0];
    const end = names[names.length - 1];
    if (start === undefined || end === undefined) continue;
    const acyclic = part.mode === 'ACYCLIC';
    const path = part.variable?.name ?? (acyclic ? hiddenName('path', part.span.start) : null);
    const pathOf = (variable: string): PathVariable => ({
      variable,
      acyclic,
      start,
      hops: partHops.map((hop) => hop.variable),
    });
    if (part.selector === null) {
      for (const name of names) nodes.add(name);
      hops.push(...partHops);
      conditions.push(...within.nodes, ...within.relationships, ...conjuncts(part.where));
      if (path !== null) paths.push(pathOf(path));
      continue;
    }
    const [only] = partHops;
    const plain = part.where === null && !acyclic && !repeatable;
    const walk = partHops.length === 1 && only?.kind === 'walk' && plain ? only : null;
    if (walk !== null) {
      nodes.add(start).add(end);
      conditions.push(...within.nodes);
    }
    selected.push({
      selector: part.selector,
      start,
      end,
      path,
      walk,
      graph: {
        nodes: new Set(names),
        hops: partHops,
        paths: [pathOf(path ?? hiddenName('path', part.span.start))],
        selected: [],
        repeatable,
        conditions: [...within.nodes, ...within.relationships, ...conjuncts(part.where)],
      },
    });
  }
  return { nodes, hops, paths, selected, conditions, repeatable };
}

interface Within {
  readonly nodes: Expression[];
  readonly relationships: Expression[];
}

/**
 * The nodes and hops of one part, in order. Where a quantified part has no node beside it (`((a)-->(b))+`), one is made up.
 */
function readPart(part: PatternPart): { names: string[]; partHops: Hop[]; within: Within } {
  const names: string[] = [];
  const partHops: Hop[] = [];
  const within: Within = { nodes: [], relationships: [] };
  let open: RelationshipPattern | QuantifiedPath | null = null;

  const arrive = (name: string): void => {
    const left = names[names.length - 1];
    names.push(name);
    if (open !== null && left !== undefined) {
      const hop = readHop(open, left, name, within);
      partHops.push(hop.kind === 'walk' ? { ...hop, acyclic: part.mode === 'ACYCLIC' } : hop);
    }
    open = null;
  };
  for (const element of part.elements) {
    if (isNode(element)) {
      const name = nodeName(element);
      // `((a)-->(b))+ (c)`: without a relationship between, two neighbouring nodes are one place
      arrive(name);
      within.nodes.push(
        ...labelConditions(name, element.labels),
        ...propertyConditions(name, element.properties),
        ...conjuncts(element.where),
      );
      continue;
    }
    if (open !== null) arrive(hiddenName('node', element.span.start));
    if (names.length === 0) arrive(hiddenName('start', element.span.start));
    open = element;
  }
  if (open !== null) arrive(hiddenName('end', part.span.end));
  return { names, partHops, within };
}

function readHop(
  element: RelationshipPattern | QuantifiedPath,
  left: string,
  right: string,
  within: Within,
): Hop {
  if (element.kind === 'QuantifiedPath') {
    return {
      kind: 'trail',
      left,
      right,
      variable: hiddenName('trail', element.span.start),
      quantified: element,
    };
  }
  const variable = relationshipName(element);
  const types = element.types === null ? null : alternatives(element.types);
  const range = element.length ?? element.quantifier;
  const name = range === null ? variable : hiddenName('each', element.span.start);
  const conditions = [
    ...(types === null ? labelConditions(name, element.types) : []),
    ...propertyConditions(name, element.properties),
  ];
  const { direction } = element;
  if (range === null) {
    within.relationships.push(...conditions, ...conjuncts(element.where));
    return { kind: 'step', left, right, variable, direction, types };
  }
  return {
    kind: 'walk',
    left,
    right,
    variable,
    direction,
    types,
    min: range.min,
    max: range.max,
    element: name,
    acyclic: false,
    // the WHERE of a quantified relationship speaks of each by the list's own name
    each: [...conditions, ...conjuncts(element.where).map((condition) => renamed(condition, variable, name))],
  };
}

function renamed(condition: Expression, from: string, to: string): Expression {
  return rewrite(condition, (part) =>
    part.kind === 'Variable' && part.name === from ? { ...part, name: to } : null,
  );
}
