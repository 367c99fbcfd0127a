/**
 * What is known of a value before the statement runs. `Any` is all that is not known: parameters, properties, null.
 * The names and their order in messages are Neo4j's.
 */
export type StaticType =
  | 'Any'
  | 'Boolean'
  | 'Float'
  | 'Integer'
  | 'String'
  | 'Map'
  | 'Node'
  | 'Relationship'
  | 'Path'
  | 'Point'
  | 'Duration'
  | 'Date'
  | 'Time'
  | 'LocalTime'
  | 'LocalDateTime'
  | 'DateTime'
  | `List<${string}>`;

export const NUMBER: readonly StaticType[] = ['Float', 'Integer'];
export const TEMPORAL: readonly StaticType[] = [
  'Duration',
  'Date',
  'Time',
  'LocalTime',
  'LocalDateTime',
  'DateTime',
];
export const ANY_LIST: StaticType = 'List<Any>';
/** What has properties or components. */
export const HAS_PROPERTIES: readonly StaticType[] = ['Map', 'Node', 'Relationship', 'Point', ...TEMPORAL];

export const listOf = (element: StaticType): StaticType => `List<${element}>`;

export const isList = (type: StaticType): boolean => type.startsWith('List<');

/** What the list's items are; `Any` for what is no list. */
export function elementOf(type: StaticType): StaticType {
  return isList(type) ? (type.slice(5, -1) as StaticType) : 'Any';
}

/** Whether a value of this type can be one of the expected: when in doubt it can. An INTEGER passes for a FLOAT. */
export function fits(type: StaticType, expected: readonly StaticType[]): boolean {
  if (type === 'Any') return true;
  return expected.some(
    (wanted) =>
      wanted === 'Any' ||
      wanted === type ||
      (wanted === 'Float' && type === 'Integer') ||
      (isList(wanted) && isList(type) && fits(elementOf(type), [elementOf(wanted)])),
  );
}

/** The type of a value that has one of these two: `Any` unless they agree. */
export function common(a: StaticType, b: StaticType): StaticType {
  if (a === b) return a;
  return isList(a) && isList(b) ? listOf(common(elementOf(a), elementOf(b))) : 'Any';
}

/** As Neo4j writes it: `List<T>` for a list of anything. */
export function printType(type: StaticType): string {
  if (type === 'Any') return 'T';
  return isList(type) ? `List<${printType(elementOf(type))}>` : type;
}
