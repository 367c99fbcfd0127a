/**
 * The rules of CALL: the procedure exists, its arguments can be of its types, its columns are named.
 *
 * @see TCK clauses/call Call1, Call2, Call5
 */
import { CypherError, positionAt } from '../../errors.ts';
import type { CallProcedure } from '../ast.ts';
import type { Checking } from './checking.ts';
import { alreadyDeclared, expectType, failure } from './checking.ts';
import type { ProcedureSignature } from './environment.ts';
import { checkExpression, checkPredicate } from './expressions.ts';
import type { Scope } from './scope.ts';
import { alternatives, nearest } from '../syntax-error.ts';
import type { StaticType } from './static-type.ts';
import { ANY_LIST, listOf, NUMBER, TEMPORAL } from './static-type.ts';
import { PLAIN } from './usage.ts';
import { containsAggregate } from './aggregation.ts';

/**
 * Declares the columns in `scope`.
 *
 * @param standalone whether the call is the whole statement: then it may leave out arguments and YIELD
 */
export function checkProcedureCall(
  checking: Checking,
  call: CallProcedure,
  scope: Scope,
  standalone: boolean,
): ProcedureSignature {
  const signature = findProcedure(checking, call);
  checkArguments(checking, call, signature, scope, standalone);
  if (call.yieldStar && !standalone) {
    throw failure(checking, call.span, 'Cannot use `YIELD *` outside standalone call', '42I43');
  }
  if (call.yields === null && standalone) {
    for (const { name, type } of signature.results) scope.declare(name, staticTypeOf(type));
  }
  if (call.yields === null && !standalone && signature.results.length > 0) {
    // @see TCK Call1 [12]: a variable that was meant to come from here is the better thing to name
    checking.deferred.push(
      failure(
        checking,
        call.span,
        'Procedure call inside a query does not support naming results implicitly (name explicitly using `YIELD` instead)',
        '42N25',
      ),
    );
  }
  for (const { field, alias } of call.yields ?? []) {
    const result = signature.results.find(({ name }) => name === field.name);
    if (result === undefined)
      throw failure(
        checking,
        field.span,
        `Unknown procedure output: \`${field.name}\`${givenInstead(field.name, signature)}`,
        '42N50',
      );
    if (scope.has(alias.name)) throw alreadyDeclared(checking, alias.name, alias.span);
    scope.declare(alias.name, staticTypeOf(result.type));
  }
  if (call.where !== null) checkPredicate(checking, call.where, scope, PLAIN);
  return signature;
}

function findProcedure({ text, environment }: Checking, { name, span }: CallProcedure): ProcedureSignature {
  const signature = environment.procedures.get(name);
  if (signature !== undefined) return signature;
  const meant = nearest(name, environment.procedures.keys());
  throw new CypherError(
    'Neo.ClientError.Procedure.ProcedureNotFound',
    `There is no procedure with the name \`${name}\` registered for this database instance. Please ensure you've spelled ` +
      `the procedure name correctly and that the procedure is properly deployed.${didYouMean(meant)}`,
    { position: positionAt(text, span.start), gql: '42N08' },
  );
}

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` Did you mean \`${meant}\`?`;

function givenInstead(name: string, { results }: ProcedureSignature): string {
  const names = results.map((result) => result.name);
  const meant = nearest(name, names);
  if (meant !== undefined) return `; did you mean \`${meant}\`?`;
  return names.length === 0
    ? '; it gives no columns'
    : `; it gives ${alternatives(names.map((n) => `\`${n}\``))}`;
}

function checkArguments(
  checking: Checking,
  { name, args, span }: CallProcedure,
  signature: ProcedureSignature,
  scope: Scope,
  standalone: boolean,
): void {
  if (args === null) {
    if (!standalone) throw failure(checking, span, `Procedure call is missing parentheses: ${name}`, '42N36');
    return;
  }
  const { minArgs, args: wanted } = signature;
  if (args.length < minArgs || args.length > wanted.length) {
    const few = args.length < minArgs;
    const expected = few ? minArgs : wanted.length;
    throw failure(
      checking,
      span,
      `Procedure call ${few ? 'does not provide the required number of' : 'provides too many'} arguments: got ` +
        `${args.length} expected ${expected === 0 ? 'none' : (few && minArgs < wanted.length ? 'at least ' : '') + String(expected)}; it is called as ${printSignature(name, signature)}.`,
      '42I13',
    );
  }
  for (const [i, arg] of args.entries()) {
    if (containsAggregate(arg, checking.environment)) {
      throw failure(
        checking,
        arg.span,
        "Procedure call cannot take an aggregating function as argument, please add a 'WITH' to your statement.",
        '42I24',
      );
    }
    const type = checkExpression(checking, arg, scope, PLAIN);
    expectType(checking, arg, type, expectedTypes(wanted[i]?.type ?? 'ANY'));
  }
}

/** `name(argument :: TYPE, …)`, where `= …` marks what may be left out. */
function printSignature(name: string, { args, minArgs }: ProcedureSignature): string {
  const printed = args.map((arg, i) => `${arg.name}${i < minArgs ? '' : ' = …'} :: ${arg.type}`);
  return `${name}(${printed.join(', ')})`;
}

const STATIC_TYPES: ReadonlyMap<string, StaticType> = new Map([
  ['BOOLEAN', 'Boolean'],
  ['INTEGER', 'Integer'],
  ['FLOAT', 'Float'],
  ['STRING', 'String'],
  ['MAP', 'Map'],
  ['NODE', 'Node'],
  ['RELATIONSHIP', 'Relationship'],
  ['PATH', 'Path'],
  ['POINT', 'Point'],
  ['DURATION', 'Duration'],
  ['DATE', 'Date'],
  ['ZONED TIME', 'Time'],
  ['LOCAL TIME', 'LocalTime'],
  ['LOCAL DATETIME', 'LocalDateTime'],
  ['ZONED DATETIME', 'DateTime'],
]);

/** The static type of a column or argument, from its Cypher type. */
export function staticTypeOf(type: string): StaticType {
  const list = /^LIST<(.*)>$/.exec(type)?.[1];
  return list === undefined ? (STATIC_TYPES.get(type) ?? 'Any') : listOf(staticTypeOf(list));
}

/** What an argument may be: an INTEGER passes for a FLOAT, a node or relationship for a MAP. */
function expectedTypes(type: string): readonly StaticType[] {
  if (type === 'NUMBER') return NUMBER;
  if (type === 'MAP') return ['Map', 'Node', 'Relationship'];
  if (type.startsWith('LIST<')) return [ANY_LIST];
  return type === 'TEMPORAL' ? TEMPORAL : [staticTypeOf(type)];
}
