/** What a reader probably meant by a word or character that has no place in Cypher: SQL's words, a word processor's signs. */

const WORDS: Readonly<Record<string, string>> = {
  SELECT: 'Cypher has no SELECT: MATCH finds, and RETURN at the end says what to give',
  FROM: 'Cypher has no FROM: MATCH (n:Label) says where to look',
  JOIN: 'Cypher has no JOIN: a pattern such as (a)-[:TYPE]->(b) joins',
  GROUP: 'Cypher has no GROUP BY: rows are grouped by what RETURN or WITH gives beside an aggregation',
  HAVING: 'Cypher has no HAVING: WITH … WHERE keeps some of the groups',
  LIKE: 'Cypher has no LIKE: STARTS WITH, ENDS WITH, CONTAINS or =~ compares text',
  BETWEEN: 'Cypher has no BETWEEN: write 1 <= n.x <= 2',
  UPDATE: 'Cypher has no UPDATE: MATCH finds, and SET changes',
};

/** Signs that other languages write twice. */
const DOUBLED: Readonly<Record<string, string>> = {
  '=': 'a single = compares',
  '&': 'AND joins conditions',
  '|': 'OR joins conditions',
};

const SIGNS: readonly (readonly [signs: string, hint: string])[] = [
  ['“”„‟«»', 'text stands in straight quotation marks: "text"'],
  ['‘’‚‛′', "text stands in straight quotation marks: 'text'"],
  ['–—−‐‑', "the minus sign is '-'"],
  ['≠', "'<>' compares for inequality"],
  ['≤', "write '<='"],
  ['≥', "write '>='"],
  ['→', "an arrow is written '-->'"],
  ['←', "an arrow is written '<--'"],
  ['×·', "the sign to multiply is '*'"],
  ['#', "a comment begins with '//'"],
];

/**
 * @param before what stands before it
 * @returns the hint, or undefined where the word or sign tells nothing
 */
export function hintFor(found: string, before: string | undefined): string | undefined {
  if (found === '') return undefined;
  if (found === before && found in DOUBLED) return DOUBLED[found];
  return WORDS[found.toUpperCase()] ?? SIGNS.find(([signs]) => signs.includes(found))?.[1];
}
