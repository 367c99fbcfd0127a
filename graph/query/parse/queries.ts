/**
 *     query  = union { NEXT union }                                  NEXT in Cypher 25
 *     union  = part { UNION [ALL | DISTINCT] part } | when
 *     part   = single | "{" query "}"                                braces in Cypher 25
 *     when   = WHEN expression THEN part { WHEN expression THEN part } [ELSE part]             in Cypher 25
 *     single = [USE name] clause { clause }
 *     clause = [OPTIONAL] MATCH [mode] pattern { hint } [WHERE expression]
 *            | UNWIND expression AS name
 *            | WITH projection [WHERE expression]
 *            | order | skip | limit                          short for `WITH *` with the same
 *            | RETURN projection
 *            | FINISH
 *            | LET name "=" expression { "," name "=" expression } | FILTER [WHERE] expression  in Cypher 25
 *            | FOR name IN expression                                UNWIND's other form, in Cypher 25
 *            | LOAD CSV [WITH HEADERS] FROM expression AS name [FIELDTERMINATOR string]
 *            | create | merge | set | remove | delete | foreach        see updates.ts
 *            | call                                                    see calls.ts
 *     mode   = DIFFERENT (RELATIONSHIPS | RELATIONSHIP [BINDINGS]) | REPEATABLE (ELEMENTS | ELEMENT [BINDINGS])  in Cypher 25
 *     hint   = USING [RANGE | TEXT | POINT] INDEX [SEEK] name labels "(" name { "," name } ")" | USING SCAN name labels
 *            | USING JOIN ON name { "," name }
 *
 * The order of clauses is the semantic check's matter. Hints are read and left out: they change no result.
 */
import type {
  Clause,
  Conditional,
  Filter,
  Let,
  LoadCsv,
  Match,
  Query,
  Return,
  SingleQuery,
  Union,
  Unwind,
  With,
} from '../ast.ts';
import { parseCall } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { parseLabels } from './labels.ts';
import { parsePattern } from './patterns.ts';
import { parsePage, parseProjection } from './projections.ts';
import { parseCreate, parseDelete, parseForeach, parseMerge, parseRemove, parseSet } from './updates.ts';

export function parseQuery(cursor: Cursor): Query {
  const { start } = cursor.token;
  let query = parseUnion(cursor);
  let steps = 0;
  while (cursor.version === 25 && cursor.accept('NEXT')) {
    cursor.deepen(1);
    steps++;
    query = { kind: 'Sequence', first: query, next: parseUnion(cursor), span: cursor.span(start) };
  }
  cursor.deepen(-steps);
  return query;
}

function parseUnion(cursor: Cursor): Query {
  if (cursor.version === 25 && cursor.at('WHEN')) return parseConditional(cursor);
  const { start } = cursor.token;
  let query = parsePart(cursor);
  let unions = 0;
  while (cursor.accept('UNION')) {
    const all = cursor.accept('ALL');
    if (!all) cursor.accept('DISTINCT');
    cursor.deepen(1);
    unions++;
    const right = parsePart(cursor);
    const union: Union = { kind: 'Union', all, left: query, right, span: cursor.span(start) };
    query = union;
  }
  cursor.deepen(-unions);
  return query;
}

function parseConditional(cursor: Cursor): Conditional {
  const { start } = cursor.token;
  const branches: Conditional['branches'][number][] = [];
  for (let at = start; cursor.accept('WHEN'); at = cursor.token.start) {
    const when = cursor.rules.expression(cursor);
    cursor.expect('THEN');
    branches.push({ when, query: parsePart(cursor), span: cursor.span(at) });
  }
  const otherwise = cursor.accept('ELSE') ? parsePart(cursor) : null;
  return { kind: 'Conditional', branches, otherwise, span: cursor.span(start) };
}

function parsePart(cursor: Cursor): Query {
  if (cursor.version === 5 || !cursor.accept('{')) return parseSingle(cursor);
  const query = cursor.bracketed(() => parseQuery(cursor));
  cursor.expect('}');
  return query;
}

function parseSingle(cursor: Cursor): SingleQuery {
  const { start } = cursor.token;
  const clauses: Clause[] = [];
  for (let next = parseClause(cursor); next !== null; next = parseClause(cursor)) clauses.push(next);
  if (clauses.length === 0) throw cursor.unexpected();
  return { kind: 'SingleQuery', clauses, span: cursor.span(start) };
}

type Clauses = readonly (readonly [first: readonly string[], parse: (cursor: Cursor) => Clause])[];

const CLAUSES: Clauses = [
  [['MATCH'], parseMatch],
  [['OPTIONAL', 'MATCH'], parseMatch],
  [['OPTIONAL', 'CALL'], parseCall],
  [['CALL'], parseCall],
  [['UNWIND'], parseUnwind],
  [['WITH'], parseWith],
  [['RETURN'], parseReturn],
  [['FINISH'], (cursor) => ({ kind: 'Finish', span: spanOf(cursor.expect('FINISH')) })],
  [['CREATE'], parseCreate],
  [['INSERT'], parseCreate],
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

const CLAUSES_25: Clauses = [...CLAUSES, [['LET'], parseLet], [['FILTER'], parseFilter], [['FOR'], parseFor]];

const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

const CLAUSE_WORDS = CLAUSES.map(([first]) => first.join(' '));

/** Null where no clause begins. */
export function parseClause(cursor: Cursor): Clause | null {
  const { key } = cursor.token;
  const clauses = cursor.version === 25 ? CLAUSES_25 : CLAUSES;
  for (const [first, parse] of clauses) if (first[0] === key && cursor.at(...first)) return parse(cursor);
  cursor.expecting('a clause such as MATCH or RETURN', { words: CLAUSE_WORDS });
  return null;
}

function parseMatch(cursor: Cursor): Match {
  const { start } = cursor.token;
  const optional = cursor.accept('OPTIONAL');
  cursor.expect('MATCH');
  const repeatable = cursor.version === 25 && parseMatchMode(cursor);
  const pattern = parsePattern(cursor);
  while (cursor.accept('USING')) skipHint(cursor);
  const where = cursor.accept('WHERE') ? cursor.rules.expression(cursor) : null;
  return { kind: 'Match', optional, repeatable, pattern, where, span: cursor.span(start) };
}

/** True for `REPEATABLE ELEMENTS`; `DIFFERENT RELATIONSHIPS` is what MATCH does anyway. */
function parseMatchMode(cursor: Cursor): boolean {
  const repeatable = cursor.at('REPEATABLE', 'ELEMENTS') || cursor.at('REPEATABLE', 'ELEMENT');
  const different = cursor.at('DIFFERENT', 'RELATIONSHIPS') || cursor.at('DIFFERENT', 'RELATIONSHIP');
  if (!repeatable && !different) return false;
  cursor.advance();
  if (!cursor.advance().key.endsWith('S')) cursor.accept('BINDINGS');
  return repeatable;
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

function parseFor(cursor: Cursor): Unwind {
  const { start } = cursor.expect('FOR');
  const variable = cursor.name('a variable name');
  cursor.expect('IN');
  return { kind: 'Unwind', list: cursor.rules.expression(cursor), variable, span: cursor.span(start) };
}

function parseLet(cursor: Cursor): Let {
  const { start } = cursor.expect('LET');
  const items = cursor.list(() => {
    const variable = cursor.name('a variable name');
    cursor.expect('=');
    return { variable, value: cursor.rules.expression(cursor) };
  });
  return { kind: 'Let', items, span: cursor.span(start) };
}

function parseFilter(cursor: Cursor): Filter {
  const { start } = cursor.expect('FILTER');
  cursor.accept('WHERE');
  return { kind: 'Filter', where: cursor.rules.expression(cursor), span: cursor.span(start) };
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
    projection: { distinct: false, star: true, items: [], groupBy: null, ...page, span },
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
