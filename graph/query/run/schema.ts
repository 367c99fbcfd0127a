import { CypherError } from '../../errors.ts';
import type { ConstraintDefinition, IndexDefinition } from '../../memory/graph.ts';
import type { CreateConstraint, CreateIndex, DropSchema, SchemaCommand, SchemaName } from '../ast.ts';
import type { Evaluate } from '../runtime.ts';
import { checkOptions } from './schema-options.ts';
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
/** @param options what OPTIONS gives; null where it is not written */
export function schemaCommand(
  about: About,
  command: SchemaCommand,
  options: Evaluate | null = null,
): Operator {
  return {
    about,
    children: [],
    // eslint-disable-next-line require-yield -- a command gives no rows
    *open(context) {
      const name = nameOf(command.name, context);
      if (command.kind !== 'DropIndex' && command.kind !== 'DropConstraint') {
        checkOptions(
          command.kind === 'CreateIndex' ? command.index : 'range',
          options === null ? null : options([], context),
        );
      }
      switch (command.kind) {
        case 'CreateIndex':
          unlessThere(command.ifNotExists, () => {
            context.writing().createIndex(indexOf(command, name));
            context.counters.indexesAdded += 1;
          });
          break;
        case 'CreateConstraint':
          unlessThere(command.ifNotExists, () => {
            context.writing().createConstraint(constraintOf(command, name));
            context.counters.constraintsAdded += 1;
          });
          break;
        case 'DropIndex':
        case 'DropConstraint':
          drop(command, name, context);
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

/** Empty where none is given. @throws CypherError a parameter is no name */
function nameOf(name: SchemaName | null, context: RunContext): string {
  if (name === null || typeof name === 'string') return name ?? '';
  const value = context.parameters.get(name.name);
  if (typeof value === 'string' && value !== '') return value;
  throw new CypherError(
    'Neo.ClientError.Statement.ParameterMissing',
    `Expected parameter $${name.name} to be a non-empty STRING: it names an index or a constraint.`,
    { gql: '42N31' },
  );
}

/** An empty name lets the graph make one up. */
const indexOf = (command: CreateIndex, name: string): IndexDefinition => ({
  name,
  kind: command.index,
  entity: command.entity,
  labelsOrTypes: command.labelsOrTypes,
  properties: command.properties,
  constraint: null,
});

const constraintOf = (command: CreateConstraint, name: string): ConstraintDefinition => ({
  name,
  kind: command.constraint,
  entity: command.entity,
  labelOrType: command.labelOrType,
  properties: command.properties,
  type: command.type,
});

function drop({ kind, ifExists }: DropSchema, name: string, context: RunContext): void {
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
