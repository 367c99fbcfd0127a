/** Streams part of the store as a GEXF file: one pass over the elements, memory bounded by ids. */
import { columnsFor } from '../../graph/formats/gexf/columns.ts';
import type { PropertyTypes } from '../../graph/formats/gexf/columns.ts';
import { TIME_KEYS } from '../../graph/formats/gexf/time.ts';
import { GexfWriter } from '../../graph/formats/gexf/writer.ts';
import type { Profile } from '../../graph/formats/gexf/writer.ts';
import { isList } from '../../graph/model.ts';
import type { Node, Relationship, Value } from '../../graph/model.ts';
import { Citations } from './citations.ts';
import { ElementIdSet, SeenTexts } from './id-set.ts';
import { nodesById, selectedElements } from './selection.ts';
import type { Origin, Selection } from './selection.ts';
import { Spill } from './spill.ts';
import { rowsOf } from './store-rows.ts';

export interface ExportOptions extends Origin {
  readonly profile: Profile;
  readonly description: string;
}

/** The statement gave rows without a single node, relationship or path. */
export class NothingToExport extends Error {
  override readonly name = 'NothingToExport';
  constructor() {
    super(
      'The statement gave no nodes, relationships or paths, so there is no graph to export. RETURN the elements themselves, not their properties.',
    );
  }
}

const CHUNK_CHARS = 64 * 1024;

/**
 * The file, in chunks of about 64 KB. Nodes at the ends of exported relationships are exported too. The first chunk comes when
 * the first element does, so that what is wrong with a statement is thrown before anything is given.
 *
 * @throws NothingToExport, CypherError, StoreUnavailable
 */
export async function* exportGexf(selection: Selection, options: ExportOptions): AsyncGenerator<string> {
  const edges = new Spill();
  try {
    yield* inChunks(new Export(selection, options).pieces(edges));
  } finally {
    await edges.dispose();
  }
}

class Export {
  readonly #selection: Selection;
  readonly #options: ExportOptions;
  readonly #citations: Citations;
  /** Element id → id in the file, of every node written. */
  readonly #nodeIds = new Map<string, string>();
  readonly #relationships = new ElementIdSet();
  readonly #takenNodeIds = new SeenTexts();
  readonly #takenEdgeIds = new SeenTexts();

  constructor(selection: Selection, options: ExportOptions) {
    this.#selection = selection;
    this.#options = options;
    this.#citations = new Citations(options.store, options.query('citations'));
  }

  async *pieces(edges: Spill): AsyncGenerator<string> {
    const { profile, description, signal } = this.#options;
    const writer = new GexfWriter({
      profile,
      description,
      lastModified: new Date().toISOString().slice(0, 10),
      ...(await this.#declarations()),
    });
    let opened = false;
    for await (const { nodes, relationships } of selectedElements(this.#selection, this.#options)) {
      if (!opened && (nodes.length > 0 || relationships.length > 0)) {
        opened = true;
        yield writer.open();
      }
      yield this.#nodes(writer, nodes);
      const fresh = relationships.filter(({ elementId }) => this.#relationships.add(elementId));
      if (fresh.length === 0) continue;
      for await (const ends of nodesById(this.#missingEnds(fresh), this.#options))
        yield this.#nodes(writer, ends.nodes);
      await this.#citations.prepare(fresh, signal);
      for (const relationship of fresh) await edges.append(this.#edge(writer, relationship));
    }
    if (!opened) {
      if ('statement' in this.#selection) throw new NothingToExport();
      yield writer.open();
    }
    yield writer.beginEdges();
    yield* edges.read();
    yield writer.close();
  }

  /** The columns of the file, and whether anything in it can have a date. */
  async #declarations() {
    const { store, query, signal } = this.#options;
    const types: Record<'node' | 'relationship', PropertyTypes[]> = { node: [], relationship: [] };
    let dated = false;
    for await (const batch of rowsOf(store, query('schema-properties'), new Map(), { signal })) {
      for (const [entity, key, of = null] of batch) {
        if ((entity !== 'node' && entity !== 'relationship') || typeof key !== 'string' || !isList(of))
          continue;
        const names = of.map(String);
        types[entity].push({ key, types: names });
        dated ||= TIME_KEYS.includes(key) && names.some((name) => name.includes('DATE'));
      }
    }
    return {
      nodeColumns: columnsFor('node', types.node),
      edgeColumns: columnsFor('relationship', types.relationship),
      dated,
    };
  }

  #nodes(writer: GexfWriter, nodes: readonly Node[]): string {
    let xml = '';
    for (const node of nodes) {
      if (this.#nodeIds.has(node.elementId)) continue;
      const id = idInFile(node, this.#takenNodeIds);
      this.#nodeIds.set(node.elementId, id);
      xml += writer.node(id, nameOf(node) ?? id, node, this.#look(id));
    }
    return xml;
  }

  /** Element ids of nodes that these relationships join and that have not been written. */
  #missingEnds(relationships: readonly Relationship[]): readonly string[] {
    const ends = relationships.flatMap(({ startNodeElementId, endNodeElementId }) => [
      startNodeElementId,
      endNodeElementId,
    ]);
    return [...new Set(ends.filter((elementId) => !this.#nodeIds.has(elementId)))];
  }

  #edge(writer: GexfWriter, relationship: Relationship): string {
    const source = this.#nodeIds.get(relationship.startNodeElementId);
    const target = this.#nodeIds.get(relationship.endNodeElementId);
    // Deleted between two reads of the store: a file with a loose end would be refused by its readers.
    if (source === undefined || target === undefined) return '';
    const id = idInFile(relationship, this.#takenEdgeIds);
    return writer.edge(id, source, target, relationship, this.#citations.of(relationship), this.#look(id));
  }

  #look(id: string) {
    if ('statement' in this.#selection) return {};
    const { positions, colors, sizes } = this.#selection;
    return { position: positions?.[id], color: colors?.[id], size: sizes?.[id] };
  }
}

/** The `id` property; made unique with the element id where others have the same, which a graph that is not ours may hold. */
function idInFile({ elementId, properties }: Node | Relationship, taken: SeenTexts): string {
  const own = properties.get('id');
  if (typeof own !== 'string') return elementId;
  return taken.add(own) ? own : `${own}#${elementId}`;
}

function nameOf({ properties }: Node): string | null {
  const name: Value = properties.get('name') ?? properties.get('title') ?? null;
  return typeof name === 'string' && name !== '' ? name : null;
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK_CHARS) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}
