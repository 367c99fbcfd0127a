/**
 *     schema     = CREATE constraint | CREATE index | DROP CONSTRAINT name [IF EXISTS] | DROP INDEX name [IF EXISTS]
 *     constraint = CONSTRAINT [name] [IF NOT EXISTS] FOR entity REQUIRE properties
 *                  IS ([NODE | RELATIONSHIP | REL] (UNIQUE | KEY) | NOT NULL | (TYPED | "::") type) [options]
 *                | CONSTRAINT [name] [IF NOT EXISTS] FOR entity REQUIRE properties "::" type [options]
 *     index      = [RANGE | TEXT | POINT] INDEX [name] [IF NOT EXISTS] FOR entity ON properties [options]
 *                | FULLTEXT INDEX [name] [IF NOT EXISTS] FOR entities ON EACH "[" property { "," property } "]" [options]
 *                | LOOKUP INDEX [name] [IF NOT EXISTS] FOR entity ON [EACH] (LABELS | TYPE) "(" name ")" [options]
 *     entity     = "(" name [":" label] ")" | "(" ")" ["<"] "-" "[" name [":" type] "]" "-" [">"] "(" ")"
 *     entities   = entity, whose label or type may be several: `:A|B`
 *     properties = property | "(" property { "," property } ")"
 *     property   = name "." name
 *     options    = OPTIONS (map | parameter)
 *
 * The name of an index or constraint is an identifier or a parameter.
 */
import type {
  CreateConstraint,
  CreateIndex,
  DropSchema,
  Expression,
  Name,
  SchemaCommand,
  SchemaName,
} from '../ast.ts';
import type { Cursor } from './cursor.ts';
import { parseMap } from './maps.ts';
import { parseParameter } from './parameters.ts';
import { parseType } from './types.ts';

const INDEX_WORDS = ['INDEX', 'RANGE', 'TEXT', 'POINT', 'FULLTEXT', 'LOOKUP'] as const;
const INDEX_KINDS = {
  INDEX: 'range',
  RANGE: 'range',
  TEXT: 'text',
  POINT: 'point',
  FULLTEXT: 'fulltext',
  LOOKUP: 'lookup',
} as const;

/** Null where the statement is no schema command. */
export function parseSchema(cursor: Cursor): SchemaCommand | null {
  const { start } = cursor.token;
  if (takes(cursor, 'CREATE', 'CONSTRAINT')) return parseCreateConstraint(cursor, start);
  for (const word of INDEX_WORDS) {
    if (takes(cursor, 'CREATE', word)) {
      if (word !== 'INDEX') cursor.expect('INDEX');
      return parseCreateIndex(cursor, start, INDEX_KINDS[word]);
    }
  }
  if (!cursor.accept('DROP')) return null;
  if (cursor.accept('CONSTRAINT')) return parseDrop(cursor, start, 'DropConstraint');
  cursor.expect('INDEX');
  return parseDrop(cursor, start, 'DropIndex');
}

/** `CREATE (n)` is no mistaken schema command, so these words do not count as expected. */
function takes(cursor: Cursor, first: string, second: string): boolean {
  return cursor.sees(first, second) && cursor.accept(first, second);
}

interface Entity {
  readonly entity: 'node' | 'relationship';
  readonly variable: Name;
  readonly labelsOrTypes: readonly string[];
}

function parseCreateConstraint(cursor: Cursor, start: number): CreateConstraint {
  const { name, ifNotExists } = parseNewName(cursor);
  cursor.expect('FOR');
  const { entity, variable, labelsOrTypes } = parseEntity(cursor, { label: true, several: false });
  cursor.expect('REQUIRE');
  const properties = parseProperties(cursor, variable);
  const { constraint, type } = parseRequirement(cursor, entity);
  const options = parseOptions(cursor);
  const labelOrType = labelsOrTypes[0] ?? '';
  const what = { name, ifNotExists, entity, labelOrType, properties, constraint, type, options };
  if ((constraint === 'exists' || constraint === 'typed') && properties.length > 1) {
    throw cursor.error(
      `Constraint type '${constraint === 'exists' ? 'EXISTS' : 'IS TYPED'}' does not allow multiple properties`,
      '42I06',
      start,
    );
  }
  return { kind: 'CreateConstraint', ...what, span: cursor.span(start) };
}

function parseRequirement(
  cursor: Cursor,
  entity: Entity['entity'],
): Pick<CreateConstraint, 'constraint' | 'type'> {
  if (cursor.accept('::')) return { constraint: 'typed', type: parseType(cursor) };
  cursor.expect('IS');
  if (cursor.accept('NOT', 'NULL')) return { constraint: 'exists', type: null };
  if (cursor.accept('::') || cursor.accept('TYPED')) return { constraint: 'typed', type: parseType(cursor) };
  if (entity === 'node') cursor.accept('NODE');
  else if (!cursor.accept('RELATIONSHIP')) cursor.accept('REL');
  if (cursor.accept('UNIQUE')) return { constraint: 'unique', type: null };
  cursor.expect('KEY');
  return { constraint: 'key', type: null };
}

function parseCreateIndex(cursor: Cursor, start: number, index: CreateIndex['index']): CreateIndex {
  const { name, ifNotExists } = parseNewName(cursor);
  cursor.expect('FOR');
  const found = parseEntity(cursor, { label: index !== 'lookup', several: index === 'fulltext' });
  cursor.expect('ON');
  const properties =
    index === 'lookup' ? parseLookup(cursor, found) : parseIndexed(cursor, index, found.variable);
  const options = parseOptions(cursor);
  const { entity, labelsOrTypes } = found;
  return {
    kind: 'CreateIndex',
    name,
    ifNotExists,
    entity,
    index,
    labelsOrTypes,
    properties,
    options,
    span: cursor.span(start),
  };
}

function parseIndexed(cursor: Cursor, index: CreateIndex['index'], variable: Name): string[] {
  if (index === 'text' || index === 'point') return parseSingleProperty(cursor, index, variable);
  if (index !== 'fulltext') return parseProperties(cursor, variable);
  cursor.expect('EACH', '[');
  const properties = cursor.list(() => parseProperty(cursor, variable));
  cursor.expect(']');
  return properties;
}

function parseSingleProperty(cursor: Cursor, index: 'text' | 'point', variable: Name): string[] {
  if (!cursor.accept('(')) return [parseProperty(cursor, variable)];
  const properties = [parseProperty(cursor, variable)];
  if (cursor.accept(',')) {
    throw cursor.error(`Only single property ${index} indexes are supported`, '42001');
  }
  cursor.expect(')');
  return properties;
}

function parseLookup(cursor: Cursor, { entity, variable }: Entity): string[] {
  cursor.accept('EACH');
  if (entity === 'node') cursor.expect('LABELS');
  else cursor.expect('TYPE');
  cursor.expect('(');
  parseSameVariable(cursor, variable);
  cursor.expect(')');
  return [];
}

/** A name is left out where `IF` or `FOR` comes next, unless it is itself the name: `CREATE INDEX for FOR …`. */
function parseNewName(cursor: Cursor): { name: SchemaName | null; ifNotExists: boolean } {
  const unnamed = cursor.sees('IF', 'NOT', 'EXISTS') || cursor.sees('FOR', '(');
  if (unnamed) cursor.expecting('an identifier');
  const name = unnamed ? null : parseSchemaName(cursor);
  return { name, ifNotExists: cursor.accept('IF', 'NOT', 'EXISTS') };
}

const parseSchemaName = (cursor: Cursor): SchemaName =>
  cursor.at('$') ? parseParameter(cursor) : cursor.name('an identifier').name;

function parseDrop(cursor: Cursor, start: number, kind: DropSchema['kind']): DropSchema {
  const name = parseSchemaName(cursor);
  const ifExists = cursor.accept('IF', 'EXISTS');
  return { kind, name, ifExists, span: cursor.span(start) };
}

function parseEntity(cursor: Cursor, wants: { label: boolean; several: boolean }): Entity {
  cursor.expect('(');
  if (!cursor.accept(')')) {
    const variable = cursor.name('a variable name');
    const labelsOrTypes = wants.label ? parseLabelList(cursor, wants.several) : [];
    cursor.expect(')');
    return { entity: 'node', variable, labelsOrTypes };
  }
  const left = cursor.accept('<');
  cursor.expect('-', '[');
  const variable = cursor.name('a variable name');
  const labelsOrTypes = wants.label ? parseLabelList(cursor, wants.several) : [];
  cursor.expect(']', '-');
  if (!left) cursor.accept('>');
  cursor.expect('(', ')');
  return { entity: 'relationship', variable, labelsOrTypes };
}

function parseLabelList(cursor: Cursor, several: boolean): string[] {
  cursor.expect(':');
  const labels = [cursor.name('an identifier').name];
  if (!several) return labels;
  while (cursor.accept('|')) labels.push(cursor.name('an identifier').name);
  return labels;
}

function parseProperties(cursor: Cursor, variable: Name): string[] {
  if (!cursor.accept('(')) return [parseProperty(cursor, variable)];
  const properties = cursor.list(() => parseProperty(cursor, variable));
  cursor.expect(')');
  return properties;
}

function parseProperty(cursor: Cursor, variable: Name): string {
  parseSameVariable(cursor, variable);
  cursor.expect('.');
  return cursor.name('a property name').name;
}

function parseSameVariable(cursor: Cursor, variable: Name): void {
  const written = cursor.name('a variable name');
  if (written.name !== variable.name) {
    throw cursor.error(`Variable \`${written.name}\` not defined`, '42N62', written.span.start);
  }
}

function parseOptions(cursor: Cursor): Expression | null {
  if (!cursor.accept('OPTIONS')) return null;
  return cursor.at('$') ? parseParameter(cursor) : parseMap(cursor);
}
