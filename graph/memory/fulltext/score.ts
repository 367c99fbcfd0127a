/** Finds and weighs documents: BM25 as Lucene computes it (k1 = 1.2, b = 0.75, no (k1 + 1)). */
import { CypherError } from '../../errors.ts';
import { work } from '../../work.ts';
import { analyze, normalize } from './analyzer.ts';
import type { Document, Field, FieldTerms } from './fulltext-index.ts';
import type { Clause, Query } from './query.ts';

const K1 = 1.2;
const B = 0.75;
/** Most terms that a fuzzy search is widened to, Lucene's default. */
const MOST_FUZZY_TERMS = 50;

/**
 * The documents that a query finds, and their scores, by slot. Dense, since a common word is in tens of thousands of
 * documents, and a map of them is filled and read ten times slower.
 */
export class Scores {
  readonly #score: Float64Array;
  readonly #isFound: Uint8Array;
  readonly #found: number[] = [];

  constructor(slots: number) {
    this.#score = new Float64Array(slots);
    this.#isFound = new Uint8Array(slots);
  }

  add(slot: number, score: number): void {
    if (this.#isFound[slot] === 0) {
      this.#isFound[slot] = 1;
      this.#found.push(slot);
    }
    this.#score[slot]! += score;
  }

  has(slot: number): boolean {
    return this.#isFound[slot] === 1;
  }

  score(slot: number): number {
    return this.#score[slot]!;
  }

  /** Each document that was found, with its score. */
  each(visit: (slot: number, score: number) => void): void {
    work(this.#found.length);
    for (const slot of this.#found) visit(slot, this.#score[slot]!);
  }
}

/** Most scores that may be held at once: a query that nests so deep as to need more is refused. */
const MOST_HELD = 2 ** 26;

/** What a query is answered from. */
interface Search {
  readonly fields: readonly Field[];
  /** By slot. */
  readonly documents: readonly (Document | null)[];
}

/** @throws CypherError the query nests too deep for an index of this size */
export function evaluate(
  query: Query,
  fields: readonly Field[],
  documents: readonly (Document | null)[],
): Scores {
  return scoresOf(query, 1, { fields, documents }, 1);
}

/** @param depth how many results of the queries around are held meanwhile, this one included */
function scoresOf(query: Query, boost: number, search: Search, depth: number): Scores {
  const slots = search.documents.length;
  if (depth > 8 && depth * slots > MOST_HELD)
    throw new CypherError(
      'Neo.ClientError.Procedure.ProcedureCallFailed',
      'The full-text query nests too deep for an index of this size.',
    );
  const scores = new Scores(slots);
  collect(query, boost, search, scores, depth);
  return scores;
}

/** Adds what a query finds, its scores multiplied by `boost`. */
function collect(query: Query, boost: number, search: Search, into: Scores, depth: number): void {
  switch (query.kind) {
    case 'all':
      for (const document of search.documents) if (document !== null) into.add(document.slot, boost);
      return;
    case 'boost':
      collect(query.query, boost * query.by, search, into, depth);
      return;
    case 'boolean':
      combine(query.clauses, boost, search, into, depth);
      return;
    default:
      for (const [i, field] of search.fields.entries())
        if (query.field === null || query.field === field.name) leaf(query, boost, field, i, into);
  }
}

type Leaf = Extract<Query, { field: string | null }>;

function leaf(query: Leaf, boost: number, field: Field, at: number, into: Scores): void {
  switch (query.kind) {
    case 'text':
      // a text that falls into several terms asks for any of them
      for (const term of analyze(query.text)) scoreTerm(term, boost, field, at, into);
      return;
    case 'phrase':
      scorePhrase(analyze(query.text), query.slop, boost, field, at, into);
      return;
    case 'wildcard':
      scoreEach(field, boost, into, (term) => term.startsWith(query.prefix) && query.pattern.test(term));
      return;
    case 'range':
      scoreEach(
        field,
        boost,
        into,
        (term) =>
          (query.from === null || term > query.from || (query.fromIncluded && term === query.from)) &&
          (query.to === null || term < query.to || (query.toIncluded && term === query.to)),
      );
      return;
    case 'fuzzy':
      scoreLike(normalize(query.text), query.edits, boost, field, at, into);
  }
}

function combine(
  clauses: readonly Clause[],
  boost: number,
  search: Search,
  into: Scores,
  depth: number,
): void {
  const of = (kind: Clause['occurs']) => clauses.filter(({ occurs }) => occurs === kind);
  const [required, optional, prohibited] = [of('must'), of('should'), of('mustNot')];
  const [only] = required;
  if (prohibited.length === 0 && (only === undefined || clauses.length === 1)) {
    for (const { query } of clauses) collect(query, boost, search, into, depth);
    return;
  }
  // what is required of a document, or else what may be, decides whether it is found; the rest adds to its score
  let found: Scores | null = null;
  for (const { query } of required) {
    const scores = scoresOf(query, boost, search, depth + (found === null ? 1 : 2));
    found = found === null ? scores : both(found, scores, search);
  }
  const extra = new Scores(search.documents.length);
  for (const { query } of optional) collect(query, boost, search, extra, depth + 2);
  const excluded = new Scores(search.documents.length);
  for (const { query } of prohibited) collect(query, 1, search, excluded, depth + 3);
  (found ?? extra).each((slot, score) => {
    if (!excluded.has(slot)) into.add(slot, found === null ? score : score + extra.score(slot));
  });
}

/** The documents that are in both, with the sum of their scores. */
function both(one: Scores, other: Scores, search: Search): Scores {
  const scores = new Scores(search.documents.length);
  one.each((slot, score) => {
    if (other.has(slot)) scores.add(slot, score + other.score(slot));
  });
  return scores;
}

const inverseFrequency = (documents: number, field: Field): number =>
  Math.log(1 + (field.count - documents + 0.5) / (documents + 0.5));

function weight(frequency: number, terms: FieldTerms, field: Field): number {
  const average = field.length / field.count;
  return frequency / (frequency + K1 * (1 - B + (B * terms.length) / average));
}

function scoreTerm(term: string, boost: number, field: Field, at: number, into: Scores, idf?: number): void {
  const documents = field.documents.get(term);
  if (documents === undefined) return;
  work(documents.size);
  const rarity = boost * (idf ?? inverseFrequency(documents.size, field));
  for (const document of documents) {
    const terms = document.fields[at];
    if (terms) into.add(document.slot, rarity * weight(terms.positions.get(term)?.length ?? 0, terms, field));
  }
}

function scorePhrase(
  phrase: readonly string[],
  slop: number,
  boost: number,
  field: Field,
  at: number,
  into: Scores,
): void {
  const [first] = phrase;
  if (first === undefined) return;
  if (phrase.length === 1) {
    scoreTerm(first, boost, field, at, into);
    return;
  }
  const sets = phrase.map((term) => field.documents.get(term));
  const rarity = sets.reduce((sum, set) => sum + inverseFrequency(set?.size ?? 0, field), 0);
  for (const document of rarest(sets)) {
    work(4);
    const terms = document.fields[at];
    if (!terms || !sets.every((set) => set?.has(document))) continue;
    const frequency = phraseFrequency(
      phrase.map((term) => terms.positions.get(term) ?? []),
      slop,
    );
    if (frequency > 0) into.add(document.slot, boost * rarity * weight(frequency, terms, field));
  }
}

/** The smallest of the sets, none where one of them is: a phrase is in no other documents. */
function rarest(sets: readonly (ReadonlySet<Document> | undefined)[]): Iterable<Document> {
  let least: ReadonlySet<Document> | undefined;
  for (const set of sets) {
    if (set === undefined) return [];
    if (least === undefined || set.size < least.size) least = set;
  }
  return least ?? [];
}

/**
 * How often the terms stand one after the other. A match in which they are `d` places off counts 1 / (1 + d), and
 * begins at each place of the first term.
 */
function phraseFrequency(places: readonly (readonly number[])[], slop: number): number {
  let frequency = 0;
  for (const start of places[0] ?? []) {
    let off = 0;
    for (let i = 1; i < places.length && off <= slop; i++) {
      off += Math.min(...(places[i] ?? []).map((place) => Math.abs(place - start - i)));
    }
    if (off <= slop) frequency += 1 / (1 + off);
  }
  return frequency;
}

/** Every document with a term that passes counts 1, however many do. */
function scoreEach(field: Field, boost: number, into: Scores, test: (term: string) => boolean): void {
  const passed: ReadonlySet<Document>[] = [];
  for (const [term, documents] of field.documents) {
    work();
    if (test(term)) passed.push(documents);
  }
  const [only] = passed;
  const each = passed.length === 1 && only !== undefined ? only : new Set<Document>();
  if (passed.length > 1)
    for (const documents of passed) {
      work(documents.size);
      for (const document of documents) (each as Set<Document>).add(document);
    }
  work(each.size);
  for (const document of each) into.add(document.slot, boost);
}

function scoreLike(text: string, edits: number, boost: number, field: Field, at: number, into: Scores): void {
  const wanted = [...text];
  const near: { term: string; likeness: number; documents: number }[] = [];
  for (const [term, documents] of field.documents) {
    work();
    // one edit changes at most the two halves of a character
    if (Math.abs(term.length - text.length) > 2 * edits) continue;
    const found = [...term];
    if (Math.abs(found.length - wanted.length) > edits) continue;
    work(8);
    const distance = editDistance(wanted, found, edits);
    if (distance > edits) continue;
    const likeness = distance === 0 ? 1 : 1 - distance / Math.min(wanted.length, found.length);
    if (likeness > 0) near.push({ term, likeness, documents: documents.size });
  }
  near.sort((a, b) => b.likeness - a.likeness || (a.term < b.term ? -1 : 1));
  near.length = Math.min(near.length, MOST_FUZZY_TERMS);
  // rare misspellings must not outweigh the word itself: all are as frequent as the most frequent
  const idf = inverseFrequency(Math.max(0, ...near.map(({ documents }) => documents)), field);
  for (const { term, likeness } of near) scoreTerm(term, boost * likeness, field, at, into, idf);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other; anything above `most` where it is more. */
function editDistance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
