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
    const wanted = expected?.[i];
    if (wanted !== undefined) expectType(checking, arg, types[i] ?? 'Any', wanted, { gql: INVALID_ENTITY });
  }
  return resultType(key, types);
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
