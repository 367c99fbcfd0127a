/**
 * How well an element fits the terms that are searched for, and which of its texts fits best. The stores' own scores are
 * not used: they differ between stores and cannot be compared between indexes.
 */
import { analyze } from '../../graph/memory/fulltext/analyzer.ts';
import { isList } from '../../graph/model.ts';
import type { Node, Properties, Relationship } from '../../graph/model.ts';
import { relationshipPhrase } from '../../graph/vocabulary.ts';
import type { Matched } from '../contract/api.ts';
import { editsAllowed } from './lucene-query.ts';

/** A text of an element, and what a word found in it counts. */
export interface Field extends Omit<Matched, 'as'> {
  readonly weight: number;
}

export interface Match {
  readonly score: number;
  readonly matched: Matched;
  /** True where every term is in one field or another. */
  readonly isWhole: boolean;
}

export function nodeFields({ properties }: Node): readonly Field[] {
  return [
    ...texts(properties, 'name', 'name', 3),
    ...texts(properties, 'aliases', 'alias', 2.8),
    ...texts(properties, 'officialName', 'officialName', 2.5),
    ...texts(properties, 'title', 'title', 2),
    ...texts(properties, 'role', 'role', 1.5),
    ...texts(properties, 'summary', 'summary', 1),
  ];
}

export function relationshipFields({ type, properties }: Relationship): readonly Field[] {
  return [
    ...texts(properties, 'what', 'what', 2),
    ...typeField(type),
    ...texts(properties, 'attributedTo', 'attributedTo', 1.2),
    ...texts(properties, 'id', 'id', 0.5),
  ];
}

/** A relationship type as it is told (`PARTICIPATED_IN` is `took part in`), and in its own words where they are others. */
export function typeField(type: string): readonly Field[] {
  const words = type.replaceAll('_', ' ').toLowerCase();
  return [...new Set([relationshipPhrase(type), words])].map((text) => ({
    field: 'type',
    text,
    weight: 1.8,
  }));
}

export function quoteField(evidence: Node): readonly Field[] {
  return texts(evidence.properties, 'quote', 'quote', 1.5);
}

function texts(properties: Properties, key: string, field: Field['field'], weight: number): readonly Field[] {
  const value = properties.get(key) ?? null;
  return (isList(value) ? value : [value])
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .map((text) => ({ field, text, weight }));
}

/**
 * Scores the fields against the terms: for each term its best place in any field; and more where a field is just what
 * was typed.
 *
 * @returns null where no term is in any field
 */
export function bestMatch(terms: readonly string[], fields: readonly Field[]): Match | null {
  const best = terms.map(() => 0);
  let [bestField, bestSum, whole]: [Field | null, number, number] = [null, 0, 0];
  let bestAs: Matched['as'] = 'words';
  for (const field of fields) {
    const words = analyze(field.text).map(fold);
    // A word counts for a little less among many.
    const worth = field.weight / (1 + 0.02 * words.length);
    const likenesses = terms.map((term, index) => likeness(fold(term), words, index === terms.length - 1));
    const fits = likenesses.map((each) => worth * each);
    fits.forEach((fit, index) => (best[index] = Math.max(best[index] ?? 0, fit)));
    if (words.join(' ') === terms.map(fold).join(' ')) whole = Math.max(whole, field.weight);
    const sum = fits.reduce((a, b) => a + b, 0);
    if (sum > bestSum) [bestField, bestSum, bestAs] = [field, sum, writtenAs(likenesses)];
  }
  if (bestField === null) return null;
  const score = best.reduce((a, b) => a + b, 0) / terms.length + whole;
  return {
    score: Math.round(score * 1000) / 1000,
    matched: { field: bestField.field, text: bestField.text, as: bestAs },
    isWhole: best.every((fit) => fit > 0),
  };
}

/** How the terms that a field holds are written in it: the loosest of them tells. */
function writtenAs(likenesses: readonly number[]): Matched['as'] {
  const loosest = Math.min(...likenesses.filter((each) => each > 0));
  return loosest === SAME ? 'words' : loosest === BEGINNING ? 'beginning' : 'spelling';
}

const [SAME, BEGINNING, SPELLING] = [1, 0.75, 0.5];

/** 1 for the word itself, less for its beginning, and least for a slip of the pen. */
function likeness(term: string, words: readonly string[], mayGoOn: boolean): number {
  let most = 0;
  const edits = editsAllowed(term);
  for (const word of words) {
    if (word === term) return SAME;
    if (mayGoOn && word.startsWith(term)) most = Math.max(most, BEGINNING);
    else if (edits > 0 && most < SPELLING && isWithin(term, word, edits)) most = SPELLING;
  }
  return most;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** True where at most `edits` letters were left out, added, changed, or swapped with the next. */
export function isWithin(a: string, b: string, edits: number): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return (last[b.length] ?? Infinity) <= edits;
}
