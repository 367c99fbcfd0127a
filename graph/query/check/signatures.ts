/**
 * What is known of functions before they run: argument types that are refused at once, and result types.
 * Only functions are listed whose wrong arguments are compile-time errors in Neo4j 5 (`labels(path)`, `size(1)`).
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
const HAS_KEYS: Types = ['Map', 'Node', 'Relationship'];
const PRINTABLE: Types = ['Boolean', ...NUMBER, 'Point', 'String', ...TEMPORAL];

const row = (names: string, ...positions: Types[]): (readonly [string, readonly Types[]])[] =>
  names.split(' ').map((name) => [name, positions] as const);

/**
 * What the arguments must be, by the function's name in lower case, one after another; further ones are as the last.
 * `range` is left out: there the TCK wants an ArgumentError when it runs (List11 [5]).
 */
export const ARGUMENTS: ReadonlyMap<string, readonly Types[]> = new Map([
  ...row('labels', NODE),
  ...row('type startnode endnode', RELATIONSHIP),
  ...row('length path_length nodes relationships', ['Path']),
  ...row('id elementid', ['Node', 'Relationship']),
  ...row('properties keys point', HAS_KEYS),
  ...row('cardinality', ['Map', 'Path', ANY_LIST]),
  ...row('isempty', [...HAS_KEYS, 'String', ANY_LIST]),
  ...row('size reverse', ['String', ANY_LIST]),
  ...row(
    'head last tail tointegerlist tofloatlist tobooleanlist tostringlist coll.distinct coll.max coll.min coll.sort',
    LIST,
  ),
  ...row('toupper tolower upper lower trim ltrim rtrim btrim normalize char_length character_length', STRING),
  ...row('replace', STRING, STRING, STRING, INTEGER),
  ...row('left right substring', STRING, INTEGER),
  ...row('split', STRING, ['String', 'List<String>']),
  // a list is refused when it runs: Neo4j's one exception among these four
  ...row('tointeger', ['Boolean', ...NUMBER, 'String', ANY_LIST]),
  ...row('tofloat', [...NUMBER, 'String']),
  ...row('toboolean', ['Boolean', 'Integer', 'String']),
  ...row('tostring', PRINTABLE),
  ...row(
    'abs ceil ceiling ln floor sign sqrt exp log log10 sin cos tan cot asin acos atan degrees radians haversin',
    NUMBER,
  ),
  ...row('sinh cosh tanh coth isnan atan2', NUMBER),
  ...row('round', NUMBER, NUMBER, STRING),
  ...row('sum avg', SUMMABLE),
  ...row('stdev stdevp stdev_samp stdev_pop percentilecont percentiledisc', NUMBER),
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
  ['date.truncate', 'Date'],
  ['time.truncate', 'Time'],
  ['localtime.truncate', 'LocalTime'],
  ['localdatetime.truncate', 'LocalDateTime'],
  ['datetime.truncate', 'DateTime'],
  ['datetime.fromepoch', 'DateTime'],
  ['datetime.fromepochmillis', 'DateTime'],
  ['duration.between', 'Duration'],
  ['duration.inmonths', 'Duration'],
  ['duration.indays', 'Duration'],
  ['duration.inseconds', 'Duration'],
]);

/** What can be subtracted, or from what. */
export const SUBTRACTABLE: Types = [...NUMBER, ...TEMPORAL];
