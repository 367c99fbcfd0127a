import { CypherError } from '../../errors.ts';
import type { ConstraintDefinition, IndexDefinition } from '../../memory/graph.ts';
import type { CreateConstraint, CreateIndex, DropSchema, SchemaCommand } from '../ast.ts';
import type { RunContext } from './context.ts';
import type { About, Operator } from './operator.ts';

/** What `IF NOT EXISTS` forgives: the same thing, or another of the same name, is there. */
const EXISTS = new Set(
  [
    'EquivalentSchemaRuleAlreadyExists',
    'IndexWithNameAlreadyExists',
    'ConstraintWithNameAlreadyExists',
    'ConstraintAlreadyExists',
    'IndexAlreadyExists',
  ].map((code) => `Neo.ClientError.Schema.${code}`),
);

/** CREATE and DROP of indexes and constraints; gives no rows. */
export function schemaCommand(about: About, command: SchemaCommand): Operator {
  return {
    about,
    children: [],
    // eslint-disable-next-line require-yield -- a command gives no rows
    *open(context) {
      switch (command.kind) {
        case 'CreateIndex':
          unlessThere(command.ifNotExists, () => {
            context.writing().createIndex(indexOf(command));
            context.counters.indexesAdded += 1;
          });
          break;
        case 'CreateConstraint':
          unlessThere(command.ifNotExists, () => {
            context.writing().createConstraint(constraintOf(command));
            context.counters.constraintsAdded += 1;
          });
          break;
        case 'DropIndex':
        case 'DropConstraint':
          drop(command, context);
      }
    },
  };
}

function unlessThere(forgive: boolean, create: () => void): void {
  try {
    create();
  } catch (error) {
    if (!forgive || !(error instanceof CypherError) || !EXISTS.has(error.code)) throw error;
  }
}

/** An empty name lets the graph make one up. */
const indexOf = (command: CreateIndex): IndexDefinition => ({
  name: command.name ?? '',
  kind: command.index,
  entity: command.entity,
  labelsOrTypes: command.labelsOrTypes,
  properties: command.properties,
  constraint: null,
});

const constraintOf = (command: CreateConstraint): ConstraintDefinition => ({
  name: command.name ?? '',
  kind: command.constraint,
  entity: command.entity,
  labelOrType: command.labelOrType,
  properties: command.properties,
  type: command.type,
});

function drop({ kind, name, ifExists }: DropSchema, context: RunContext): void {
  const writer = context.writing();
  const isIndex = kind === 'DropIndex';
  const there = isIndex
    ? writer.indexes().some((index) => index.name === name)
    : writer.constraints().some((constraint) => constraint.name === name);
  if (ifExists && !there) return;
  if (isIndex) {
    writer.dropIndex(name);
    context.counters.indexesRemoved += 1;
  } else {
    writer.dropConstraint(name);
    context.counters.constraintsRemoved += 1;
  }
}
