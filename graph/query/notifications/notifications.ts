/**
 * What a statement's author may want to know though nothing is wrong: names that the graph has never seen, patterns that
 * cost more than they seem to, and what is going to be taken out of Cypher. Codes, words and places are Neo4j's; where a
 * name that is there comes near to one that is not, it is told as well.
 *
 * @see https://neo4j.com/docs/status-codes/current/notifications/all-notifications/
 */
import { positionsIn, type Position } from '../../errors.ts';
import type { Reader } from '../../memory/graph.ts';
import type { Notification } from '../../result.ts';
import type { Statement } from '../ast.ts';
import { nearest } from '../syntax-error.ts';
import { hintsOf } from './hints.ts';
import { namesLookedFor, type LookedFor } from './unknown-names.ts';

const UNKNOWN = {
  label: {
    code: 'UnknownLabelWarning',
    gqlStatus: '01N50',
    title: 'The provided label is not in the database.',
    words: ['labels', 'label name'],
  },
  type: {
    code: 'UnknownRelationshipTypeWarning',
    gqlStatus: '01N51',
    title: 'The provided relationship type is not in the database.',
    words: ['relationship types', 'relationship type'],
  },
  key: {
    code: 'UnknownPropertyKeyWarning',
    gqlStatus: '01N52',
    title: 'The provided property key is not in the database',
    words: ['property names', 'property name'],
  },
} as const;

/** What the text alone tells, found once for a statement. */
interface Told {
  readonly hints: readonly Notification[];
  readonly lookedFor: readonly LookedFor[];
}

const told = new WeakMap<Statement, Told>();

/**
 * @param writes of a statement that writes Neo4j tells no unknown names: it may be about to bring them
 * @param tx the graph whose names count
 */
export function notificationsOf(
  statement: Statement,
  text: string,
  writes: boolean,
  tx: Reader,
): readonly Notification[] {
  let known = told.get(statement);
  if (known === undefined) {
    const lookedFor = writes ? [] : namesLookedFor(statement);
    told.set(statement, (known = { hints: hintsOf(statement, text), lookedFor }));
  }
  const tables = { label: tx.labels, type: tx.types, key: tx.keys };
  const missing = known.lookedFor.filter(({ kind, name }) => tables[kind].find(name) < 0);
  if (missing.length === 0) return known.hints;
  const positionOf = positionsIn(text);
  const unknown = missing.map((name) => unknownName(name, positionOf(name.offset), tables[name.kind]));
  return [...unknown, ...known.hints];
}

function unknownName({ kind, name }: LookedFor, position: Position, names: Reader['labels']): Notification {
  const { code, gqlStatus, title, words } = UNKNOWN[kind];
  const meant = nearest(
    name,
    Array.from({ length: names.size }, (_, id) => names.name(id)),
  );
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  return {
    code: `Neo.ClientNotification.Statement.${code}`,
    gqlStatus,
    title,
    description: `One of the ${words[0]} in your query is not available in the database, make sure you didn't misspell it or that the label is available when you run this statement in your application (the missing ${words[1]} is: ${name})${hint}`,
    severity: 'WARNING',
    category: 'UNRECOGNIZED',
    position,
  };
}
