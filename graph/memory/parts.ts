/** A graph as the arrays it consists of: a store puts them away and takes them up again without looking at each value. */
import { Column, type ColumnParts } from './column.ts';
import type { Columns } from './columns.ts';
import type { ConstraintDefinition, Entity, IndexDefinition, KeyId, LabelId } from './graph.ts';
import { ABSENT_NODE } from './nodes.ts';
import type { RelationshipParts } from './relationships.ts';

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
  readonly relationships: RelationshipParts;
  readonly properties: readonly {
    readonly entity: Entity;
    readonly key: KeyId;
    readonly column: ColumnParts;
  }[];
  readonly indexes: readonly IndexDefinition[];
  readonly constraints: readonly ConstraintDefinition[];
}

/** What is committed: views of the columns, to be read before anything is written. No snapshot may need an older value. */
export function partsOf(columns: Columns): GraphParts {
  const { labels, types, keys, namesCommitted } = columns;
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
    nodes: columns.nodes.parts(),
    relationships: columns.relationships.parts(),
    properties,
    indexes: columns.schema.indexDefinitions,
    constraints: columns.schema.constraintDefinitions,
  };
}

/** Fills empty columns; names and schema are the caller's to fill. The arrays become the columns' own. */
export function fillFrom(columns: Columns, parts: GraphParts): void {
  const { nodes, relationships, counts, labelSets } = columns;
  // in the order of their numbers, which so stay what they were
  for (const labels of parts.labelSets) labelSets.of(labels);
  nodes.take(parts.nodes);
  for (let node = 0; node < nodes.end; node += 1) {
    const labelSet = nodes.get(node);
    if (labelSet === ABSENT_NODE) continue;
    counts.nodes++;
    for (const label of labelSets.labels(labelSet)) {
      columns.labelled(label).add(node);
      counts.addLabel(label, 1);
    }
  }
  relationships.take(parts.relationships);
  const sets = columns.types.names.map((_, type) => columns.typed(type));
  for (let id = 0; id < relationships.end; id += 1)
    if (relationships.get(id)) sets[relationships.type(id)]!.add(id);
  sets.forEach(({ size }, type) => {
    counts.relationships += size;
    counts.addType(type, size);
  });
  for (const { entity, key, column } of parts.properties)
    columns.columnsOf(entity)[key] = Column.of(entity, column);
}
