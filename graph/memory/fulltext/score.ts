/** Finds and weighs documents: BM25 as Lucene computes it (k1 = 1.2, b = 0.75, no (k1 + 1)). */
import { bulkWork, work } from '../../work.ts';
import { analyze, normalize } from './analyzer.ts';
import type { Document, Field, FieldTerms } from './fulltext-index.ts';
import type { Clause, Query } from './query.ts';

const K1 = 1.2;
const B = 0.75;
/** Most terms that a fuzzy search is widened to, Lucene's default. */
const MOST_FUZZY_TERMS = 50;

export type Scores = Map<Document, number>;

export function evaluate(query: Query, fields: readonly Field[], all: ReadonlySet<Document>): Scores {
  switch (query.kind) {
    case 'all':
      return new Map([...all].map((document) => [document, 1]));
    case 'boost':
      return scaled(evaluate(query.query, fields, all), query.by);
    case 'boolean':
      return combine(query.clauses, fields, all);
    default: {
      const scores: Scores = new Map();
      for (const [i, field] of fields.entries()) {
        if (query.field === null || query.field === field.name) addTo(scores, leaf(query, field, i));
      }
      return scores;
    }
  }
}

type Leaf = Extract<Query, { field: string | null }>;

function leaf(query: Leaf, field: Field, at: number): Scores {
  switch (query.kind) {
    case 'text': {
      // a text that falls into several terms asks for any of them
      const scores: Scores = new Map();
      for (const term of analyze(query.text)) addTo(scores, termScores(term, field, at));
      return scores;
    }
    case 'phrase':
      return phraseScores(analyze(query.text), query.slop, field, at);
    case 'wildcard':
      return constant(field, (term) => term.startsWith(query.prefix) && query.pattern.test(term));
    case 'range':
      return constant(
        field,
        (term) =>
          (query.from === null || term > query.from || (query.fromIncluded && term === query.from)) &&
          (query.to === null || term < query.to || (query.toIncluded && term === query.to)),
      );
    case 'fuzzy':
      return fuzzyScores(normalize(query.text), query.edits, field, at);
  }
}

function combine(clauses: readonly Clause[], fields: readonly Field[], all: ReadonlySet<Document>): Scores {
  let required: Scores | null = null;
  const optional: Scores = new Map();
  const prohibited: Scores[] = [];
  for (const { occurs, query } of clauses) {
    const scores = evaluate(query, fields, all);
    if (occurs === 'mustNot') {
      prohibited.push(scores);
    } else if (occurs === 'should') {
      addTo(optional, scores);
    } else if (required === null) {
      required = new Map(scores);
    } else {
      for (const [document, score] of required) {
        const more = scores.get(document);
        if (more === undefined) required.delete(document);
        else required.set(document, score + more);
      }
    }
  }
  const result = required ?? optional;
  if (required !== null) {
    for (const [document, score] of required) required.set(document, score + (optional.get(document) ?? 0));
  }
  for (const scores of prohibited) for (const document of scores.keys()) result.delete(document);
  return result;
}

function addTo(sum: Scores, scores: Scores): void {
  bulkWork(scores.size * 64);
  for (const [document, score] of scores) sum.set(document, (sum.get(document) ?? 0) + score);
}

function scaled(scores: Scores, by: number): Scores {
  return new Map([...scores].map(([document, score]) => [document, score * by]));
}

const inverseFrequency = (documents: number, field: Field): number =>
  Math.log(1 + (field.count - documents + 0.5) / (documents + 0.5));

function weight(frequency: number, terms: FieldTerms, field: Field): number {
  const average = field.length / field.count;
  return frequency / (frequency + K1 * (1 - B + (B * terms.length) / average));
}

function termScores(term: string, field: Field, at: number, idf?: number): Scores {
  const documents = field.documents.get(term);
  const scores: Scores = new Map();
  if (documents === undefined) return scores;
  const rarity = idf ?? inverseFrequency(documents.size, field);
  for (const document of documents) {
    work();
    const terms = document.fields[at];
    if (!terms) continue;
    scores.set(document, rarity * weight(terms.positions.get(term)?.length ?? 0, terms, field));
  }
  return scores;
}

function phraseScores(phrase: readonly string[], slop: number, field: Field, at: number): Scores {
  const [first] = phrase;
  if (first === undefined) return new Map();
  if (phrase.length === 1) return termScores(first, field, at);
  const scores: Scores = new Map();
  const sets = phrase.map((term) => field.documents.get(term));
  const rarity = sets.reduce((sum, set) => sum + inverseFrequency(set?.size ?? 0, field), 0);
  for (const document of sets[0] ?? []) {
    work(4);
    const terms = document.fields[at];
    if (!terms || !sets.every((set) => set?.has(document))) continue;
    const frequency = phraseFrequency(
      phrase.map((term) => terms.positions.get(term) ?? []),
      slop,
    );
    if (frequency > 0) scores.set(document, rarity * weight(frequency, terms, field));
  }
  return scores;
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

/** Every document with a term that passes counts 1. */
function constant(field: Field, test: (term: string) => boolean): Scores {
  const scores: Scores = new Map();
  for (const [term, documents] of field.documents) {
    work();
    if (test(term)) for (const document of documents) scores.set(document, 1);
  }
  return scores;
}

function fuzzyScores(text: string, edits: number, field: Field, at: number): Scores {
  const wanted = [...text];
  const near: { term: string; likeness: number; documents: number }[] = [];
  for (const [term, documents] of field.documents) {
    work(8);
    const found = [...term];
    const distance = editDistance(wanted, found, edits);
    if (distance > edits) continue;
    const likeness = distance === 0 ? 1 : 1 - distance / Math.min(wanted.length, found.length);
    if (likeness > 0) near.push({ term, likeness, documents: documents.size });
  }
  near.sort((a, b) => b.likeness - a.likeness || (a.term < b.term ? -1 : 1));
  near.length = Math.min(near.length, MOST_FUZZY_TERMS);
  // rare misspellings must not outweigh the word itself: all are as frequent as the most frequent
  const idf = inverseFrequency(Math.max(0, ...near.map(({ documents }) => documents)), field);
  const scores: Scores = new Map();
  for (const { term, likeness } of near) addTo(scores, scaled(termScores(term, field, at, idf), likeness));
  return scores;
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
