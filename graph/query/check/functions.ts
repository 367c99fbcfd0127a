/** The rules of function calls: known, with a possible number of arguments, aggregating only where rows are grouped. */
import type { CountStar, Expression, FunctionCall, Span } from '../ast.ts';
import { some } from '../plan/walk.ts';
import type { Checking } from './checking.ts';
import { expectType, failure, INVALID_ENTITY } from './checking.ts';
import { nearest } from '../syntax-error.ts';
import { ARGUMENTS, RESULTS } from './signatures.ts';
import type { StaticType } from './static-type.ts';
import { common, elementOf, listOf } from './static-type.ts';
import type { Usage } from './usage.ts';
import { WITHIN_AGGREGATE } from './usage.ts';

export function checkCountStar(checking: Checking, { span }: CountStar, usage: Usage): void {
  refuseAggregation(checking, 'count', span, usage);
}

function refuseAggregation(checking: Checking, name: string, span: Span, { noAggregation }: Usage): void {
  if (noAggregation !== null) throw failure(checking, span, noAggregation.replace('{}', name), '42I24');
}

/** @param check checks an argument, under the usage that the function gives it */
export function checkCall(
  checking: Checking,
  call: FunctionCall,
  usage: Usage,
  check: (arg: Expression, usage: Usage) => StaticType,
): StaticType {
  const { name, args, span } = call;
  const key = name.toLowerCase();
  const signature = checking.environment.functions.get(key);
  if (signature === undefined || (signature.since === 25 && checking.version === 5)) {
    const known = [...checking.environment.functions.values()].filter(
      ({ since }) => since !== 25 || checking.version === 25,
    );
    const meant = nearest(
      name,
      known.map((definition) => definition.name),
    );
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    throw failure(checking, span, `Unknown function '${name}'${hint}`, '42N48');
  }
  const { aggregate, minArgs, maxArgs } = signature;
  if (aggregate) refuseAggregation(checking, name, span, usage);
  if (args.length < minArgs)
    throw failure(
      checking,
      span,
      `Insufficient parameters for function '${name}'; it is called as ${signature.signature}`,
      '42I13',
    );
  if (args.length > maxArgs)
    throw failure(
      checking,
      span,
      `Too many parameters for function '${name}'; it is called as ${signature.signature}`,
      '42I13',
    );
  if (call.distinct && !aggregate) {
    throw failure(checking, span, `Invalid use of DISTINCT with function '${name}'`, '42I27');
  }
  if (aggregate) refuseRandom(checking, args);
  const argUsage: Usage = aggregate ? { ...WITHIN_AGGREGATE, hidden: usage.hidden } : usage;
  refusePattern(checking, key, args, span);
  const predicate = key === 'exists';
  const types = args.map((arg) => check(arg, { ...argUsage, predicate }));
  const expected = ARGUMENTS.get(key);
  for (const [i, arg] of args.entries()) {
    const wanted = expected?.[i] ?? expected?.at(-1);
    if (wanted !== undefined) expectType(checking, arg, types[i] ?? 'Any', wanted, { gql: INVALID_ENTITY });
  }
  if (key === 'point') refuseIncomplete(checking, args);
  if (key === 'percentilecont' || key === 'percentiledisc') refusePercentile(checking, args);
  return resultType(key, types);
}

/** A map that is written out shows whether it has the coordinates of a point. */
function refuseIncomplete(checking: Checking, [map]: readonly Expression[]): void {
  if (map?.kind !== 'MapLiteral') return;
  const keys = new Set(map.entries.map(({ key }) => key.name));
  if ((keys.has('x') && keys.has('y')) || (keys.has('longitude') && keys.has('latitude'))) return;
  const shown = [...keys].map((key) => `'${key}'`).join(', ');
  throw failure(
    checking,
    map.span,
    `A map with keys ${shown} is not describing a valid point, a point is described either by using cartesian coordinates ` +
      "e.g. {x: 2.3, y: 4.5, crs: 'cartesian'} or using geographic coordinates e.g. {latitude: 12.78, longitude: 56.7, crs: 'WGS-84'}.",
    ['42001', '42I16'],
  );
}

function refusePercentile(checking: Checking, [, percentile]: readonly Expression[]): void {
  if (percentile?.kind !== 'Literal') return;
  const { value } = percentile;
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (number >= 0 && number <= 1) return;
  throw failure(
    checking,
    percentile.span,
    `Invalid input '${value === null ? 'NULL' : String(value)}' is not a valid argument, must be a number in the range 0.0 to 1.0`,
    '42N31',
  );
}

/** @see TCK Aggregation: NonConstantExpression */
function refuseRandom(checking: Checking, args: readonly Expression[]): void {
  for (const arg of args) {
    const random = some(
      arg,
      (part) => part['kind'] === 'FunctionCall' && String(part['name']).toLowerCase() === 'rand',
    );
    if (!random) continue;
    throw failure(
      checking,
      arg.span,
      "Can't use non-deterministic (random) functions inside of aggregate functions.",
      ['22000', '22N34'],
    );
  }
}

/** @see TCK List6 [6] */
function refusePattern(checking: Checking, key: string, args: readonly Expression[], span: Span): void {
  const [first] = args;
  if (key === 'size' && first?.kind === 'PatternExpression' && first.pattern.selector === null) {
    throw failure(
      checking,
      first.span,
      'A pattern expression should only be used in order to test the existence of a pattern. It can no longer be used ' +
        'inside the function size(), an alternative is to replace size() with COUNT {}.',
      '42I34',
    );
  }
  if (key !== 'exists' || first === undefined || first.kind === 'PatternExpression') return;
  if (first.kind === 'Property' || first.kind === 'DynamicProperty') {
    throw failure(
      checking,
      span,
      'The property existence syntax `... exists(variable.property)` is no longer supported. Please use `variable.property IS NOT NULL` instead.',
      '42I52',
    );
  }
  throw failure(checking, first.span, 'Argument to exists(...) is not a pattern', ['22G03', '22N27']);
}

function resultType(key: string, types: readonly StaticType[]): StaticType {
  const [first = 'Any'] = types;
  switch (key) {
    case 'head':
    case 'last':
      return elementOf(first);
    case 'tail':
    case 'reverse':
    case 'min':
    case 'max':
    case 'sum':
    case 'abs':
      return first;
    case 'collect':
      return listOf(first);
    case 'coalesce':
      return types.reduce(common, first);
    default:
      return RESULTS.get(key) ?? 'Any';
  }
}
