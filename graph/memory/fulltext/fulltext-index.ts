import { isList, type Value } from '../../model.ts';
import type { Entity } from '../graph.ts';
import { valueAt, type CellUndo, type Cells } from '../versions.ts';
import { analyze } from './analyzer.ts';
import { BestHits } from './best-hits.ts';
import { parseQuery } from './query.ts';
import { evaluate } from './score.ts';

/** What one node or relationship says in the fields of an index, at one time. */
export interface Document {
  readonly id: number;
  /** Where its score stands while a query is answered: its own among the documents of an index, from 0. */
  readonly slot: number;
  /** Terms by field: null where the field is not set. */
  readonly fields: readonly (FieldTerms | null)[];
}
export interface FieldTerms {
  readonly length: number;
  /** The places of each term, from 0. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** What BM25 needs to know of a field. */
export interface Field {
  readonly name: string;
  readonly documents: Map<string, Set<Document>>;
  /** Documents that have the field, and their terms in all. */
  count: number;
  length: number;
}

/**
 * An inverted index over the texts of several properties; lists of strings count as one text. Which document an
 * id has is versioned, so that a snapshot finds what it sees; documents nobody sees any more are removed later and
 * weigh in the statistics until then, as in Lucene.
 */
export class FulltextIndex implements Cells<Document | null> {
  readonly entity: Entity;
  readonly undo = new Map<number, CellUndo<Document | null>>();
  readonly #current = new Map<number, Document>();
  /** By slot; null where one is free. */
  readonly #documents: (Document | null)[] = [];
  readonly #free: number[] = [];
  readonly #fields: readonly Field[];

  constructor(entity: Entity, properties: readonly string[]) {
    this.entity = entity;
    this.#fields = properties.map((name) => ({ name, documents: new Map(), count: 0, length: 0 }));
  }

  get(id: number): Document | null {
    return this.#current.get(id) ?? null;
  }
  set(id: number, document: Document | null): void {
    if (document === null) this.#current.delete(id);
    else this.#current.set(id, document);
  }

  /** Takes in a document for the values of the index's properties; null where none of them is text. `set` makes it the id's own. */
  add(id: number, values: readonly Value[]): Document | null {
    const fields = values.map(fieldTerms);
    if (fields.every((terms) => terms === null)) return null;
    const document: Document = { id, slot: this.#free.pop() ?? this.#documents.length, fields };
    this.#documents[document.slot] = document;
    document.fields.forEach((terms, i) => {
      const field = this.#fields[i];
      if (terms === null || field === undefined) return;
      field.count++;
      field.length += terms.length;
      for (const term of terms.positions.keys()) {
        const documents = field.documents.get(term);
        if (documents === undefined) field.documents.set(term, new Set([document]));
        else documents.add(document);
      }
    });
    return document;
  }

  remove(document: Document): void {
    if (this.#documents[document.slot] !== document) return;
    this.#documents[document.slot] = null;
    this.#free.push(document.slot);
    document.fields.forEach((terms, i) => {
      const field = this.#fields[i];
      if (terms === null || field === undefined) return;
      field.count--;
      field.length -= terms.length;
      for (const term of terms.positions.keys()) {
        const documents = field.documents.get(term);
        documents?.delete(document);
        if (documents?.size === 0) field.documents.delete(term);
      }
    });
  }

  /**
   * The best hits that the version and the test let through, best first, then by id.
   *
   * @throws CypherError the query is malformed
   */
  search(
    query: string,
    limit: number,
    version: number,
    isVisible: (id: number) => boolean,
  ): { readonly id: number; readonly score: number }[] {
    const scores = evaluate(parseQuery(query), this.#fields, this.#documents);
    const best = new BestHits(limit);
    scores.each((slot, score) => {
      const document = this.#documents[slot];
      if (!document || !best.wants(document.id, score)) return;
      const { id } = document;
      if (valueAt(this, id, version) === document && isVisible(id)) best.add(id, score);
    });
    return best.inOrder();
  }
}

function fieldTerms(value: Value): FieldTerms | null {
  const texts = isList(value) ? value : [value];
  const positions = new Map<string, number[]>();
  let length = 0;
  let isText = false;
  for (const text of texts) {
    if (typeof text !== 'string') continue;
    isText = true;
    for (const term of analyze(text)) {
      const places = positions.get(term);
      if (places === undefined) positions.set(term, [length]);
      else places.push(length);
      length++;
    }
  }
  return isText ? { length, positions } : null;
}
