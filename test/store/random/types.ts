/**
 * The types that the generator keeps statements to, named as the functions' signatures name them. Two are not
 * Cypher's: a `BAG` is a list whose order is nobody's promise (`collect` over a MATCH, `labels`), with which only what does
 * not depend on it may be done; a `SHORTEST` is any of several paths, of which only the length is certain. `ANY` is a
 * value whose type differs from row to row.
 */
export const SCALARS = [
  'INTEGER',
  'STRING',
  'BOOLEAN',
  'FLOAT',
  'DATE',
  'LOCAL TIME',
  'ZONED TIME',
  'LOCAL DATETIME',
  'ZONED DATETIME',
  'DURATION',
  'POINT',
] as const;

export type Scalar = (typeof SCALARS)[number];
export type Type =
  | Scalar
  | 'ANY'
  | 'MAP'
  | 'NODE'
  | 'RELATIONSHIP'
  | 'PATH'
  | 'SHORTEST'
  | `LIST<${string}>`
  | `BAG<${string}>`;

export const listOf = (item: Type): Type => `LIST<${item}>`;
export const bagOf = (item: Type): Type => `BAG<${item}>`;
export const isList = (type: Type): boolean => type.startsWith('LIST<');
export const isBag = (type: Type): boolean => type.startsWith('BAG<');
export const itemOf = (type: Type): Type => type.slice(type.indexOf('<') + 1, -1) as Type;
export const isScalar = (type: Type): type is Scalar => (SCALARS as readonly Type[]).includes(type);
export const isElement = (type: Type): type is 'NODE' | 'RELATIONSHIP' =>
  type === 'NODE' || type === 'RELATIONSHIP';

/** Types whose equal values cannot be told apart, so that it does not matter which of them stands for a group. */
const ALIKE: readonly Type[] = ['INTEGER', 'STRING', 'BOOLEAN', 'DATE', 'LOCAL TIME', 'LOCAL DATETIME'];
/** True for what may be a grouping key, or be made distinct. */
export const isKey = (type: Type): boolean =>
  ALIKE.includes(type) || isElement(type) || (isList(type) && ALIKE.includes(itemOf(type)));
/** True for what orders rows in one way only: no two values are equal and yet differ. */
export const isOrderable = (type: Type): boolean => ALIKE.includes(type);
