/** The columns of SHOW commands, and the rules of their YIELD. @see https://neo4j.com/docs/cypher-manual/5/indexes/search-performance-indexes/list-indexes/ */
import type { ShowCommand } from '../ast.ts';
import type { Checking } from './checking.ts';
import { failure } from './checking.ts';
import { nearest } from '../syntax-error.ts';
import { checkPredicate } from './expressions.ts';
import { checkProjection } from './projections.ts';
import { Scope } from './scope.ts';
import { PLAIN } from './usage.ts';

const words = (list: string): string[] => list.split(/\s+/);

/** Every column that each SHOW command can yield; `shown` of them, from the first, without YIELD. */
const COLUMNS: Readonly<Record<ShowCommand['what'], { all: readonly string[]; brief: readonly string[] }>> = {
  indexes: {
    all: words(
      'id name state populationPercent type entityType labelsOrTypes properties indexProvider owningConstraint lastRead readCount trackedSince options failureMessage createStatement',
    ),
    brief: words(
      'id name state populationPercent type entityType labelsOrTypes properties indexProvider owningConstraint lastRead readCount',
    ),
  },
  constraints: {
    all: words(
      'id name type entityType labelsOrTypes properties ownedIndex propertyType options createStatement',
    ),
    brief: words('id name type entityType labelsOrTypes properties ownedIndex propertyType'),
  },
  functions: {
    all: words(
      'name category description signature isBuiltIn argumentDescription returnDescription aggregating rolesExecution rolesBoostedExecution isDeprecated deprecatedBy',
    ),
    brief: words('name category description'),
  },
  procedures: {
    all: words(
      'name description mode worksOnSystem signature argumentDescription returnDescription admin rolesExecution rolesBoostedExecution isDeprecated deprecatedBy option',
    ),
    brief: words('name description mode worksOnSystem'),
  },
  databases: {
    all: words(
      'name type aliases access databaseID serverID address role writer requestedStatus currentStatus statusMessage default home currentPrimariesCount currentSecondariesCount requestedPrimariesCount requestedSecondariesCount creationTime lastStartTime lastStopTime store lastCommittedTxn replicationLag constituents options',
    ),
    brief: words(
      'name type aliases access address role writer requestedStatus currentStatus statusMessage default home constituents',
    ),
  },
};

/** The columns that a SHOW command can yield, in order. */
export const showColumns = (what: ShowCommand['what']): readonly string[] => COLUMNS[what].all;

/** @returns the columns that the command gives */
export function checkShow(checking: Checking, show: ShowCommand): string[] {
  const { what, yields, where, returns, span } = show;
  const { all, brief } = COLUMNS[what];
  const scope = (names: readonly string[]) =>
    new Scope(
      null,
      names.map((name) => [name, 'Any'] as const),
    );
  if (yields === null) {
    if (where !== null) checkPredicate(checking, where, scope(brief), PLAIN);
    return [...brief];
  }
  for (const { expression } of yields.items) {
    if (expression.kind === 'Variable' && all.includes(expression.name)) continue;
    const name = checking.text.slice(expression.span.start, expression.span.end);
    const meant = nearest(name, all);
    const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
    throw failure(checking, expression.span, `Trying to YIELD non-existing column: \`${name}\`${hint}`, [
      '42001',
      '22N04',
    ]);
  }
  const place = { span, base: null };
  const columns = yields.star
    ? scope(all)
    : checkProjection(checking, yields, scope(all), { ...place, clause: 'YIELD' });
  if (where !== null) checkPredicate(checking, where, columns, PLAIN);
  const last =
    returns === null ? columns : checkProjection(checking, returns, columns, { ...place, clause: 'RETURN' });
  return [...last.own()].map(([name]) => name);
}
