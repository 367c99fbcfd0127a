/** Calls of the functions that the engine has, made from their signatures: a new function is tried by being there. */
import { functions } from '../../../graph/query/functions/registry.ts';
import type { FunctionDefinition } from '../../../graph/query/functions/definition.ts';
import type { Generation } from './generation.ts';
import { literal } from './literals.ts';
import { isScalar, type Type } from './types.ts';

interface Parameter {
  readonly name: string;
  readonly types: readonly Type[];
  readonly optional: boolean;
}

interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly result: Type;
  /** Where the last digits are the machine's own, as in the functions of Java's and JavaScript's `Math`. */
  readonly inexact: boolean;
}

/** The clock, chance, and what each store numbers for itself; and those made elsewhere, since their result has their argument's type. */
const LEFT_OUT =
  /^(rand|randomUUID|timestamp|id|elementId|exists|coalesce|head|last|nullIf|reverse|tail|labels|keys|nodes|relationships|file|linenumber|graph\..*|.*\.(transaction|statement|realtime))$/i;

/** Arguments about which Neo4j is known to differ (oddities.ts). */
const NEVER_GIVEN: ReadonlySet<string> = new Set(['replace.limit', 'rtrim.trimCharacterString']);

const UNITS = ["'day'", "'month'", "'hour'", "'week'", "'year'", "'minute'", "'decade'", "'quarter'"];
const DATE_UNITS = ["'day'", "'month'", "'week'", "'year'", "'weekYear'", "'quarter'", "'century'"];
const TIME_UNITS = ["'hour'", "'minute'", "'day'", "'second'", "'millisecond'"];
const COUNTS = ['1', '2', '0', '3', '10'];
const TEMPORAL: readonly Type[] = ['DATE', 'LOCAL DATETIME', 'ZONED DATETIME'];

/** Arguments that cannot be anything of their type: by function and parameter, or by parameter alone. */
const ARGUMENTS: Readonly<Record<string, readonly string[] | readonly Type[]>> = {
  'date.truncate.unit': DATE_UNITS,
  'date.truncate.input': TEMPORAL,
  'localdatetime.truncate.unit': UNITS,
  'localdatetime.truncate.input': TEMPORAL,
  'datetime.truncate.unit': UNITS,
  'datetime.truncate.input': TEMPORAL,
  'localtime.truncate.unit': TIME_UNITS,
  'localtime.truncate.input': ['LOCAL TIME', 'LOCAL DATETIME', 'ZONED DATETIME', 'ZONED TIME'],
  'time.truncate.unit': TIME_UNITS,
  'time.truncate.input': ['ZONED TIME', 'ZONED DATETIME'],
  'date.input': ["'2024-W05-2'", "'2015-202'", 'DATE', 'LOCAL DATETIME', '{year: 2024, month: 2}'],
  'localdatetime.input': [
    "'2015-07-21T21:40:32.142'",
    'LOCAL DATETIME',
    'ZONED DATETIME',
    '{year: 2024, quarter: 2, dayOfQuarter: 9, hour: 5}',
  ],
  'datetime.input': [
    "'20150721T21:40-01:30'",
    'LOCAL DATETIME',
    'ZONED DATETIME',
    "{year: 2024, timezone: 'Europe/London'}",
  ],
  'localtime.input': [
    "'214032.142'",
    'LOCAL TIME',
    'ZONED TIME',
    'LOCAL DATETIME',
    '{hour: 12, minute: 0, second: 7, microsecond: 3}',
  ],
  'time.input': ["'21:40:32.142+0100'", 'ZONED TIME', 'ZONED DATETIME', "{hour: 1, timezone: '+03:00'}"],
  'duration.input': [
    "'P14DT16H12M'",
    "'P5M1.5D'",
    "'P0.75M'",
    '{weeks: 2.5, minutes: -1}',
    '{seconds: 1, nanoseconds: -2}',
  ],
  'duration.between.from': TEMPORAL,
  'duration.between.to': TEMPORAL,
  'duration.inDays.from': TEMPORAL,
  'duration.inDays.to': TEMPORAL,
  'duration.inMonths.from': TEMPORAL,
  'duration.inMonths.to': TEMPORAL,
  'duration.inSeconds.from': TEMPORAL,
  'duration.inSeconds.to': TEMPORAL,
  'datetime.fromEpoch.seconds': COUNTS,
  'datetime.fromEpoch.nanoseconds': COUNTS,
  'datetime.fromEpochMillis.milliseconds': COUNTS,
  'point.input': ['{x: 1, y: 2.5}', '{latitude: 1, longitude: 2, height: 3}', '{x: 1, y: 2, srid: 4326}'],
  'toInteger.input': ['STRING', 'FLOAT', 'INTEGER', 'BOOLEAN'],
  'toFloat.input': ['STRING', 'INTEGER', 'FLOAT'],
  'toBoolean.input': ['STRING', 'BOOLEAN', 'INTEGER'],
  'toString.input': [
    'INTEGER',
    'FLOAT',
    'STRING',
    'BOOLEAN',
    'DATE',
    'ZONED DATETIME',
    'DURATION',
    'LOCAL TIME',
    'POINT',
  ],
  'round.precision': COUNTS,
  'round.mode': ["'HALF_UP'", "'CEILING'", "'FLOOR'", "'UP'", "'DOWN'", "'HALF_EVEN'", "'HALF_DOWN'"],
  'normalize.normalForm': ['NFC', 'NFD', 'NFKC', 'NFKD'],
  'range.start': COUNTS,
  'range.end': COUNTS,
  'range.step': ['1', '2', '3'],
  start: COUNTS,
  length: COUNTS,
  fields: ['{}', '{day: 2}', '{nanosecond: 1}'],
};

const SIGNATURES: ReadonlyMap<Type, readonly Signature[]> = group();

function group(): Map<Type, Signature[]> {
  const grouped = new Map<Type, Signature[]>();
  for (const signature of functions.flatMap(signaturesOf)) {
    const same = grouped.get(signature.result);
    if (same === undefined) grouped.set(signature.result, [signature]);
    else same.push(signature);
  }
  return grouped;
}

function signaturesOf({ name, signature, aggregate, category, since }: FunctionDefinition): Signature[] {
  if (aggregate || since !== 5 || LEFT_OUT.test(name)) return [];
  const end = signature.lastIndexOf(') :: ');
  const inside = signature.slice(name.length + 1, end);
  const parameters = (inside === '' ? [] : inside.split(/, (?=\w+ (?:=|::))/))
    .map(parameterOf)
    .filter((parameter) => !NEVER_GIVEN.has(`${name}.${parameter.name}`));
  const inexact = /Trigonometric|Logarithmic|Spatial/.test(category);
  return alternatives(signature.slice(end + 5))
    .filter((result) => result !== 'ANY')
    .slice(0, 1)
    .map((result) => ({ name, parameters, result, inexact }));
}

function parameterOf(text: string): Parameter {
  const [left = '', types = 'ANY'] = text.split(' :: ');
  const [name = ''] = left.split(' = ');
  return { name, types: alternatives(types), optional: left.includes('=') };
}

function alternatives(types: string): Type[] {
  return types.split(' | ') as Type[];
}

export const returningFunctions = (type: Type): readonly Signature[] => SIGNATURES.get(type) ?? [];

export function call(g: Generation, signature: Signature, depth: number): string {
  const { choices } = g;
  const needed = signature.parameters.filter(({ optional }) => !optional).length;
  // a temporal function without its argument asks the clock
  const clock = /^(date|time|localtime|datetime|localdatetime)(\.truncate)?$/.test(signature.name);
  const least = Math.max(needed, clock ? Math.min(signature.parameters.length, needed + 1) : 0);
  const given = least + choices.below(signature.parameters.length - least + 1);
  const args = signature.parameters
    .slice(0, given)
    .map((parameter) => argument(g, signature.name, parameter, depth));
  const text = `${signature.name}(${args.join(', ')})`;
  return signature.inexact && signature.result === 'FLOAT' ? `round(${text}, 9)` : text;
}

function argument(g: Generation, name: string, parameter: Parameter, depth: number): string {
  const named = ARGUMENTS[`${name}.${parameter.name}`] ?? ARGUMENTS[parameter.name];
  if (named === undefined) return g.expression(g.choices.pick(parameter.types), depth - 1);
  const chosen = g.choices.pick<string>(named);
  if (!isScalar(chosen as Type)) return chosen;
  const made = g.expression(chosen as Type, depth - 1);
  // these fail on a null, and whether a row with one comes to them is the planner's choice
  return name.endsWith('.truncate') ? `coalesce(${made}, ${literal(g, chosen as Type)})` : made;
}
