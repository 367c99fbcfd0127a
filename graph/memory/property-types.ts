import { isList, type Value } from '../model.ts';
import { storableType } from './storable.ts';

/** Other spellings that Cypher allows for a type. @see https://neo4j.com/docs/cypher-manual/current/values-and-types/property-structural-constructed/#types-synonyms */
const SYNONYMS: Readonly<Record<string, string>> = {
  BOOL: 'BOOLEAN',
  VARCHAR: 'STRING',
  INT: 'INTEGER',
  'SIGNED INTEGER': 'INTEGER',
  'TIME WITH TIME ZONE': 'ZONED TIME',
  'TIMESTAMP WITH TIME ZONE': 'ZONED DATETIME',
  'TIME WITHOUT TIME ZONE': 'LOCAL TIME',
  'TIMESTAMP WITHOUT TIME ZONE': 'LOCAL DATETIME',
};

/** The type of a stored value, lists as `LIST<STRING NOT NULL>`. */
export function typeOfStored(value: Value): string {
  if (!isList(value)) return storableType(value) ?? 'ANY';
  const types = [...new Set(value.map(typeOfStored))];
  return `LIST<${types.length === 0 ? 'NOTHING' : types.join(' | ')} NOT NULL>`;
}

/** Whether a value (not null) is of a type as `REQUIRE … IS :: …` names it: a type, a list of one, or several joined by `|`. */
export function matchesType(value: Value, type: string): boolean {
  const normal = type.toUpperCase().replace(/\s+/g, ' ').trim();
  return splitUnion(normal).some((part) => matchesOne(value, part.trim()));
}

/** Splits at the `|` that are not inside `<…>`. */
function splitUnion(type: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < type.length; i++) {
    if (type[i] === '<') depth++;
    else if (type[i] === '>') depth--;
    else if (type[i] === '|' && depth === 0) {
      parts.push(type.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(type.slice(start));
  return parts;
}

function matchesOne(value: Value, type: string): boolean {
  const bare = type.replace(/( NOT NULL|!)$/, '').trim();
  const list = /^(?:LIST|ARRAY) ?<(.*)>$/.exec(bare);
  if (list !== null) return isList(value) && value.every((item) => matchesType(item, list[1] ?? 'ANY'));
  const name = SYNONYMS[bare] ?? bare;
  if (name === 'ANY' || name === 'ANY VALUE' || name === 'PROPERTY VALUE') return true;
  return storableType(value) === name;
}
