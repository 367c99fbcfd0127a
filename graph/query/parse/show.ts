/**
 *     show   = SHOW (([filter] (INDEX | INDEXES)) | ([filter] (CONSTRAINT | CONSTRAINTS)) | [ALL | BUILT IN | USER DEFINED] (FUNCTION | FUNCTIONS)
 *            | (PROCEDURE | PROCEDURES) | [DEFAULT | HOME] DATABASE | DATABASES) [EXECUTABLE] [WHERE expression | yield]
 *     yield  = YIELD ("*" | item { "," item }) [order] [skip] [limit] [WHERE expression] [RETURN projection]
 *     filter = ALL | RANGE | TEXT | POINT | FULLTEXT | LOOKUP | VECTOR for indexes; for constraints ALL | words such as NODE KEY, UNIQUE
 */
import type { ShowCommand } from '../ast.ts';
import type { Cursor } from './cursor.ts';
import { parseProjection } from './projections.ts';

const words = (list: string): string[] => list.split(',').map((word) => word.trim());

const CONSTRAINTS = words(
  `ALL, UNIQUE, UNIQUENESS, NODE UNIQUE, NODE UNIQUENESS, RELATIONSHIP UNIQUE, RELATIONSHIP UNIQUENESS, REL UNIQUE,
   REL UNIQUENESS, KEY, NODE KEY, RELATIONSHIP KEY, REL KEY, EXIST, EXISTENCE, PROPERTY EXISTENCE, NODE EXIST,
   NODE EXISTENCE, NODE PROPERTY EXISTENCE, RELATIONSHIP EXIST, RELATIONSHIP EXISTENCE,
   RELATIONSHIP PROPERTY EXISTENCE, REL EXIST, REL EXISTENCE, REL PROPERTY EXISTENCE, PROPERTY TYPE,
   NODE PROPERTY TYPE, RELATIONSHIP PROPERTY TYPE, REL PROPERTY TYPE`,
);

interface Shown {
  readonly what: ShowCommand['what'];
  readonly words: readonly string[];
  readonly filters: readonly string[];
}

const SHOWN: readonly Shown[] = [
  {
    what: 'indexes',
    words: ['INDEXES', 'INDEX'],
    filters: words('ALL, RANGE, TEXT, POINT, FULLTEXT, LOOKUP, VECTOR'),
  },
  { what: 'constraints', words: ['CONSTRAINTS', 'CONSTRAINT'], filters: CONSTRAINTS },
  { what: 'functions', words: ['FUNCTIONS', 'FUNCTION'], filters: words('ALL, BUILT IN, USER DEFINED') },
  { what: 'procedures', words: ['PROCEDURES', 'PROCEDURE'], filters: [] },
  { what: 'databases', words: ['DATABASES', 'DATABASE'], filters: words('DEFAULT, HOME') },
];

/** Null where the statement is no SHOW command. */
export function parseShow(cursor: Cursor): ShowCommand | null {
  const { start } = cursor.token;
  if (!cursor.accept('SHOW')) return null;
  const { what, filter } = parseWhat(cursor);
  if (what === 'procedures' || what === 'functions') {
    if (cursor.accept('EXECUTABLE') && cursor.accept('BY')) cursor.expect('CURRENT', 'USER');
  }
  let yields: ShowCommand['yields'] = null;
  let returns: ShowCommand['returns'] = null;
  let where: ShowCommand['where'] = null;
  if (cursor.accept('YIELD')) {
    yields = parseProjection(cursor);
    if (cursor.accept('WHERE')) where = cursor.rules.expression(cursor);
    if (cursor.accept('RETURN')) returns = parseProjection(cursor);
  } else if (cursor.accept('WHERE')) {
    where = cursor.rules.expression(cursor);
  }
  return { kind: 'Show', what, filter, yields, where, returns, span: cursor.span(start) };
}

function parseWhat(cursor: Cursor): Pick<ShowCommand, 'what' | 'filter'> {
  for (const { what, words: nouns, filters } of SHOWN) {
    for (const noun of nouns) if (cursor.accept(noun)) return { what, filter: null };
    for (const filter of filters) {
      const found = nouns.some((noun) => cursor.sees(...filter.split(' '), noun));
      if (!found) continue;
      cursor.expect(...filter.split(' '));
      cursor.advance();
      return { what, filter: filter === 'ALL' ? null : filter };
    }
  }
  throw cursor.unexpected();
}
