import type { Columns } from './columns.ts';
import type { ConstraintDefinition, IndexDefinition, NodeRecord, RelationshipRecord } from './graph.ts';
import { LazyIndex } from './index/build.ts';
import { fillFrom, type GraphParts } from './parts.ts';
import type { ConstraintState } from './schema.ts';
import { Schema } from './schema.ts';

/**
 * Fills an empty graph with records under the ids that they had, in ascending order, and in the order names, nodes,
 * relationships, schema. Nothing is checked against constraints: it was when it was committed.
 */
export class Loader {
  readonly #columns: Columns;
  readonly #labelSets = new Map<string, number>();

  constructor(columns: Columns) {
    if (columns.version !== 0 || columns.nodesEnd !== 0) throw new Error('The graph is not empty.');
    this.#columns = columns;
  }

  /** Everything at once, as `MemoryGraph.parts` gave it; nothing else is to be called then. */
  parts(parts: GraphParts): void {
    for (const kind of ['labels', 'types', 'keys'] as const) this.names(kind, parts.names[kind]);
    fillFrom(this.#columns, parts);
    this.finish(parts.indexes, parts.constraints, parts.version);
  }

  /** Names in the order of their ids. */
  names(kind: 'labels' | 'types' | 'keys', names: Iterable<string>): void {
    for (const name of names) this.#columns[kind].ensure(name);
  }

  node(record: NodeRecord): void {
    const columns = this.#columns;
    const key = record.labels.join(' ');
    let labelSet = this.#labelSets.get(key);
    if (labelSet === undefined) this.#labelSets.set(key, (labelSet = columns.labelSets.of(record.labels)));
    columns.nodes.create(labelSet, record.id);
    columns.counts.nodes++;
    for (const label of record.labels) {
      columns.labelled(label).add(record.id);
      columns.counts.addLabel(label, 1);
    }
    for (const [property, value] of record.properties) columns.column('node', property).set(record.id, value);
  }

  relationship(record: RelationshipRecord): void {
    const columns = this.#columns;
    columns.relationships.create(record.type, record.source, record.target, record.id);
    columns.counts.relationships++;
    columns.counts.addType(record.type, 1);
    columns.typed(record.type).add(record.id);
    for (const [property, value] of record.properties) {
      columns.column('relationship', property).set(record.id, value);
    }
  }

  /**
   * Sets up the indexes (those of a new graph where null is given), each built when it is first needed, and makes everything
   * visible to transactions that begin from now on.
   *
   * @param version how many commits there were
   */
  finish(
    indexes: readonly IndexDefinition[] | null,
    constraints: readonly ConstraintDefinition[],
    version = 0,
  ): void {
    const columns = this.#columns;
    const states = constraints.map((definition): ConstraintState => ({
      definition,
      token: (definition.entity === 'node' ? columns.labels : columns.types).ensure(definition.labelOrType),
      keys: definition.properties.map((property) => columns.keys.ensure(property)),
    }));
    columns.schema = new Schema(
      (indexes ?? columns.schema.indexDefinitions).map((definition) => new LazyIndex(columns, definition)),
      states,
    );
    columns.nodesEnd = columns.nodes.end;
    columns.relationshipsEnd = columns.relationships.end;
    columns.namesCommitted = {
      labels: columns.labels.size,
      types: columns.types.size,
      keys: columns.keys.size,
    };
    columns.version = version;
  }
}
