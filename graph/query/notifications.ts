/** What a statement's author may want to know though nothing is wrong: names that the graph has never seen. */
import { positionAt } from '../errors.ts';
import type { Reader } from '../memory/graph.ts';
import type { Notification } from '../result.ts';
import type { LabelExpression, NodePattern, RelationshipPattern, Statement } from './ast.ts';
import { eachPart } from './plan/walk.ts';

interface Named {
  readonly kind: 'label' | 'type' | 'key';
  readonly name: string;
  readonly offset: number;
}

const WORDS = {
  label: {
    code: 'Neo.ClientNotification.Statement.UnknownLabelWarning',
    title: 'The provided label is not in the database.',
    what: 'label name',
  },
  type: {
    code: 'Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning',
    title: 'The provided relationship type is not in the database.',
    what: 'relationship type',
  },
  key: {
    code: 'Neo.ClientNotification.Statement.UnknownPropertyKeyWarning',
    title: 'The provided property key is not in the database',
    what: 'property name',
  },
} as const;

/** Neo4j's warnings about labels, types and keys that are in no node or relationship; only where they are looked for. */
export function notificationsOf(statement: Statement, text: string, tx: Reader): Notification[] {
  const found = new Map<string, Notification>();
  for (const { kind, name, offset } of lookedFor(statement)) {
    const table = kind === 'label' ? tx.labels : kind === 'type' ? tx.types : tx.keys;
    if (table.find(name) >= 0 || found.has(`${kind} ${name}`)) continue;
    const { code, title, what } = WORDS[kind];
    found.set(`${kind} ${name}`, {
      code,
      title,
      description: `One of the ${kind === 'key' ? 'property names' : kind === 'type' ? 'relationship types' : 'labels'} in your query is not available in the database, make sure you didn't misspell it or that the label is available when you run this statement in your application (the missing ${what} is: ${name})`,
      severity: 'WARNING',
      position: positionAt(text, offset),
    });
  }
  return [...found.values()];
}

/** A statement is run many times, and says the same each time. */
const known = new WeakMap<Statement, readonly Named[]>();

function lookedFor(statement: Statement): readonly Named[] {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const named: Named[] = [];
  eachPart(statement.body, (part) => {
    switch (part['kind']) {
      // what is made need not be there
      case 'Create':
      case 'Merge':
      case 'CreateConstraint':
      case 'CreateIndex':
        return false;
      case 'NodePattern':
        named.push(...names((part as unknown as NodePattern).labels, 'label'));
        return true;
      case 'RelationshipPattern':
        named.push(...names((part as unknown as RelationshipPattern).types, 'type'));
        return true;
      default:
        return true;
    }
  });
  known.set(statement, named);
  return named;
}

function names(expression: LabelExpression | null, kind: 'label' | 'type'): Named[] {
  if (expression === null) return [];
  switch (expression.kind) {
    case 'Label':
      return 'name' in expression.label
        ? [{ kind, name: expression.label.name, offset: expression.label.span.start }]
        : [];
    case 'LabelAnd':
    case 'LabelOr':
      return [...names(expression.left, kind), ...names(expression.right, kind)];
    default:
      return [];
  }
}
