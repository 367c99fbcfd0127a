/**
 *     query  = single { UNION [ALL | DISTINCT] single }
 *     single = clause { clause }
 *     clause = [OPTIONAL] MATCH pattern { hint } [WHERE expression]
 *            | UNWIND expression AS name
 *            | WITH projection [WHERE expression]
 *            | order | skip | limit                          short for `WITH *` with the same
 *            | RETURN projection
 *            | FINISH
 *            | LOAD CSV [WITH HEADERS] FROM expression AS name [FIELDTERMINATOR string]
 *            | create | merge | set | remove | delete | foreach        see updates.ts
 *            | call                                                    see calls.ts
 *     hint   = USING [RANGE | TEXT | POINT] INDEX [SEEK] name labels "(" name { "," name } ")" | USING SCAN name labels
 *            | USING JOIN ON name { "," name }
 *
 * The order of clauses is the semantic check's matter. Hints are read and left out: they change no result.
 */
import type { Clause, LoadCsv, Match, Query, Return, SingleQuery, Unwind, With } from '../ast.ts';
import { parseCall } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { parseLabels } from './labels.ts';
import { parsePattern } from './patterns.ts';
import { parsePage, parseProjection } from './projections.ts';
import { parseCreate, parseDelete, parseForeach, parseMerge, parseRemove, parseSet } from './updates.ts';

export function parseQuery(cursor: Cursor): Query {
  const { start } = cursor.token;
  let query: Query = parseSingle(cursor);
  let unions = 0;
  while (cursor.accept('UNION')) {
    const all = cursor.accept('ALL');
    if (!all) cursor.accept('DISTINCT');
    cursor.deepen(1);
    unions++;
    const right = parseSingle(cursor);
    query = { kind: 'Union', all, left: query, right, span: cursor.span(start) };
  }
  cursor.deepen(-unions);
  return query;
}

function parseSingle(cursor: Cursor): SingleQuery {
  const { start } = cursor.token;
  const clauses: Clause[] = [];
  for (let next = parseClause(cursor); next !== null; next = parseClause(cursor)) clauses.push(next);
  if (clauses.length === 0) throw cursor.unexpected();
  return { kind: 'SingleQuery', clauses, span: cursor.span(start) };
}

const CLAUSES: readonly (readonly [first: readonly string[], parse: (cursor: Cursor) => Clause])[] = [
  [['MATCH'], parseMatch],
  [['OPTIONAL', 'MATCH'], parseMatch],
  [['OPTIONAL', 'CALL'], parseCall],
  [['CALL'], parseCall],
  [['UNWIND'], parseUnwind],
  [['WITH'], parseWith],
  [['RETURN'], parseReturn],
  [['FINISH'], (cursor) => ({ kind: 'Finish', span: spanOf(cursor.expect('FINISH')) })],
  [['CREATE'], parseCreate],
  [['MERGE'], parseMerge],
  [['SET'], parseSet],
  [['REMOVE'], parseRemove],
  [['DELETE'], parseDelete],
  [['DETACH', 'DELETE'], parseDelete],
  [['NODETACH', 'DELETE'], parseDelete],
  [['FOREACH'], (cursor) => parseForeach(cursor, parseClause)],
  [['LOAD', 'CSV'], parseLoadCsv],
  [['ORDER', 'BY'], parseStandalonePage],
  [['SKIP'], parseStandalonePage],
  [['OFFSET'], parseStandalonePage],
  [['LIMIT'], parseStandalonePage],
];

const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

/** Null where no clause begins. */
export function parseClause(cursor: Cursor): Clause | null {
  return CLAUSES.find(([first]) => cursor.at(...first))?.[1](cursor) ?? null;
}

function parseMatch(cursor: Cursor): Match {
  const { start } = cursor.token;
  const optional = cursor.accept('OPTIONAL');
  cursor.expect('MATCH');
  const pattern = parsePattern(cursor);
  while (cursor.accept('USING')) skipHint(cursor);
  const where = cursor.accept('WHERE') ? cursor.rules.expression(cursor) : null;
  return { kind: 'Match', optional, pattern, where, span: cursor.span(start) };
}

function skipHint(cursor: Cursor): void {
  if (cursor.accept('JOIN', 'ON')) {
    cursor.list(() => cursor.name('a variable name'));
    return;
  }
  const scan = cursor.accept('SCAN');
  if (!scan) {
    cursor.acceptOne(['RANGE', 'TEXT', 'POINT']);
    cursor.expect('INDEX');
    if (cursor.peek(1).key !== ':' && cursor.peek(1).key !== 'IS') cursor.accept('SEEK');
  }
  cursor.name('a variable name');
  if (!cursor.sees('IS')) cursor.at(':');
  if (!cursor.sees('IS') && !cursor.sees(':')) throw cursor.unexpected();
  parseLabels(cursor);
  if (scan) return;
  cursor.expect('(');
  cursor.list(() => cursor.name('a property name'));
  cursor.expect(')');
}

function parseUnwind(cursor: Cursor): Unwind {
  const { start } = cursor.expect('UNWIND');
  const list = cursor.rules.expression(cursor);
  cursor.expect('AS');
  return { kind: 'Unwind', list, variable: cursor.name('a variable name'), span: cursor.span(start) };
}

function parseWith(cursor: Cursor): With {
  const { start } = cursor.expect('WITH');
  const projection = parseProjection(cursor);
  const where = cursor.accept('WHERE') ? cursor.rules.expression(cursor) : null;
  return { kind: 'With', projection, where, span: cursor.span(start) };
}

function parseReturn(cursor: Cursor): Return {
  const { start } = cursor.expect('RETURN');
  return { kind: 'Return', projection: parseProjection(cursor), span: cursor.span(start) };
}

function parseStandalonePage(cursor: Cursor): With {
  const { start } = cursor.token;
  const page = parsePage(cursor);
  const span = cursor.span(start);
  return {
    kind: 'With',
    projection: { distinct: false, star: true, items: [], ...page, span },
    where: null,
    span,
  };
}

function parseLoadCsv(cursor: Cursor): LoadCsv {
  const { start } = cursor.expect('LOAD', 'CSV');
  const withHeaders = cursor.accept('WITH', 'HEADERS');
  cursor.expect('FROM');
  const from = cursor.rules.expression(cursor);
  cursor.expect('AS');
  const variable = cursor.name('a variable name');
  const fieldTerminator = cursor.accept('FIELDTERMINATOR') ? cursor.string() : null;
  return { kind: 'LoadCsv', withHeaders, from, variable, fieldTerminator, span: cursor.span(start) };
}
