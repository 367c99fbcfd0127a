/** Streams part of the store as a GEXF file: one pass over the elements, memory bounded by ids. */
import { columnsFor } from '../../graph/formats/gexf/columns.ts';
import type { PropertyTypes } from '../../graph/formats/gexf/columns.ts';
import { TIME_KEYS } from '../../graph/formats/gexf/time.ts';
import { GexfWriter } from '../../graph/formats/gexf/writer.ts';
import type { Profile } from '../../graph/formats/gexf/writer.ts';
import { isList } from '../../graph/model.ts';
import type { Node, Parameters, Relationship, Value } from '../../graph/model.ts';
import type { Store } from '../store/store.ts';
import { Citations } from './citations.ts';
import { ElementIdSet, SeenTexts } from './id-set.ts';
import { elementsIn } from './rows.ts';
import { Spill } from './spill.ts';
import { rowsOf } from './store-rows.ts';

/** What to export: the elements a statement gives, or those with these ids, as the picture shows them. */
export type Selection =
  | { readonly statement: string; readonly parameters: Parameters }
  | {
      readonly nodes: readonly string[];
      readonly relationships: readonly string[];
      readonly positions?: Readonly<Record<string, readonly [number, number]>> | undefined;
      readonly colors?: Readonly<Record<string, string>> | undefined;
      readonly sizes?: Readonly<Record<string, number>> | undefined;
    };

export interface ExportOptions {
  readonly profile: Profile;
  readonly description: string;
  /** Aborting it stops the statement in the store. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number | undefined;
  /** The text of a named query of `cypher/queries/`. */
  readonly query: (name: string) => string;
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

const BATCH_IDS = 1000;
const CHUNK_CHARS = 64 * 1024;

/**
 * The file, in chunks of about 64 KB. Nodes at the ends of exported relationships are exported too. The first chunk comes when
 * the first element does, so that what is wrong with a statement is thrown before anything is given.
 *
 * @throws NothingToExport, CypherError, StoreUnavailable
 */
export async function* exportGexf(
  store: Store,
  selection: Selection,
  options: ExportOptions,
): AsyncGenerator<string> {
  const edges = new Spill();
  try {
    yield* inChunks(new Export(store, selection, options).pieces(edges));
  } finally {
    await edges.dispose();
  }
}

class Export {
  readonly #store: Store;
  readonly #selection: Selection;
  readonly #options: ExportOptions;
  readonly #citations: Citations;
  /** Element id → id in the file, of every node written. */
  readonly #nodeIds = new Map<string, string>();
  readonly #relationships = new ElementIdSet();
  readonly #takenNodeIds = new SeenTexts();
  readonly #takenEdgeIds = new SeenTexts();

  constructor(store: Store, selection: Selection, options: ExportOptions) {
    this.#store = store;
    this.#selection = selection;
    this.#options = options;
    this.#citations = new Citations(store, options.query('citations'));
  }

  async *pieces(edges: Spill): AsyncGenerator<string> {
    const writer = new GexfWriter({
      profile: this.#options.profile,
      description: this.#options.description,
      lastModified: new Date().toISOString().slice(0, 10),
      ...(await this.#declarations()),
    });
    let opened = false;
    for await (const rows of this.#rows()) {
      const { nodes, relationships } = elementsIn(rows);
      if (!opened && (nodes.length > 0 || relationships.length > 0)) {
        opened = true;
        yield writer.open();
      }
      yield this.#nodes(writer, nodes);
      const fresh = relationships.filter(({ elementId }) => this.#relationships.add(elementId));
      if (fresh.length === 0) continue;
      yield this.#nodes(writer, await this.#missingEnds(fresh));
      await this.#citations.prepare(fresh, this.#options.signal);
      await edges.append(fresh.map((relationship) => this.#edge(writer, relationship)).join(''));
    }
    if (!opened) {
      if ('statement' in this.#selection) throw new NothingToExport();
      yield writer.open();
    }
    yield writer.beginEdges();
    yield* edges.read();
    yield writer.close();
  }

  async #declarations() {
    const types: Record<'node' | 'relationship', PropertyTypes[]> = { node: [], relationship: [] };
    let dated = false;
    const rows = rowsOf(this.#store, this.#options.query('schema-properties'), new Map(), {
      signal: this.#options.signal,
    });
    for await (const batch of rows) {
      for (const [entity, key, of] of batch) {
        if (
          (entity !== 'node' && entity !== 'relationship') ||
          typeof key !== 'string' ||
          !isList(of ?? null)
        )
          continue;
        const names = (of as readonly Value[]).map(String);
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

  async *#rows(): AsyncGenerator<readonly (readonly Value[])[]> {
    const { signal, timeoutMs } = this.#options;
    const options = { signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
    if ('statement' in this.#selection) {
      yield* rowsOf(this.#store, this.#selection.statement, this.#selection.parameters, options);
      return;
    }
    const statement = this.#options.query('elements');
    for (const [name, ids] of [
      ['nodes', this.#selection.nodes],
      ['relationships', this.#selection.relationships],
    ] as const) {
      const other = name === 'nodes' ? 'relationships' : 'nodes';
      for (let at = 0; at < ids.length; at += BATCH_IDS) {
        const parameters = new Map<string, Value>([
          [name, ids.slice(at, at + BATCH_IDS)],
          [other, []],
        ]);
        yield* rowsOf(this.#store, statement, parameters, options);
      }
    }
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

  async #missingEnds(relationships: readonly Relationship[]): Promise<readonly Node[]> {
    const ids = new Set<string>();
    for (const { startNodeElementId, endNodeElementId } of relationships) {
      if (!this.#nodeIds.has(startNodeElementId)) ids.add(startNodeElementId);
      if (!this.#nodeIds.has(endNodeElementId)) ids.add(endNodeElementId);
    }
    if (ids.size === 0) return [];
    const parameters = new Map<string, Value>([
      ['nodes', [...ids]],
      ['relationships', []],
    ]);
    const found: Node[] = [];
    for await (const rows of rowsOf(this.#store, this.#options.query('elements'), parameters, {
      signal: this.#options.signal,
    }))
      found.push(...elementsIn(rows).nodes);
    return found;
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
  const name = properties.get('name') ?? properties.get('title') ?? null;
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
