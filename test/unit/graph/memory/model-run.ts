/** Random changes, made to a `MemoryGraph` and to the plain model side by side. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type {
  ChangeSet,
  IndexDefinition,
  NodeRecord,
  Reader,
  RelationshipRecord,
  Writer,
} from '../../../../graph/memory/graph.ts';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import type { Value } from '../../../../graph/model.ts';
import { LocalDate } from '../../../../graph/temporal.ts';
import { Model } from './model.ts';

const LABELS = ['A', 'B', 'C'];
const TYPES = ['R', 'S'];
const KEYS = ['k', 'l', 'text'];
const UUID = '00000000-0000-4000-8000-000000000000';

const INDEXES: readonly IndexDefinition[] = [
  { name: 'range', kind: 'range', entity: 'node', labelsOrTypes: ['A'], properties: ['k'], constraint: null },
  {
    name: 'pair',
    kind: 'range',
    entity: 'node',
    labelsOrTypes: ['B'],
    properties: ['k', 'l'],
    constraint: null,
  },
  {
    name: 'rel',
    kind: 'range',
    entity: 'relationship',
    labelsOrTypes: ['R'],
    properties: ['k'],
    constraint: null,
  },
  {
    name: 'words',
    kind: 'fulltext',
    entity: 'node',
    labelsOrTypes: ['A', 'C'],
    properties: ['text', 'k'],
    constraint: null,
  },
];

const VALUES: readonly Value[] = [
  null,
  0n,
  1n,
  1,
  1.5,
  2n ** 60n,
  true,
  'red',
  'red fox',
  'blue fox',
  new LocalDate(3),
  ['red', 'hen'],
];

export type Step =
  | { do: 'createNode' }
  | { do: 'createRelationship'; type: number; a: number; b: number }
  | { do: 'deleteNode'; a: number }
  | { do: 'deleteRelationship'; a: number }
  | { do: 'label'; a: number; label: number; add: boolean }
  | { do: 'set'; on: 'node' | 'relationship'; a: number; key: number; value: number }
  | { do: 'begin' | 'commit' | 'rollback' | 'savepoint' | 'read' | 'reopen' }
  | { do: 'rollbackTo' | 'release'; a: number };

const pick = fc.nat({ max: 1_000 });
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'createNode' }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('createRelationship' as const),
      type: fc.nat(1),
      a: pick,
      b: pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deleteNode' as const), a: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deleteRelationship' as const), a: pick }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('label' as const), a: pick, label: fc.nat(2), add: fc.boolean() }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      on: fc.constantFrom('node' as const, 'relationship' as const),
      a: pick,
      key: fc.nat(KEYS.length - 1),
      value: fc.nat(VALUES.length - 1),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'begin' as const,
        'commit' as const,
        'rollback' as const,
        'savepoint' as const,
        'read' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'reopen' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('rollbackTo' as const, 'release' as const), a: pick }),
  },
);

const some = <T>(items: Iterable<T>, a: number): T | undefined => {
  const all = [...items];
  return all[a % Math.max(1, all.length)];
};

function scan(fill: (after: number, into: Int32Array) => number): number[] {
  const into = new Int32Array(3);
  const ids: number[] = [];
  for (let filled = fill(-1, into); filled > 0; filled = fill(into[filled - 1]!, into)) {
    ids.push(...into.subarray(0, filled));
  }
  return ids;
}

/** Everything that can be asked of a reader is what the model says. */
function compare(reader: Reader, model: Model): void {
  const ascending = (ids: Iterable<number>): number[] => [...ids].toSorted((a, b) => a - b);
  const where = <T>(items: ReadonlyMap<number, T>, test: (item: T) => boolean): number[] =>
    ascending([...items].filter(([, item]) => test(item)).map(([id]) => id));

  expect(scan((after, into) => reader.nodesAfter(after, into))).toEqual(ascending(model.nodes.keys()));
  expect(scan((after, into) => reader.relationshipsAfter(after, into))).toEqual(
    ascending(model.relationships.keys()),
  );
  expect(reader.countNodes()).toBe(model.nodes.size);
  expect(reader.countRelationships()).toBe(model.relationships.size);
  for (const name of LABELS) {
    const label = reader.labels.find(name);
    const expected = where(model.nodes, (node) => node.labels.has(name));
    expect(scan((after, into) => reader.nodesWithLabelAfter(label, after, into))).toEqual(expected);
    expect(reader.countNodes(label)).toBe(expected.length);
  }
  for (const name of TYPES) {
    const type = reader.types.find(name);
    const expected = where(model.relationships, (relationship) => relationship.type === name);
    expect(scan((after, into) => reader.relationshipsOfTypeAfter(type, after, into))).toEqual(expected);
    expect(reader.countRelationships(type)).toBe(expected.length);
  }
  const expansion = reader.expansion();
  for (const [id, node] of model.nodes) {
    expect(
      reader
        .nodeLabels(id)
        .map((label) => reader.labels.name(label))
        .toSorted(),
    ).toEqual([...node.labels].toSorted());
    expect(
      new Map(reader.nodeKeys(id).map((key) => [reader.keys.name(key), reader.nodeProperty(id, key)])),
    ).toEqual(node.properties);
    for (const direction of ['out', 'in', 'both'] as const) {
      for (const types of [null, ['S']]) {
        const ids = types?.map((type) => reader.types.find(type)) ?? null;
        expansion.start(id, direction, ids);
        const found: [number, number][] = [];
        while (expansion.next()) found.push([expansion.relationship, expansion.other]);
        expect(found.toSorted(([a], [b]) => a - b)).toEqual(
          model.neighbours(id, direction, types).toSorted(([a], [b]) => a - b),
        );
        expect(reader.degree(id, direction, ids)).toBe(found.length);
      }
    }
  }
  for (const [id, relationship] of model.relationships) {
    expect(reader.types.name(reader.typeOf(id))).toBe(relationship.type);
    expect([reader.sourceOf(id), reader.targetOf(id)]).toEqual([relationship.source, relationship.target]);
    expect(
      new Map(
        reader
          .relationshipKeys(id)
          .map((key) => [reader.keys.name(key), reader.relationshipProperty(id, key)]),
      ),
    ).toEqual(relationship.properties);
  }
  compareIndexes(reader, model, where);
}

function compareIndexes(
  reader: Reader,
  model: Model,
  where: <T>(items: ReadonlyMap<number, T>, test: (item: T) => boolean) => number[],
): void {
  const index = (name: string): IndexDefinition => reader.indexes().find((i) => i.name === name)!;
  // 1 = 1.0, and nothing else that is not the same
  const same = (a: Value | undefined, b: Value): boolean =>
    typeof a === 'object' || typeof b === 'object'
      ? String(a) === String(b) && typeof a === typeof b
      : a == b && (typeof a !== 'boolean') === (typeof b !== 'boolean'); // eslint-disable-line eqeqeq
  for (const value of VALUES) {
    if (value === null) continue;
    expect(reader.seek(index('range'), [value])).toEqual(
      where(model.nodes, (n) => n.labels.has('A') && same(n.properties.get('k'), value)),
    );
    expect(reader.seek(index('rel'), [value])).toEqual(
      where(model.relationships, (r) => r.type === 'R' && same(r.properties.get('k'), value)),
    );
    expect(reader.seek(index('pair'), [value, 1n])).toEqual(
      where(
        model.nodes,
        (n) => n.labels.has('B') && same(n.properties.get('k'), value) && same(n.properties.get('l'), 1n),
      ),
    );
  }
  const isNumber = (value: Value | undefined): value is number | bigint =>
    typeof value === 'number' || typeof value === 'bigint';
  expect(reader.seekRange(index('range'), { value: 1n, inclusive: false }, null)).toEqual(
    where(model.nodes, (n) => {
      const k = n.properties.get('k');
      return n.labels.has('A') && isNumber(k) && k > 1;
    }),
  );
  expect(reader.seekText(index('range'), 'startsWith', 'red')).toEqual(
    where(
      model.nodes,
      (n) =>
        n.labels.has('A') &&
        String(n.properties.get('k')).startsWith('red') &&
        typeof n.properties.get('k') === 'string',
    ),
  );
  const words = (value: Value | undefined): string[] =>
    (Array.isArray(value) ? value : [value])
      .filter((v) => typeof v === 'string')
      .flatMap((v) => v.split(' '));
  expect(
    reader
      .search(index('words'), 'fox OR hen', 1_000)
      .map(({ id }) => id)
      .toSorted((a, b) => a - b),
  ).toEqual(
    where(
      model.nodes,
      (n) =>
        (n.labels.has('A') || n.labels.has('C')) &&
        ['text', 'k'].some((key) =>
          words(n.properties.get(key)).some((word) => word === 'fox' || word === 'hen'),
        ),
    ),
  );
}

/** What change sets add up to: what a disk would hold. */
class Records {
  readonly labels: string[] = [];
  readonly types: string[] = [];
  readonly keys: string[] = [];
  readonly nodes = new Map<number, NodeRecord>();
  readonly relationships = new Map<number, RelationshipRecord>();
  schema: ChangeSet['schema'] = null;

  apply(changes: ChangeSet): void {
    for (const { id, name } of changes.newLabels) this.labels[id] = name;
    for (const { id, name } of changes.newTypes) this.types[id] = name;
    for (const { id, name } of changes.newKeys) this.keys[id] = name;
    for (const id of changes.deletedNodes) this.nodes.delete(id);
    for (const id of changes.deletedRelationships) this.relationships.delete(id);
    for (const node of changes.nodes) this.nodes.set(node.id, node);
    for (const relationship of changes.relationships) this.relationships.set(relationship.id, relationship);
    this.schema = changes.schema ?? this.schema;
  }

  open(): MemoryGraph {
    const graph = new MemoryGraph(UUID);
    const loader = graph.loader();
    loader.names('labels', this.labels);
    loader.names('types', this.types);
    loader.names('keys', this.keys);
    for (const [, node] of [...this.nodes].toSorted(([a], [b]) => a - b)) loader.node(node);
    for (const [, r] of [...this.relationships].toSorted(([a], [b]) => a - b)) loader.relationship(r);
    loader.finish(this.schema?.indexes ?? null, this.schema?.constraints ?? []);
    return graph;
  }
}

/** As a store takes it up again from what it put away. */
function copyOf(graph: MemoryGraph): MemoryGraph {
  const copy = new MemoryGraph(graph.uuid);
  copy.loader().parts(graph.parts());
  return copy;
}

interface Writing {
  readonly tx: Writer;
  model: Model;
  savepoints: { readonly mark: number; readonly model: Model }[];
}

export class Run {
  #graph = new MemoryGraph(UUID);
  #reopened = 0;
  readonly #records = new Records();
  #committed = new Model();
  #writer: Writing | null = null;
  #readers: { reader: Reader & { release(): void }; model: Model }[] = [];

  async start(): Promise<void> {
    const tx = await this.#graph.write();
    for (const name of LABELS) tx.ensureLabel(name);
    for (const name of TYPES) tx.ensureType(name);
    for (const name of KEYS) tx.ensureKey(name);
    for (const index of INDEXES) tx.createIndex(index);
    this.#records.apply(tx.prepare());
    tx.commit();
  }

  async step(step: Step): Promise<void> {
    switch (step.do) {
      case 'read':
        this.#readers.push({ reader: this.#graph.read(), model: this.#committed });
        return;
      case 'release': {
        const open = some(this.#readers, step.a);
        open?.reader.release();
        this.#readers = this.#readers.filter((other) => other !== open);
        return;
      }
      case 'reopen':
        if (this.#writer !== null) return;
        for (const { reader } of this.#readers) reader.release();
        this.#graph = this.#reopened++ % 2 === 0 ? this.#records.open() : copyOf(this.#graph);
        this.#readers = [];
        return;
      case 'begin':
        await this.#begin();
        return;
      default:
        this.#change(step, await this.#begin());
    }
  }

  async #begin(): Promise<Writing> {
    return (this.#writer ??= {
      tx: await this.#graph.write(),
      model: this.#committed.copy(),
      savepoints: [],
    });
  }

  #change(step: Step, writer: Writing): void {
    const { tx, model, savepoints } = writer;
    switch (step.do) {
      case 'createNode':
        model.nodes.set(tx.createNode(), { labels: new Set(), properties: new Map() });
        return;
      case 'createRelationship': {
        const [source, target] = [some(model.nodes.keys(), step.a), some(model.nodes.keys(), step.b)];
        if (source === undefined || target === undefined) return;
        const type = TYPES[step.type]!;
        const id = tx.createRelationship(tx.types.find(type), source, target);
        model.relationships.set(id, { type, source, target, properties: new Map() });
        return;
      }
      case 'deleteNode': {
        const node = some(model.nodes.keys(), step.a);
        if (node === undefined) return;
        for (const [id] of model.neighbours(node, 'both', null)) {
          tx.deleteRelationship(id);
          model.relationships.delete(id);
        }
        tx.deleteNode(node);
        model.nodes.delete(node);
        return;
      }
      case 'deleteRelationship': {
        const id = some(model.relationships.keys(), step.a);
        if (id === undefined) return;
        tx.deleteRelationship(id);
        model.relationships.delete(id);
        return;
      }
      case 'label': {
        const node = some(model.nodes.keys(), step.a);
        if (node === undefined) return;
        const name = LABELS[step.label]!;
        const labels = model.nodes.get(node)!.labels;
        const label = tx.labels.find(name);
        const changed = step.add ? tx.addLabel(node, label) : tx.removeLabel(node, label);
        if (changed === (step.add === labels.has(name))) throw new Error('The change was told wrongly.');
        if (step.add) labels.add(name);
        else labels.delete(name);
        return;
      }
      case 'set': {
        const elements = step.on === 'node' ? model.nodes : model.relationships;
        const id = some(elements.keys(), step.a);
        if (id === undefined) return;
        const name = KEYS[step.key]!;
        const value = VALUES[step.value]!;
        if (step.on === 'node') tx.setNodeProperty(id, tx.keys.find(name), value);
        else tx.setRelationshipProperty(id, tx.keys.find(name), value);
        const { properties } = elements.get(id)!;
        if (value === null) properties.delete(name);
        else properties.set(name, value);
        return;
      }
      case 'savepoint':
        savepoints.push({ mark: tx.savepoint(), model: model.copy() });
        return;
      case 'rollbackTo': {
        const to = some(savepoints, step.a);
        if (to === undefined) return;
        tx.rollbackTo(to.mark);
        writer.savepoints = savepoints.slice(0, savepoints.indexOf(to) + 1);
        writer.model = to.model.copy();
        return;
      }
      case 'commit':
        this.#records.apply(tx.prepare());
        tx.commit();
        this.#committed = model;
        this.#writer = null;
        return;
      case 'rollback':
        tx.rollback();
        this.#writer = null;
    }
  }

  check(): void {
    for (const { reader, model } of this.#readers) compare(reader, model);
    if (this.#writer !== null) compare(this.#writer.tx, this.#writer.model);
    const now = this.#graph.read();
    compare(now, this.#committed);
    now.release();
  }

  /** Ends everything; gives how much was then kept for nobody. */
  end(): number {
    this.#writer?.tx.rollback();
    this.#writer = null;
    this.check();
    for (const { reader } of this.#readers) reader.release();
    this.#readers = [];
    const { historySize } = this.#graph;
    this.check();
    this.#graph = this.#records.open();
    this.check();
    return historySize;
  }
}
