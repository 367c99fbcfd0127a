/** A graph as the arrays it consists of: a store puts them away and takes them up again without looking at each value. */
import { Column, type ColumnParts } from './column.ts';
import type { Columns } from './columns.ts';
import type { ConstraintDefinition, Entity, IndexDefinition, KeyId, LabelId } from './graph.ts';
import { ABSENT_NODE } from './nodes.ts';

/** Where an id has no relationship. */
const NO_TYPE = -1;

export interface GraphParts {
  /** How many commits there were. */
  readonly version: number;
  /** In the order of their ids. */
  readonly names: {
    readonly labels: readonly string[];
    readonly types: readonly string[];
    readonly keys: readonly string[];
  };
  readonly labelSets: readonly (readonly LabelId[])[];
  /** The place of its label set by node; -1 for none such. */
  readonly nodes: Int32Array<ArrayBuffer>;
  /** By relationship; the type -1 for none such. */
  readonly types: Int32Array<ArrayBuffer>;
  readonly sources: Int32Array<ArrayBuffer>;
  readonly targets: Int32Array<ArrayBuffer>;
  readonly properties: readonly {
    readonly entity: Entity;
    readonly key: KeyId;
    readonly column: ColumnParts;
  }[];
  readonly indexes: readonly IndexDefinition[];
  readonly constraints: readonly ConstraintDefinition[];
}

/** What is committed, while nothing is being written. To be read before the next transaction writes. */
export function partsOf(columns: Columns): GraphParts {
  const { nodes, relationships, labels, types, keys, namesCommitted } = columns;
  const typeAt = Int32Array.from({ length: columns.relationshipsEnd }, (_, id) =>
    relationships.get(id) ? relationships.type(id) : NO_TYPE,
  );
  const properties = (['node', 'relationship'] as const).flatMap((entity) =>
    columns.columnsOf(entity).flatMap((column, key) =>
      // a hole where no entity has had the key
      column === undefined || column.count === 0 ? [] : [{ entity, key, column: column.parts() }],
    ),
  );
  return {
    version: columns.version,
    names: {
      labels: labels.names.slice(0, namesCommitted.labels),
      types: types.names.slice(0, namesCommitted.types),
      keys: keys.names.slice(0, namesCommitted.keys),
    },
    labelSets: columns.labelSets.all(),
    nodes: Int32Array.from({ length: columns.nodesEnd }, (_, id) => nodes.get(id)),
    types: typeAt,
    sources: typeAt.map((type, id) => (type === NO_TYPE ? 0 : relationships.source(id))),
    targets: typeAt.map((type, id) => (type === NO_TYPE ? 0 : relationships.target(id))),
    properties,
    indexes: columns.schema.indexDefinitions,
    constraints: columns.schema.constraintDefinitions,
  };
}

/** Fills empty columns; names and schema are the caller's to fill. The arrays become the columns' own. */
export function fillFrom(columns: Columns, parts: GraphParts): void {
  const { nodes, relationships, counts } = columns;
  const labelSets = parts.labelSets.map((labels) => columns.labelSets.of(labels));
  parts.nodes.forEach((place, node) => {
    if (place === ABSENT_NODE) return;
    const labelSet = labelSets[place]!;
    nodes.create(labelSet, node);
    counts.nodes++;
    for (const label of columns.labelSets.labels(labelSet)) {
      columns.labelled(label).add(node);
      counts.addLabel(label, 1);
    }
  });
  const { types, sources, targets } = parts;
  const byType: number[] = columns.types.names.map(() => 0);
  const sets = byType.map((_, type) => columns.typed(type));
  for (let id = 0; id < types.length; id++) {
    const type = types[id]!;
    if (type === NO_TYPE) continue;
    relationships.create(type, sources[id]!, targets[id]!, id);
    byType[type]!++;
    sets[type]!.add(id);
  }
  byType.forEach((count, type) => {
    counts.relationships += count;
    counts.addType(type, count);
  });
  for (const { entity, key, column } of parts.properties) {
    columns.columnsOf(entity)[key] = Column.of(entity, column);
  }
}
