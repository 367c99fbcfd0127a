import type { ConstraintDefinition, Entity, IndexDefinition, KeyId } from './graph.ts';
import type { FulltextIndex } from './fulltext/fulltext-index.ts';
import type { PropertyIndex } from './index/property-index.ts';

/** An index with what it holds. */
export interface IndexState {
  readonly definition: IndexDefinition;
  /** The ids of its labels or types, and of its properties. */
  readonly tokens: readonly number[];
  readonly keys: readonly KeyId[];
  /** For range, text and point indexes. */
  readonly property: PropertyIndex | null;
  readonly fulltext: FulltextIndex | null;
  /** Set where a unique or key constraint owns it. */
  readonly unique: boolean;
  /**
   * Builds it where that was put off. It is to be called before anything that it covers changes: what it is built from later
   * is what the writer sees, and snapshots need what was there before as well.
   */
  ready(): void;
}

export interface ConstraintState {
  readonly definition: ConstraintDefinition;
  readonly token: number;
  readonly keys: readonly KeyId[];
}

const NONE: readonly IndexState[] = [];

/** The label and the type lookup that every new graph has, under the names that Neo4j gives them. */
const LOOKUPS: readonly IndexState[] = (
  [
    ['index_343aff4e', 'node'],
    ['index_f7700477', 'relationship'],
  ] as const
).map(([name, entity]) => ({
  definition: { name, kind: 'lookup', entity, labelsOrTypes: [], properties: [], constraint: null },
  tokens: [],
  keys: [],
  property: null,
  fulltext: null,
  unique: false,
  ready: () => {},
}));

/** The indexes and constraints at one moment; changing them makes a new schema. */
export class Schema {
  readonly indexes: readonly IndexState[];
  readonly constraints: readonly ConstraintState[];
  readonly indexDefinitions: readonly IndexDefinition[];
  readonly constraintDefinitions: readonly ConstraintDefinition[];
  readonly #byName: ReadonlyMap<string, IndexState>;
  readonly #byKey: Record<Entity, IndexState[][]> = { node: [], relationship: [] };
  readonly #byToken: Record<Entity, IndexState[][]> = { node: [], relationship: [] };
  readonly #constraints: Record<Entity, ConstraintState[]> = { node: [], relationship: [] };

  static ofNewGraph(): Schema {
    return new Schema(LOOKUPS, []);
  }

  constructor(indexes: readonly IndexState[], constraints: readonly ConstraintState[]) {
    this.indexes = indexes;
    this.constraints = constraints;
    this.indexDefinitions = indexes.map((index) => index.definition);
    this.constraintDefinitions = constraints.map((constraint) => constraint.definition);
    this.#byName = new Map(indexes.map((index) => [index.definition.name, index]));
    for (const index of indexes) {
      const { entity } = index.definition;
      for (const key of index.keys) (this.#byKey[entity][key] ??= []).push(index);
      for (const token of index.tokens) (this.#byToken[entity][token] ??= []).push(index);
    }
    for (const constraint of constraints) this.#constraints[constraint.definition.entity].push(constraint);
  }

  index(name: string): IndexState | undefined {
    return this.#byName.get(name);
  }
  indexesOnKey(entity: Entity, key: KeyId): readonly IndexState[] {
    return this.#byKey[entity][key] ?? NONE;
  }
  indexesOnToken(entity: Entity, token: number): readonly IndexState[] {
    return this.#byToken[entity][token] ?? NONE;
  }
  constraintsOn(entity: Entity): readonly ConstraintState[] {
    return this.#constraints[entity];
  }

  withIndex(index: IndexState): Schema {
    return new Schema([...this.indexes, index], this.constraints);
  }
  withoutIndex(name: string): Schema {
    return new Schema(
      this.indexes.filter((index) => index.definition.name !== name),
      this.constraints,
    );
  }
  withConstraint(constraint: ConstraintState): Schema {
    return new Schema(this.indexes, [...this.constraints, constraint]);
  }
  /** The index it owns goes with it. */
  withoutConstraint(name: string): Schema {
    return new Schema(
      this.indexes.filter((index) => index.definition.constraint !== name),
      this.constraints.filter((constraint) => constraint.definition.name !== name),
    );
  }
}
