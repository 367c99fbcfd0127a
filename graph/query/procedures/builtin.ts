/** The procedures that are always there: Neo4j's own, as far as drivers, tools and people rely on them. */
import { CypherError } from '../../errors.ts';
import type { IndexDefinition, Reader } from '../../memory/graph.ts';
import { ANALYZER } from '../run/schema-options.ts';
import { NodeRef, RelationshipRef, type RunValue } from '../runtime.ts';
import type { RunContext } from '../run/context.ts';
import { ProcedureRegistry, type Procedure, type ProcedureField } from './registry.ts';
import { nodeTypeProperties, relationshipTypeProperties, visualization } from './schema-procedures.ts';

const field = (name: string, type: string): ProcedureField => ({ name, type });

/** Names that something in the graph bears. */
function* namesInUse(table: Reader['labels'], count: (id: number) => number): Generator<RunValue[]> {
  for (let id = 0; id < table.size; id += 1) if (count(id) > 0) yield [table.name(id)];
}

function* propertyKeys({ tx }: RunContext): Generator<RunValue[]> {
  for (let id = 0; id < tx.keys.size; id += 1) yield [tx.keys.name(id)];
}

function fulltextIndex(tx: Reader, name: RunValue, entity: IndexDefinition['entity']): IndexDefinition {
  const index = tx.indexes().find((each) => each.name === name && each.kind === 'fulltext');
  if (index === undefined) {
    throw new CypherError(
      'Neo.ClientError.Procedure.ProcedureCallFailed',
      `Failed to invoke procedure \`db.index.fulltext.query${entity === 'node' ? 'Nodes' : 'Relationships'}\`: Caused by: java.lang.IllegalArgumentException: There is no such fulltext schema index: ${String(name)}`,
      { gql: ['52N37', '52U00'] },
    );
  }
  if (index.entity !== entity) {
    throw new CypherError(
      'Neo.ClientError.Procedure.ProcedureCallFailed',
      `The '${String(name)}' index is an index on ${index.entity === 'node' ? 'nodes' : 'relationships'}, so it cannot be queried for ${entity === 'node' ? 'nodes' : 'relationships'}.`,
    );
  }
  return index;
}

function* fulltext(
  entity: IndexDefinition['entity'],
  [name = null, query = null, options = null]: readonly RunValue[],
  { tx }: RunContext,
): Generator<RunValue[]> {
  const option = (key: string, otherwise: number): number => {
    const value = options instanceof Map ? (options as ReadonlyMap<string, RunValue>).get(key) : undefined;
    return typeof value === 'bigint' ? Number(value) : otherwise;
  };
  const index = fulltextIndex(tx, name, entity);
  if (typeof query !== 'string') return;
  const skip = option('skip', 0);
  const limit = option('limit', Number.MAX_SAFE_INTEGER);
  const hits = tx.search(index, query, limit === Number.MAX_SAFE_INTEGER ? limit : skip + limit);
  for (const { id, score } of hits.slice(skip)) {
    yield [entity === 'node' ? new NodeRef(id) : new RelationshipRef(id), score];
  }
}

const fulltextArguments = [
  field('indexName', 'STRING'),
  field('queryString', 'STRING'),
  { ...field('options', 'MAP'), default: new Map<string, RunValue>() },
];

const PROCEDURES: readonly Procedure[] = [
  {
    name: 'db.labels',
    mode: 'READ',
    description: 'List all labels attached to nodes within a database.',
    arguments: [],
    results: [field('label', 'STRING')],
    call: (_args, { tx }) => namesInUse(tx.labels, (id) => tx.countNodes(id)),
  },
  {
    name: 'db.relationshipTypes',
    mode: 'READ',
    description: 'List all types attached to relationships within a database.',
    arguments: [],
    results: [field('relationshipType', 'STRING')],
    call: (_args, { tx }) => namesInUse(tx.types, (id) => tx.countRelationships(id)),
  },
  {
    name: 'db.propertyKeys',
    mode: 'READ',
    description: 'List all property keys in the database.',
    arguments: [],
    results: [field('propertyKey', 'STRING')],
    call: (_args, context) => propertyKeys(context),
  },
  {
    name: 'db.schema.visualization',
    mode: 'READ',
    description: 'Visualizes the schema of the data based on available statistics.',
    arguments: [],
    results: [field('nodes', 'LIST<NODE>'), field('relationships', 'LIST<RELATIONSHIP>')],
    call: (_args, context) => visualization(context),
  },
  {
    name: 'db.schema.nodeTypeProperties',
    mode: 'READ',
    description: 'Show the derived property schema of the nodes in tabular form.',
    arguments: [],
    results: [
      field('nodeType', 'STRING'),
      field('nodeLabels', 'LIST<STRING>'),
      field('propertyName', 'STRING'),
      field('propertyTypes', 'LIST<STRING>'),
      field('mandatory', 'BOOLEAN'),
    ],
    call: (_args, context) => nodeTypeProperties(context),
  },
  {
    name: 'db.schema.relTypeProperties',
    mode: 'READ',
    description: 'Show the derived property schema of the relationships in tabular form.',
    arguments: [],
    results: [
      field('relType', 'STRING'),
      field('propertyName', 'STRING'),
      field('propertyTypes', 'LIST<STRING>'),
      field('mandatory', 'BOOLEAN'),
    ],
    call: (_args, context) => relationshipTypeProperties(context),
  },
  {
    name: 'db.index.fulltext.queryNodes',
    mode: 'READ',
    description:
      'Query the given full-text index. Returns the matching nodes and their Lucene query score, ordered by score.',
    arguments: fulltextArguments,
    results: [field('node', 'NODE'), field('score', 'FLOAT')],
    call: (args, context) => fulltext('node', args, context),
  },
  {
    name: 'db.index.fulltext.queryRelationships',
    mode: 'READ',
    description:
      'Query the given full-text index. Returns the matching relationships and their Lucene query score, ordered by score.',
    arguments: fulltextArguments,
    results: [field('relationship', 'RELATIONSHIP'), field('score', 'FLOAT')],
    call: (args, context) => fulltext('relationship', args, context),
  },
  {
    name: 'db.awaitIndexes',
    mode: 'READ',
    description: 'Wait for all indexes to come online.',
    arguments: [{ ...field('timeOutSeconds', 'INTEGER'), default: 300n }],
    results: [],
    // an index is complete when the statement that made it ends
    call: () => [],
  },
  {
    name: 'db.awaitIndex',
    mode: 'READ',
    description: 'Wait for an index to come online.',
    arguments: [field('indexName', 'STRING'), { ...field('timeOutSeconds', 'INTEGER'), default: 300n }],
    results: [],
    call: ([name = null], { tx }) => {
      if (tx.indexes().some((index) => index.name === name)) return [];
      throw new CypherError('Neo.ClientError.Schema.IndexNotFound', `No such index '${String(name)}'`);
    },
  },
  {
    name: 'db.index.fulltext.awaitEventuallyConsistentIndexRefresh',
    mode: 'READ',
    description:
      'Wait for the updates from recently committed transactions to be applied to any eventually-consistent full-text indexes.',
    arguments: [],
    results: [],
    // every index is up to date at the commit
    call: () => [],
  },
  {
    name: 'db.index.fulltext.listAvailableAnalyzers',
    mode: 'READ',
    description: 'List the available analyzers that the full-text indexes can be configured with.',
    arguments: [],
    results: [
      field('analyzer', 'STRING'),
      field('description', 'STRING'),
      field('stopwords', 'LIST<STRING>'),
    ],
    call: () => [
      [
        ANALYZER,
        'The default analyzer. Words are split as Unicode has it, in lower case; none is left out.',
        [],
      ],
    ],
  },
  {
    name: 'db.createLabel',
    mode: 'WRITE',
    description: 'Create a label',
    arguments: [field('newLabel', 'STRING')],
    results: [],
    call: ([name = null], context) => {
      context.writing().ensureLabel(String(name));
      return [];
    },
  },
  {
    name: 'db.createRelationshipType',
    mode: 'WRITE',
    description: 'Create a RelationshipType',
    arguments: [field('newRelationshipType', 'STRING')],
    results: [],
    call: ([name = null], context) => {
      context.writing().ensureType(String(name));
      return [];
    },
  },
  {
    name: 'db.createProperty',
    mode: 'WRITE',
    description: 'Create a Property',
    arguments: [field('newProperty', 'STRING')],
    results: [],
    call: ([name = null], context) => {
      context.writing().ensureKey(String(name));
      return [];
    },
  },
  {
    name: 'db.resampleIndex',
    mode: 'READ',
    description: 'Schedule resampling of an index.',
    arguments: [field('indexName', 'STRING')],
    results: [],
    // counts are kept, not sampled
    call: ([name = null], { tx }) => {
      if (tx.indexes().some((index) => index.name === name)) return [];
      throw new CypherError('Neo.ClientError.Schema.IndexNotFound', `No such index '${String(name)}'`);
    },
  },
  {
    name: 'db.resampleOutdatedIndexes',
    mode: 'READ',
    description: 'Schedule resampling of all outdated indexes.',
    arguments: [],
    results: [],
    call: () => [],
  },
  {
    name: 'db.prepareForReplanning',
    mode: 'READ',
    description:
      'Triggers an index resample and waits for it to complete, and after that clears query caches.',
    arguments: [{ ...field('timeOutSeconds', 'INTEGER'), default: 300n }],
    results: [],
    // plans are made anew when indexes or sizes change
    call: () => [],
  },
  {
    name: 'db.ping',
    mode: 'READ',
    description: 'Answers at once.',
    arguments: [],
    results: [field('success', 'BOOLEAN')],
    call: () => [[true]],
  },
  {
    name: 'db.info',
    mode: 'READ',
    description: 'Provides information regarding the database.',
    arguments: [],
    results: [field('id', 'STRING'), field('name', 'STRING'), field('creationDate', 'STRING')],
    call: () => [['', 'neo4j', '']],
  },
  {
    name: 'dbms.components',
    mode: 'DBMS',
    description: 'List DBMS components and their versions.',
    arguments: [],
    results: [field('name', 'STRING'), field('versions', 'LIST<STRING>'), field('edition', 'STRING')],
    // tools read the version to decide what Cypher to write
    call: () => [['Neo4j Kernel', ['5.26.0'], 'embedded']],
  },
];

export const builtinProcedures = new ProcedureRegistry(PROCEDURES);
