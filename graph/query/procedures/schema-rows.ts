/** Indexes, constraints, functions and procedures as the rows of `SHOW`, with Neo4j's columns. */
import type { ConstraintDefinition, IndexDefinition, Reader } from '../../memory/graph.ts';
import { functions } from '../functions/registry.ts';
import { PROVIDERS } from '../run/schema-options.ts';
import type { CypherVersion } from '../ast.ts';
import type { RunValue } from '../runtime.ts';
import { signatureOf, type ProcedureRegistry } from './registry.ts';

export interface Listing {
  /** Those that are shown when nothing is said. */
  readonly columns: readonly string[];
  rows(): readonly Readonly<Record<string, RunValue>>[];
}

const quoted = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;

function indexStatement(index: IndexDefinition): string {
  const [open, close] = index.entity === 'node' ? ['(n:', ')'] : ['()-[n:', ']-()'];
  const names = index.labelsOrTypes.map(quoted).join('|');
  const on = index.properties.map((key) => `n.${quoted(key)}`).join(', ');
  const over = index.kind === 'fulltext' ? `EACH [${on}]` : `(${on})`;
  return `CREATE ${index.kind.toUpperCase()} INDEX ${quoted(index.name)} FOR ${open}${names}${close} ON ${over}`;
}

export function showIndexes(tx: Reader, filter: string | null): Listing {
  return {
    columns: [
      'id',
      'name',
      'state',
      'populationPercent',
      'type',
      'entityType',
      'labelsOrTypes',
      'properties',
      'indexProvider',
      'owningConstraint',
      'lastRead',
      'readCount',
    ],
    rows: () =>
      tx
        .indexes()
        .map((index, i) => ({ index, id: i + 1 }))
        .filter(({ index }) => filter === null || index.kind.toUpperCase() === filter)
        .toSorted((a, b) => (a.index.name < b.index.name ? -1 : 1))
        .map(({ index, id }) => ({
          id: BigInt(id),
          name: index.name,
          state: 'ONLINE',
          populationPercent: 100,
          type: index.kind.toUpperCase(),
          entityType: index.entity.toUpperCase(),
          labelsOrTypes: index.labelsOrTypes.length === 0 ? null : index.labelsOrTypes,
          properties: index.properties.length === 0 ? null : index.properties,
          indexProvider: PROVIDERS[index.kind],
          owningConstraint: index.constraint,
          lastRead: null,
          readCount: null,
          trackedSince: null,
          options: new Map<string, RunValue>([
            ['indexConfig', new Map()],
            ['indexProvider', PROVIDERS[index.kind]],
          ]),
          failureMessage: '',
          createStatement: indexStatement(index),
        })),
  };
}

const CONSTRAINT_TYPES: Readonly<Record<ConstraintDefinition['kind'], string>> = {
  unique: 'UNIQUENESS',
  key: 'KEY',
  exists: 'PROPERTY_EXISTENCE',
  typed: 'PROPERTY_TYPE',
};

function constraintType({ kind, entity }: ConstraintDefinition): string {
  const prefix = entity === 'relationship' ? 'RELATIONSHIP_' : kind === 'unique' ? '' : 'NODE_';
  return `${prefix}${CONSTRAINT_TYPES[kind]}`;
}

function constraintStatement(constraint: ConstraintDefinition): string {
  const name = quoted(constraint.labelOrType);
  const pattern = constraint.entity === 'node' ? `(n:${name})` : `()-[n:${name}]-()`;
  const properties = constraint.properties.map((key) => `n.${quoted(key)}`).join(', ');
  const is = {
    unique: 'IS UNIQUE',
    key: `IS ${constraint.entity.toUpperCase()} KEY`,
    exists: 'IS NOT NULL',
    typed: `IS :: ${constraint.type ?? ''}`,
  }[constraint.kind];
  return `CREATE CONSTRAINT ${quoted(constraint.name)} FOR ${pattern} REQUIRE (${properties}) ${is}`;
}

/** Says whether a filter (`NODE UNIQUE`, `KEY`, `PROPERTY EXISTENCE` …) means this constraint. */
function isMeant(constraint: ConstraintDefinition, filter: string | null): boolean {
  if (filter === null) return true;
  const words = filter.replace(/\bREL\b/, 'RELATIONSHIP').split(' ');
  const of = words.find((word) => word === 'NODE' || word === 'RELATIONSHIP');
  if (of !== undefined && of !== constraint.entity.toUpperCase()) return false;
  if (words.includes('TYPE')) return constraint.kind === 'typed';
  if (words.includes('KEY')) return constraint.kind === 'key';
  if (words.some((word) => word.startsWith('UNIQUE'))) return constraint.kind === 'unique';
  return constraint.kind === 'exists';
}

export function showConstraints(tx: Reader, filter: string | null): Listing {
  return {
    columns: [
      'id',
      'name',
      'type',
      'entityType',
      'labelsOrTypes',
      'properties',
      'ownedIndex',
      'propertyType',
    ],
    rows: () =>
      tx
        .constraints()
        .map((constraint, i) => ({ constraint, id: i + 1 }))
        .filter(({ constraint }) => isMeant(constraint, filter))
        .toSorted((a, b) => (a.constraint.name < b.constraint.name ? -1 : 1))
        .map(({ constraint, id }) => ({
          id: BigInt(id),
          name: constraint.name,
          type: constraintType(constraint),
          entityType: constraint.entity.toUpperCase(),
          labelsOrTypes: [constraint.labelOrType],
          properties: constraint.properties,
          ownedIndex: constraint.kind === 'unique' || constraint.kind === 'key' ? constraint.name : null,
          propertyType: constraint.type,
          options: null,
          createStatement: constraintStatement(constraint),
        })),
  };
}

/** `name :: TYPE` or `name = default :: TYPE`, as a row of SHOW describes an argument. */
function described(argument: string): RunValue {
  const [name = '', type = ''] = argument.split(/ :: /);
  return new Map<string, RunValue>([
    ['name', name.split(' = ')[0] ?? ''],
    ['description', argument],
    ['isDeprecated', false],
    ['type', type],
  ]);
}

/** The arguments of a signature, at the commas that are not inside `<…>`, and what it gives. */
function partsOf(signature: string): { readonly args: readonly string[]; readonly result: string } {
  const open = signature.indexOf('(');
  const close = signature.indexOf(')', open);
  const inside = signature.slice(open + 1, close);
  const args = inside.split(/, (?![^<]*>)/).filter((argument) => argument.includes(' :: '));
  return { args, result: signature.slice(close + 1).replace(/^ :: /, '') };
}

export function showFunctions(filter: string | null, version: CypherVersion): Listing {
  return {
    columns: ['name', 'category', 'description'],
    rows: () =>
      filter === 'USER DEFINED'
        ? []
        : functions
            .filter(({ since }) => since <= version)
            .map((definition) => ({
              name: definition.name,
              category: definition.category,
              description: definition.description,
              signature: definition.signature,
              isBuiltIn: true,
              argumentDescription: partsOf(definition.signature).args.map(described),
              returnDescription: partsOf(definition.signature).result,
              aggregating: definition.aggregate,
              isDeprecated: false,
            })),
  };
}

export function showProcedures(procedures: ProcedureRegistry): Listing {
  return {
    columns: ['name', 'description', 'mode', 'worksOnSystem'],
    rows: () =>
      procedures.all().map((procedure) => ({
        name: procedure.name,
        description: procedure.description,
        mode: procedure.mode,
        worksOnSystem: procedure.mode === 'DBMS',
        signature: signatureOf(procedure),
        argumentDescription: partsOf(signatureOf(procedure)).args.map(described),
        returnDescription: procedure.results.map(({ name, type }) => described(`${name} :: ${type}`)),
        admin: false,
        isDeprecated: false,
        option: new Map<string, RunValue>([['deprecated', false]]),
      })),
  };
}

export function showDatabases(): Listing {
  const names = [
    'name',
    'type',
    'aliases',
    'access',
    'address',
    'role',
    'writer',
    'requestedStatus',
    'currentStatus',
  ];
  return {
    columns: [...names, 'statusMessage', 'default', 'home', 'constituents'],
    rows: () => [
      {
        name: 'neo4j',
        type: 'standard',
        aliases: [],
        access: 'read-write',
        address: null,
        role: 'primary',
        writer: true,
        requestedStatus: 'online',
        currentStatus: 'online',
        statusMessage: '',
        default: true,
        home: true,
        constituents: [],
      },
    ],
  };
}
