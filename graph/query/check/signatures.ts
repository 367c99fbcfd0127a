/**
 * What is known of functions before they run: argument types that are refused at once, and result types.
 * Only functions are listed whose wrong arguments are compile-time errors in the openCypher TCK or in Neo4j 5
 * (`labels(path)`, `size(1)`); the conversions (`toInteger(…)`) fail when they run.
 */
import type { StaticType } from './static-type.ts';
import { ANY_LIST, NUMBER, TEMPORAL } from './static-type.ts';

type Types = readonly StaticType[];

const NODE: Types = ['Node'];
const RELATIONSHIP: Types = ['Relationship'];
const STRING: Types = ['String'];
const LIST: Types = [ANY_LIST];
export const SUMMABLE: Types = [...NUMBER, 'Duration'];

const INTEGER: Types = ['Integer'];

const rows = (names: string, ...types: readonly Types[]): (readonly [string, readonly Types[]])[] =>
  names.split(' ').map((name) => [name, types] as const);

/** What each argument must be, by the function's name in lower case; what further ones must be is not known. */
export const ARGUMENTS: ReadonlyMap<string, readonly Types[]> = new Map([
  ...rows('labels', NODE),
  ...rows('type startnode endnode', RELATIONSHIP),
  ...rows('length nodes relationships path_length', ['Path']),
  ...rows('id elementid', ['Node', 'Relationship']),
  ...rows('properties keys point', ['Map', 'Node', 'Relationship']),
  ...rows('size reverse', ['String', ANY_LIST]),
  ...rows('head last tail coll.distinct coll.max coll.min coll.sort', LIST),
  ...rows('cardinality', ['Map', 'Path', ANY_LIST]),
  ...rows('toupper tolower upper lower trim ltrim rtrim btrim', STRING),
  ...rows('left right', STRING, INTEGER),
  ...rows('substring', STRING, INTEGER, INTEGER),
  ...rows('replace', STRING, STRING, STRING),
  ...rows('split', STRING, ['String', 'List<String>']),
  ...rows(
    'abs ceil ceiling ln floor sign sqrt exp log log10 sin cos tan cot asin acos atan degrees radians haversin',
    NUMBER,
  ),
  ...rows('sum avg', SUMMABLE),
  ...rows('stdev stdevp stdev_samp stdev_pop', NUMBER),
]);

/** What the result is when it is not null; a function not listed may give anything. */
export const RESULTS: ReadonlyMap<string, StaticType> = new Map<string, StaticType>([
  ['labels', 'List<String>'],
  ['keys', 'List<String>'],
  ['type', 'String'],
  ['startnode', 'Node'],
  ['endnode', 'Node'],
  ['length', 'Integer'],
  ['nodes', 'List<Node>'],
  ['relationships', 'List<Relationship>'],
  ['id', 'Integer'],
  ['elementid', 'String'],
  ['properties', 'Map'],
  ['size', 'Integer'],
  ['count', 'Integer'],
  ['range', 'List<Integer>'],
  ['tointeger', 'Integer'],
  ['tofloat', 'Float'],
  ['tostring', 'String'],
  ['toboolean', 'Boolean'],
  ['toupper', 'String'],
  ['tolower', 'String'],
  ['trim', 'String'],
  ['ltrim', 'String'],
  ['rtrim', 'String'],
  ['btrim', 'String'],
  ['replace', 'String'],
  ['substring', 'String'],
  ['left', 'String'],
  ['right', 'String'],
  ['split', 'List<String>'],
  ['rand', 'Float'],
  ['exists', 'Boolean'],
  ['isempty', 'Boolean'],
  ['point', 'Point'],
  ['date', 'Date'],
  ['time', 'Time'],
  ['localtime', 'LocalTime'],
  ['localdatetime', 'LocalDateTime'],
  ['datetime', 'DateTime'],
  ['duration', 'Duration'],
]);

/** What can be subtracted, or from what. */
export const SUBTRACTABLE: Types = [...NUMBER, ...TEMPORAL];
