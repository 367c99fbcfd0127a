/**
 * The GQLSTATUS conditions that a statement of ours can fail with: Neo4j 2026.08.1 gives the same, which
 * test/store/errors.test.ts compares. Neo4j 5.26 knows few of them and says `50N42`, an unexpected error, for the others.
 *
 * @see https://neo4j.com/docs/status-codes/current/errors/gql-errors/
 */

/** What the first two characters of a status say. */
const CLASSES: Readonly<Record<string, string>> = {
  '08': 'connection exception',
  '22': 'data exception',
  '25': 'invalid transaction state',
  '42': 'syntax error or access rule violation',
  '50': 'general processing exception',
  '51': 'system configuration or operation exception',
  '52': 'procedure exception',
  G1: 'dependent object error',
};

/** What the condition adds to its class. */
const CONDITIONS = {
  '08N03': 'failed to write to graph',
  '22000': '',
  '22003': 'numeric value out of range',
  '22007': 'invalid date, time, or datetime format',
  '22012': 'division by zero',
  '22G03': 'invalid value type',
  '22G05': 'invalid date, time, or datetime function field name',
  '22G08': 'invalid duration function field value',
  '22G0I': 'invalid duration field',
  '22N01': 'invalid type',
  '22N03': 'specified numeric value out of range',
  '22N04': 'invalid input value',
  '22N10': 'invalid pre-parser option value',
  '22N11': 'invalid argument',
  '22N12': 'invalid date, time, or datetime format',
  '22N15': 'invalid temporal component',
  '22N21': 'unsupported coordinate reference system',
  '22N23': 'invalid latitude value',
  '22N26': 'unsupported rounding mode',
  '22N27': 'invalid entity type',
  '22N28': 'overflow error',
  '22N31': 'invalid properties in merge pattern',
  '22N34': 'invalid use of aggregate function',
  '22N36': 'invalid temporal format',
  '22N38': 'invalid function argument',
  '22N39': 'unsupported property value type',
  '22N40': 'non-assignable temporal component',
  '22N43': 'unable to load external resource',
  '22N64': 'constraint does not exist',
  '22N65': 'equivalent constraint already exists',
  '22N67': 'duplicated constraint name',
  '22N69': 'index does not exist',
  '22N70': 'equivalent index already exists',
  '22N71': 'duplicated index name',
  '22N73': 'constraint conflicts with existing index',
  '22N74': 'index conflicts with existing constraint',
  '22N77': 'property presence verification failed',
  '22N78': 'property type verification failed',
  '22N79': 'property uniqueness constraint violated',
  '22N80': 'index entry conflict',
  '22NB1': 'type mismatch',
  '22NBC': 'index belongs to constraint',
  '25N01': 'invalid combination of statement types',
  '25N05': 'transaction terminated or closed',
  '25N13': 'cannot access entity after removal',
  '25N14': 'transaction termination client error',
  '25N15': 'transaction termination transient error',
  '25N17': 'implicit transaction required',
  '42001': 'invalid syntax',
  '42I01': 'invalid FOREACH',
  '42I02': 'invalid comment',
  '42I04': 'invalid expression',
  '42I06': 'invalid input',
  '42I07': 'invalid integer literal',
  '42I08': 'invalid lower bound',
  '42I13': 'invalid number of procedure or function arguments',
  '42I14': 'invalid number of relationship types',
  '42I15': 'invalid number of statements',
  '42I16': 'invalid point',
  '42I17': 'invalid quantifier',
  '42I18': 'reference to non-grouping sub-expression',
  '42I19': 'invalid string literal',
  '42I20': 'invalid symbol in expression',
  '42I24': 'invalid use of aggregate function',
  '42I25': 'invalid use of CALL IN TRANSACTIONS',
  '42I26': 'invalid DELETE',
  '42I27': 'invalid use of DISTINCT with non-aggregate function',
  '42I28': 'invalid use of importing WITH',
  '42I30': 'invalid use of label expressions',
  '42I32': 'invalid use of node and relationship pattern predicate',
  '42I34': 'invalid use of pattern expression',
  '42I36': 'invalid use of REPORT STATUS',
  '42I37': 'invalid use of RETURN *',
  '42I38': 'invalid position of clause',
  '42I40': 'invalid use of UNION and UNION ALL',
  '42I41': 'invalid use of variable length relationship',
  '42I43': 'invalid use of YIELD *',
  '42I45': 'invalid use of multiple path patterns',
  '42I47': 'parser error',
  '42I48': 'invalid use of a subquery in MERGE',
  '42I49': 'invalid inequality operator',
  '42I51': 'invalid call signature',
  '42I52': 'no longer valid syntax',
  '42I56': 'invalid relationship direction',
  '42I63': 'wrong subclause order',
  '42N00': 'graph reference not found',
  '42N02': 'writing in read access mode',
  '42N07': 'variable shadowing',
  '42N08': 'no such procedure',
  '42N19': 'duplicate clause',
  '42N21': 'unaliased return item',
  '42N22': 'single return column required',
  '42N23': 'missing reference to aggregation function',
  '42N24': 'missing WITH',
  '42N25': 'missing YIELD',
  '42N28': 'patterns or variables not statically inferrable',
  '42N29': 'unbound variables in pattern expression',
  '42N31': 'specified number out of range',
  '42N32': 'invalid use of parameter map',
  '42N36': 'procedure call without parentheses',
  '42N38': 'duplicate return item name',
  '42N3A': 'incompatible conditional queries',
  '42N39': 'incompatible return column names',
  '42N40': 'single relationship pattern required',
  '42N44': 'inaccessible variable',
  '42N48': 'no such function',
  '42N49': 'unsupported normal form',
  '42N50': 'procedure return column not defined',
  '42N53': 'unsafe usage of repeatable elements',
  '42N57': 'invalid use of data-modifications in expressions',
  '42N58': 'unsupported use of nesting',
  '42N59': 'variable already defined',
  '42N61': 'unsupported mixing of different path modes',
  '42N62': 'variable not defined',
  '42N70': 'function without required WHERE clause',
  '42N71': 'incomplete query',
  '42N78': 'variable already bound',
  '42N81': 'missing request parameter',
  '50N00': 'internal error',
  '50N10': 'index drop failed',
  '50N11': 'constraint creation failed',
  '50N12': 'constraint drop failed',
  '50N42': 'unexpected error',
  '51N27': 'not supported in this edition',
  '52N37': 'procedure execution error',
  '52U00': 'custom procedure execution error cause',
  G1001: 'edges still exist',
} as const;

export type Condition = keyof typeof CONDITIONS;

/** A condition, or a condition and the closer one that is its cause. */
export type GqlCondition = Condition | readonly [whole: Condition, cause: Condition];

export interface GqlStatus {
  /** Five characters: `42001`. */
  readonly gqlStatus: string;
  /** `error: syntax error or access rule violation - invalid syntax`. */
  readonly description: string;
  /** The closer condition, where Neo4j tells one: `42N62`, a variable that is not defined. */
  readonly cause: GqlStatus | null;
}

/** Neo4j's status codes whose errors mostly say no more than this; the first whose beginning fits counts. */
const BY_CODE: readonly (readonly [prefix: string, condition: GqlCondition])[] = [
  ['Neo.ClientError.Statement.SyntaxError', '42001'],
  ['Neo.ClientError.Statement.TypeError', ['22G03', '22N01']],
  ['Neo.ClientError.Statement.ArithmeticError', '22003'],
  ['Neo.ClientError.Statement.ArgumentError', ['22000', '22N11']],
  ['Neo.ClientError.Statement.EntityNotFound', '25N13'],
  ['Neo.ClientError.Transaction.Terminated', '25N14'],
  ['Neo.ClientError.Transaction.TransactionTimedOut', '25N14'],
  ['Neo.TransientError.Transaction', '25N15'],
];

/** @param code the Neo4j status code, which decides where no condition is named */
export function gqlStatusOf(code: string, condition: GqlCondition | undefined): GqlStatus {
  const named = condition ?? BY_CODE.find(([prefix]) => code.startsWith(prefix))?.[1] ?? '50N42';
  if (typeof named !== 'string') return status(named[0], status(named[1], null));
  // every fault of a statement's text is one of invalid syntax; but of 42N78 Neo4j says only itself
  const inSyntax = named.startsWith('42') && named !== '42001' && named !== '42N78';
  return inSyntax ? status('42001', status(named, null)) : status(named, null);
}

function status(condition: Condition, cause: GqlStatus | null): GqlStatus {
  const description = ['error:', CLASSES[condition.slice(0, 2)] ?? ''].join(' ');
  const detail = CONDITIONS[condition];
  return {
    gqlStatus: condition,
    description: detail === '' ? description : `${description} - ${detail}`,
    cause,
  };
}
