/**
 * What WITH, RETURN and YIELD give on:
 *
 *     projection = [DISTINCT] ("*" { "," item } | item { "," item }) [group] [order] [skip] [limit]
 *     group      = GROUP BY ("(" ")" | expression { "," expression })      in Cypher 25
 *     item       = expression [AS name]
 *     order      = ORDER BY sort { "," sort }
 *     sort       = expression [ASC | ASCENDING | DESC | DESCENDING]
 *     skip       = (SKIP | OFFSET) expression
 *     limit      = LIMIT expression
 */
import type { Expression, Projection, ProjectionItem, SortItem } from '../ast.ts';
import type { Cursor } from './cursor.ts';

export function parseProjection(cursor: Cursor): Projection {
  const { start } = cursor.token;
  const distinct = cursor.accept('DISTINCT');
  const star = cursor.accept('*');
  const items = star ? (cursor.accept(',') ? parseItems(cursor) : []) : parseItems(cursor);
  const groupBy = cursor.version === 25 && cursor.accept('GROUP', 'BY') ? parseGroupKeys(cursor) : null;
  const page = parsePage(cursor);
  return { distinct, star, items, groupBy, ...page, span: cursor.span(start) };
}

const parseItems = (cursor: Cursor): ProjectionItem[] => cursor.list(() => parseItem(cursor));

function parseGroupKeys(cursor: Cursor): Expression[] {
  return cursor.accept('(', ')') ? [] : cursor.list(() => cursor.rules.expression(cursor));
}

function parseItem(cursor: Cursor): ProjectionItem {
  const { start } = cursor.token;
  const expression = cursor.rules.expression(cursor);
  const written = cursor.span(start);
  const aliased = cursor.accept('AS');
  const text = nameOf(expression) ?? cursor.text.slice(written.start, written.end);
  const alias = aliased ? cursor.name('a variable name').name : text;
  return { expression, alias, aliased, span: cursor.span(start) };
}

/**
 * The column of `RETURN n.name  +  1` is `n.name  +  1`; that of a back-ticked variable is its name, and so is that of
 * a map projection `n {.name}`, which needs no alias in WITH either (Neo4j).
 */
function nameOf(expression: Expression): string | undefined {
  if (expression.kind === 'Variable') return expression.name;
  return expression.kind === 'MapProjection' ? expression.subject.name : undefined;
}

/** The order, skip and limit; empty where none is written. */
export function parsePage(cursor: Cursor): Pick<Projection, 'orderBy' | 'skip' | 'limit'> {
  const orderBy = cursor.accept('ORDER', 'BY') ? cursor.list(() => parseSort(cursor)) : [];
  const skip = cursor.acceptOne(['SKIP', 'OFFSET']) === undefined ? null : cursor.rules.expression(cursor);
  const limit = cursor.accept('LIMIT') ? cursor.rules.expression(cursor) : null;
  return { orderBy, skip, limit };
}

function parseSort(cursor: Cursor): SortItem {
  const { start } = cursor.token;
  const expression = cursor.rules.expression(cursor);
  const direction = cursor.acceptOne(['ASC', 'ASCENDING', 'DESC', 'DESCENDING']);
  return { expression, descending: direction?.startsWith('DESC') ?? false, span: cursor.span(start) };
}
