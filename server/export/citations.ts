import type { Citation } from '../../graph/formats/gexf/writer.ts';
import { isList } from '../../graph/model.ts';
import type { Relationship, Value } from '../../graph/model.ts';
import type { Store } from '../store/store.ts';
import { rowsOf } from './store-rows.ts';

/** Most citations kept at hand; claims that share a source are usually exported near each other. */
const KEPT = 10_000;

/** Looks up the words that claims rest on, a batch at a time. */
export class Citations {
  readonly #store: Store;
  readonly #statement: string;
  readonly #known = new Map<string, Citation | null>();

  /** @param statement `cypher/queries/citations.cypher` */
  constructor(store: Store, statement: string) {
    this.#store = store;
    this.#statement = statement;
  }

  /**
   * Reads what a batch will need.
   * @throws CypherError, StoreUnavailable
   */
  async prepare(relationships: readonly Relationship[], signal: AbortSignal): Promise<void> {
    const wanted = new Set(relationships.flatMap(citedBy).filter((id) => !this.#known.has(id)));
    if (wanted.size === 0) return;
    if (this.#known.size + wanted.size > KEPT) {
      this.#known.clear();
      for (const id of relationships.flatMap(citedBy)) wanted.add(id);
    }
    for (const id of wanted) this.#known.set(id, null);
    const rows = rowsOf(this.#store, this.#statement, new Map([['ids', [...wanted]]]), { signal });
    for await (const batch of rows) {
      for (const [id, quote, paragraph, title, author, publisher, published] of batch) {
        if (typeof id !== 'string') continue;
        const line = [
          title,
          author,
          publisher,
          published,
          paragraph === null ? null : `paragraph ${String(paragraph)}`,
        ];
        const source = line.filter((part) => part !== null && part !== undefined).join(', ');
        this.#known.set(id, { quote: typeof quote === 'string' ? quote : null, source });
      }
    }
  }

  /** The citations of a prepared relationship, in the order of its evidence. */
  of(relationship: Relationship): readonly Citation[] {
    return citedBy(relationship).flatMap((id) => this.#known.get(id) ?? []);
  }
}

/** Ids of what a claim rests on: its evidence; where it has none, the source it was loaded from. */
function citedBy(relationship: Relationship): readonly string[] {
  const { properties } = relationship;
  const evidence: Value = properties.get('evidence') ?? null;
  if (isList(evidence)) return evidence.filter((id): id is string => typeof id === 'string');
  const source = properties.get('source');
  return typeof source === 'string' ? [source] : [];
}
