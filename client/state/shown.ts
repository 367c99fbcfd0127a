/** What of the loaded graph the settings let through. Derived, never kept: the same graph and settings show the same. */
import { kindOfLabels } from '../../graph/vocabulary.ts';
import type { Element } from './element.ts';
import { letting } from './filters.ts';
import type { Facts, Filter } from './filters.ts';
import type { ScreenGraph } from './graph.ts';
import { claimDate, isWithin } from './period.ts';
import type { Settings } from './settings.ts';

export interface Shown {
  readonly nodes: ReadonlySet<string>;
  /** Only those whose ends are both shown. */
  readonly relationships: ReadonlySet<string>;
}

const RULES = [
  'hiddenNodes',
  'hiddenRelationships',
  'hiddenKinds',
  'hiddenTypes',
  'filters',
  'period',
] as const;
export type Rules = Pick<Settings, (typeof RULES)[number]>;

/** Linear in the graph. */
export function shownOf(graph: ScreenGraph, rules: Rules): Shown {
  if (hidesNothing(rules)) return { nodes: new Set(graph.nodes()), relationships: new Set(graph.edges()) };
  const why = hiding(rules);
  const nodes = new Set<string>();
  graph.forEachNode((id) => {
    if (why.node(nodeFacts(graph, id)) === null) nodes.add(id);
  });
  const relationships = new Set<string>();
  graph.forEachEdge((id, { type, properties }, source, target) => {
    if (!nodes.has(source) || !nodes.has(target)) return;
    if (why.relationship({ id, kind: type, properties, claims: 0 }) === null) relationships.add(id);
  });
  return { nodes, relationships };
}

const hidesNothing = ({ period, filters, ...hidden }: Rules): boolean =>
  period === null &&
  filters.every(({ isOff }) => isOff === true) &&
  [hidden.hiddenNodes, hidden.hiddenRelationships, hidden.hiddenKinds, hidden.hiddenTypes].every(
    ({ length }) => length === 0,
  );

/** Why something that is loaded is not shown: hidden by hand, by the eye of its kind, a filter, the period, or because an end is not shown. */
export type Reason = 'hand' | 'kind' | 'filter' | 'period' | 'end';

/** Tells of elements why they are not shown; null of those that are. */
export function whyHidden(graph: ScreenGraph, rules: Rules): (element: Element) => Reason | null {
  const why = hiding(rules);
  const isHidden = (id: string): boolean => why.node(nodeFacts(graph, id)) !== null;
  return ({ kind, id }) => {
    if (kind === 'node') return why.node(nodeFacts(graph, id));
    const own = why.relationship(relationshipFacts(graph, id));
    return own ?? (isHidden(graph.source(id)) || isHidden(graph.target(id)) ? 'end' : null);
  };
}

function hiding(rules: Rules) {
  const [hiddenNodes, hiddenRelationships] = [new Set(rules.hiddenNodes), new Set(rules.hiddenRelationships)];
  const [hiddenKinds, hiddenTypes] = [new Set(rules.hiddenKinds), new Set(rules.hiddenTypes)];
  const [letsNode, letsRelationship] = [
    lettingAll(rules.filters, 'node'),
    lettingAll(rules.filters, 'relationship'),
  ];
  const { period } = rules;
  const isInPeriod = (properties: Facts['properties']): boolean => {
    if (period === null) return true;
    const date = claimDate(properties);
    return date === null ? period.keepsUndated : isWithin(date, period);
  };
  return {
    node(facts: Facts): Reason | null {
      if (hiddenNodes.has(facts.id)) return 'hand';
      if (hiddenKinds.has(facts.kind)) return 'kind';
      return letsNode(facts) ? null : 'filter';
    },
    relationship(facts: Facts): Reason | null {
      if (hiddenRelationships.has(facts.id)) return 'hand';
      if (hiddenTypes.has(facts.kind)) return 'kind';
      if (!letsRelationship(facts)) return 'filter';
      return isInPeriod(facts.properties) ? null : 'period';
    },
  };
}

function lettingAll(filters: readonly Filter[], on: Filter['on']): (facts: Facts) => boolean {
  const all = filters.filter((filter) => filter.on === on && filter.isOff !== true).map(letting);
  return (facts) => all.every((lets) => lets(facts));
}

/** What filters may ask of a node of the graph. */
export function nodeFacts(graph: ScreenGraph, id: string): Facts {
  const { labels, properties } = graph.getNodeAttributes(id);
  return { id, kind: kindOfLabels(labels), properties, claims: graph.degree(id) };
}

export function relationshipFacts(graph: ScreenGraph, id: string): Facts {
  const { type, properties } = graph.getEdgeAttributes(id);
  return { id, kind: type, properties, claims: 0 };
}

/** `shownOf` that gives its last answer again while neither the graph nor one of the rules has changed; other settings are no matter. */
export function rememberingShown(): (graph: ScreenGraph, revision: number, rules: Rules) => Shown {
  let last: { readonly revision: number; readonly rules: Rules; readonly shown: Shown } | null = null;
  return (graph, revision, rules) => {
    const before = last;
    if (before?.revision !== revision || RULES.some((rule) => before.rules[rule] !== rules[rule]))
      last = { revision, rules, shown: shownOf(graph, rules) };
    return (last as NonNullable<typeof last>).shown;
  };
}
