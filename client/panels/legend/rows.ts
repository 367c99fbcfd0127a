/** What the legend counts: kinds of node, and claims by what their lines tell, each of these by type. */
import { kindOfLabels, NODE_KINDS, relationshipPhrase } from '../../../graph/vocabulary.ts';
import type { ScreenGraph } from '../../state/graph.ts';
import type { LineClass, LineStyling } from '../../state/line-style.ts';
import type { Selection } from '../../state/selection.ts';
import type { Shown } from '../../state/shown.ts';
import { capitalised } from '../../state/words.ts';

export interface Row {
  /** A kind of node, a key of `LineClass`, or a type. */
  readonly key: string;
  readonly name: string;
  readonly loaded: number;
  readonly shown: number;
}

export interface ClassRow extends Row {
  readonly line: LineClass;
  /** Most frequent first. */
  readonly types: readonly Row[];
}

export interface LegendRows {
  /** In the order of the vocabulary. */
  readonly kinds: readonly Row[];
  /** In the order of the lines' classes; those without a claim are left out. */
  readonly classes: readonly ClassRow[];
}

const KIND_NAMES = new Map([
  ...NODE_KINDS.map(({ label, plural }) => [label, plural] as const),
  ['other', 'Others'],
]);

/** Linear in the graph. */
export function legendRows(
  graph: ScreenGraph,
  { nodes, relationships }: Shown,
  lines: LineStyling,
): LegendRows {
  const kinds = new Tally();
  graph.forEachNode((id, { labels }) => kinds.add(kindOfLabels(labels), nodes.has(id)));
  const classes = lines.classes.map(() => new Tally());
  graph.forEachEdge((id, { type, properties }) => {
    classes[lines.classOf(type, properties['event'])]?.add(type, relationships.has(id));
  });
  return {
    kinds: [...KIND_NAMES].flatMap(([key, name]): Row[] => kinds.row(key, name)),
    classes: lines.classes.flatMap((line, index): ClassRow[] => {
      const types = classes[index]?.rows((type) => capitalised(relationshipPhrase(type))) ?? [];
      if (types.length === 0) return [];
      const sum = (of: 'loaded' | 'shown'): number => types.reduce((all, row) => all + row[of], 0);
      return [{ key: line.key, name: line.name, line, types, loaded: sum('loaded'), shown: sum('shown') }];
    }),
  };
}

class Tally {
  readonly #loaded = new Map<string, number>();
  readonly #shown = new Map<string, number>();

  add(key: string, isShown: boolean): void {
    this.#loaded.set(key, (this.#loaded.get(key) ?? 0) + 1);
    if (isShown) this.#shown.set(key, (this.#shown.get(key) ?? 0) + 1);
  }

  /** None where nothing has the key. */
  row(key: string, name: string): Row[] {
    const loaded = this.#loaded.get(key);
    return loaded === undefined ? [] : [{ key, name, loaded, shown: this.#shown.get(key) ?? 0 }];
  }

  rows(nameOf: (key: string) => string): Row[] {
    return [...this.#loaded.keys()]
      .flatMap((key) => this.row(key, nameOf(key)))
      .toSorted((a, b) => b.loaded - a.loaded || (a.name < b.name ? -1 : 1));
  }
}

/** How many are selected of each kind, line class and type; keys as in the rows. Linear in the selection. */
export function selectedIn(
  graph: ScreenGraph,
  { nodes, relationships }: Selection,
  lines: LineStyling,
): {
  readonly nodes: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly classes: ReadonlyMap<string, number>;
  /** By class key and type: `typeKey`. */
  readonly types: ReadonlyMap<string, number>;
} {
  const [kinds, classes, types] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const add = (counts: Map<string, number>, key: string): unknown =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const id of nodes) add(kinds, kindOfLabels(graph.getNodeAttribute(id, 'labels')));
  for (const id of relationships) {
    const { type, properties } = graph.getEdgeAttributes(id);
    const key = lines.classes[lines.classOf(type, properties['event'])]?.key ?? '';
    add(classes, key);
    add(types, typeKey(key, type));
  }
  return { nodes: new Set(nodes), kinds, classes, types };
}

/** One type may be in two classes, by the events its claims were coded as. */
export const typeKey = (classKey: string, type: string): string => JSON.stringify([classKey, type]);

export const shownOfKind = (graph: ScreenGraph, { nodes }: Shown, kind: string): Selection => ({
  nodes: [...nodes].filter((id) => kindOfLabels(graph.getNodeAttribute(id, 'labels')) === kind),
  relationships: [],
});

/** @param type null for every type of the class */
export function shownOfClass(
  graph: ScreenGraph,
  { relationships }: Shown,
  lines: LineStyling,
  classKey: string,
  type: string | null,
): Selection {
  const wanted = lines.classes.findIndex(({ key }) => key === classKey);
  return {
    nodes: [],
    relationships: [...relationships].filter((id) => {
      const { type: of, properties } = graph.getEdgeAttributes(id);
      return (type === null || type === of) && lines.classOf(of, properties['event']) === wanted;
    }),
  };
}
