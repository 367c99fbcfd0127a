/**
 * Type expressions, as in `x IS :: LIST<INTEGER NOT NULL>` and `REQUIRE n.p IS :: STRING`:
 *
 *     type  = single { "|" single }
 *     single= (name | LIST "<" type ">" | ARRAY "<" type ">" | ANY [VALUE] ["<" type ">"]) { [NOT NULL | "!"] (LIST | ARRAY) } [NOT NULL | "!"]
 *
 * @see https://neo4j.com/docs/cypher-manual/5/values-and-types/property-structural-constructed/#type-synonyms
 */
import type { Cursor } from './cursor.ts';

/** Each way to write a type, longest first where one begins another, with the name it is given. */
const NAMES: readonly (readonly [written: string, normal: string])[] = [
  ['TIMESTAMP WITHOUT TIME ZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITHOUT TIMEZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITH TIME ZONE', 'ZONED DATETIME'],
  ['TIMESTAMP WITH TIMEZONE', 'ZONED DATETIME'],
  ['TIME WITHOUT TIME ZONE', 'LOCAL TIME'],
  ['TIME WITHOUT TIMEZONE', 'LOCAL TIME'],
  ['TIME WITH TIME ZONE', 'ZONED TIME'],
  ['TIME WITH TIMEZONE', 'ZONED TIME'],
  ['LOCAL DATETIME', 'LOCAL DATETIME'],
  ['ZONED DATETIME', 'ZONED DATETIME'],
  ['LOCAL TIME', 'LOCAL TIME'],
  ['ZONED TIME', 'ZONED TIME'],
  ['SIGNED INTEGER', 'INTEGER'],
  ['PROPERTY VALUE', 'PROPERTY VALUE'],
  ['ANY PROPERTY VALUE', 'PROPERTY VALUE'],
  ['ANY NODE', 'NODE'],
  ['ANY VERTEX', 'NODE'],
  ['ANY RELATIONSHIP', 'RELATIONSHIP'],
  ['ANY EDGE', 'RELATIONSHIP'],
  ['ANY MAP', 'MAP'],
  ['ANY VALUE', 'ANY'],
  ['BOOLEAN', 'BOOLEAN'],
  ['BOOL', 'BOOLEAN'],
  ['VARCHAR', 'STRING'],
  ['STRING', 'STRING'],
  ['INTEGER', 'INTEGER'],
  ['INT', 'INTEGER'],
  ['FLOAT', 'FLOAT'],
  ['DATE', 'DATE'],
  ['DURATION', 'DURATION'],
  ['POINT', 'POINT'],
  ['NODE', 'NODE'],
  ['VERTEX', 'NODE'],
  ['RELATIONSHIP', 'RELATIONSHIP'],
  ['EDGE', 'RELATIONSHIP'],
  ['MAP', 'MAP'],
  ['PATHS', 'PATH'],
  ['PATH', 'PATH'],
  ['NOTHING', 'NOTHING'],
  ['NULL', 'NULL'],
  ['ANY', 'ANY'],
];

/** The type in normal form: upper case, synonyms replaced, single spaces, `LIST<…>`, ` | ` between alternatives. */
export function parseType(cursor: Cursor): string {
  const { start } = cursor.token;
  const parts = [parseSingle(cursor)];
  while (goesOn(cursor)) {
    cursor.expect('|');
    parts.push(parseSingle(cursor));
  }
  const definite = parts.filter((part) => part.endsWith(' NOT NULL')).length;
  if (definite > 0 && definite < parts.length) {
    throw cursor.error(
      'All types in a Closed Dynamic Union must be nullable, or be appended with `NOT NULL`',
      '42001',
      start,
    );
  }
  return parts.join(' | ');
}

const FIRST_WORDS = new Set(['LIST', 'ARRAY', ...NAMES.map(([name]) => name.split(' ')[0]!)]);

/** In `[x IN xs WHERE x IS :: ANY | x.p]` the bar is not the type's. */
const goesOn = (cursor: Cursor): boolean =>
  cursor.sees('|') && (!cursor.barProjects || FIRST_WORDS.has(cursor.peek(1).key));

function parseSingle(cursor: Cursor): string {
  let type = parseBase(cursor) + parseNotNull(cursor);
  while (cursor.accept('LIST') || cursor.accept('ARRAY')) type = `LIST<${type}>${parseNotNull(cursor)}`;
  return type;
}

function parseBase(cursor: Cursor): string {
  if (cursor.accept('LIST') || cursor.accept('ARRAY')) return `LIST<${parseBracketed(cursor)}>`;
  if (cursor.accept('ANY', '<') || cursor.accept('ANY', 'VALUE', '<')) {
    const inner = cursor.bracketed(() => parseType(cursor));
    cursor.expect('>');
    return inner;
  }
  const found = NAMES.find(([written]) => cursor.sees(...written.split(' ')));
  if (found === undefined) {
    cursor.expecting('a type');
    throw cursor.unexpected();
  }
  cursor.expect(...found[0].split(' '));
  return found[1];
}

function parseBracketed(cursor: Cursor): string {
  cursor.expect('<');
  const inner = cursor.bracketed(() => parseType(cursor));
  cursor.expect('>');
  return inner;
}

const parseNotNull = (cursor: Cursor): string =>
  cursor.accept('NOT', 'NULL') || cursor.accept('!') ? ' NOT NULL' : '';
