/** What of the loaded graph the settings let through. Derived, never kept: the same graph and settings show the same. */
import { kindOfLabels } from '../../graph/vocabulary.ts';
import { isWithin, lets } from './filters.ts';
import type { ScreenGraph } from './graph.ts';
import type { Settings } from './settings.ts';

export interface Shown {
  readonly nodes: ReadonlySet<string>;
  /** Only those whose ends are both shown. */
  readonly relationships: ReadonlySet<string>;
}

type Rules = Pick<
  Settings,
  'hiddenNodes' | 'hiddenRelationships' | 'hiddenKinds' | 'hiddenTypes' | 'filters' | 'period'
>;

/** Linear in the graph. A claim without a date is shown whatever the period: the timeline counts it. */
export function shownOf(graph: ScreenGraph, rules: Rules): Shown {
  const [hiddenNodes, hiddenRelationships] = [new Set(rules.hiddenNodes), new Set(rules.hiddenRelationships)];
  const [hiddenKinds, hiddenTypes] = [new Set(rules.hiddenKinds), new Set(rules.hiddenTypes)];
  const onNodes = rules.filters.filter(({ on }) => on === 'node');
  const onRelationships = rules.filters.filter(({ on }) => on === 'relationship');
  const nodes = new Set<string>();
  graph.forEachNode((id, { labels, properties }) => {
    if (hiddenNodes.has(id) || hiddenKinds.has(kindOfLabels(labels))) return;
    if (onNodes.every((filter) => lets(filter, properties))) nodes.add(id);
  });
  const relationships = new Set<string>();
  graph.forEachEdge((id, { type, properties }, source, target) => {
    if (!nodes.has(source) || !nodes.has(target)) return;
    if (hiddenRelationships.has(id) || hiddenTypes.has(type)) return;
    const { date } = properties;
    if (rules.period !== null && typeof date === 'string' && !isWithin(date, rules.period)) return;
    if (onRelationships.every((filter) => lets(filter, properties))) relationships.add(id);
  });
  return { nodes, relationships };
}
