/** What people type as a query in Lucene's syntax, which both stores' full-text indexes take. */
import { analyze } from '../../graph/memory/fulltext/analyzer.ts';

/** Most terms that are searched for; what is typed beyond them is ignored. */
const MOST_TERMS = 12;

/** The terms of what was typed, split as the indexes split their texts, each once. */
export function searchTerms(text: string): readonly string[] {
  return [...new Set(analyze(text))].slice(0, MOST_TERMS);
}

/** How many slips of the pen a term may have: none where a letter more or less makes another word. */
export function editsAllowed(term: string): 0 | 1 | 2 {
  if (/\p{N}/u.test(term) || term.length < 4) return 0;
  return term.length < 8 ? 1 : 2;
}

/**
 * A query that finds what holds all terms (`every`) or any of them (`some`): as they are, with slips of the pen, and the
 * last one also as a beginning, since it may not be typed to its end.
 */
export function luceneQuery(terms: readonly string[], needed: 'every' | 'some'): string {
  return terms
    .map((term, index) => {
      const escaped = escapeTerm(term);
      const edits = editsAllowed(term);
      const forms = [`${escaped}^4`];
      if (index === terms.length - 1) forms.push(`${escaped}*^2`);
      if (edits > 0) forms.push(`${escaped}~${edits}`);
      return `${needed === 'every' ? '+' : ''}(${forms.join(' ')})`;
    })
    .join(' ');
}

/** Every character that is neither letter nor digit could mean something to the parser. Terms are in lower case, so none is AND, OR or NOT. */
const escapeTerm = (term: string): string => term.replace(/[^\p{L}\p{M}\p{N}_]/gu, '\\$&');
