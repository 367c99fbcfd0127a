/** What is exported, as a stream of graph elements. */
import { elementsIn, idOf } from '../../graph/elements.ts';
import type { Node, Parameters, Relationship, Value } from '../../graph/model.ts';
import type { Store } from '../store/store.ts';
import { rowsOf } from './store-rows.ts';

/** The elements a statement gives, or those with these ids, as the picture shows them. */
export type Selection = { readonly statement: string; readonly parameters: Parameters } | PictureSelection;

/** Ids are `id` properties, or element ids where there is none. */
export interface PictureSelection {
  readonly nodes: readonly string[];
  /** Undefined for all among the nodes. */
  readonly relationships?: readonly string[] | undefined;
  readonly positions?: Readonly<Record<string, readonly [number, number]>> | undefined;
  readonly colors?: Readonly<Record<string, string>> | undefined;
  readonly sizes?: Readonly<Record<string, number>> | undefined;
}

export interface Elements {
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];
}

/** Where elements are read from. */
export interface Origin {
  readonly store: Store;
  /** The text of a named query of `cypher/queries/`. */
  readonly query: (name: string) => string;
  /** Aborting it stops the statement in the store. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number | undefined;
}

const BATCH_IDS = 1000;

/** The selected elements, a batch at a time; some may come more than once. @throws CypherError, StoreUnavailable */
export async function* selectedElements(selection: Selection, origin: Origin): AsyncGenerator<Elements> {
  if ('statement' in selection) yield* elements(origin, selection.statement, selection.parameters);
  else yield* pictured(selection, origin);
}

/** The nodes with these ids. @throws CypherError, StoreUnavailable */
export async function* nodesById(ids: readonly string[], origin: Origin): AsyncGenerator<Elements> {
  yield* byIds('nodes-by-id', ids, origin);
}

async function* pictured(
  { nodes, relationships }: PictureSelection,
  origin: Origin,
): AsyncGenerator<Elements> {
  const elementIds = new Set<string>();
  for await (const found of nodesById(nodes, origin)) {
    for (const { elementId } of found.nodes) elementIds.add(elementId);
    yield found;
  }
  const wanted = relationships === undefined ? null : new Set(relationships);
  if (wanted?.size === 0) return;
  for await (const found of byIds('relationships-from', [...elementIds], origin)) {
    const kept = found.relationships.filter((relationship) =>
      wanted === null ? elementIds.has(relationship.endNodeElementId) : wanted.delete(idOf(relationship)),
    );
    yield { nodes: [], relationships: kept };
  }
  // those that start at none of the given nodes
  if (wanted !== null && wanted.size > 0) yield* byIds('relationships-by-id', [...wanted], origin);
}

async function* byIds(name: string, ids: readonly string[], origin: Origin): AsyncGenerator<Elements> {
  for (let at = 0; at < ids.length; at += BATCH_IDS)
    yield* elements(
      origin,
      origin.query(name),
      new Map<string, Value>([['ids', ids.slice(at, at + BATCH_IDS)]]),
    );
}

async function* elements(
  { store, signal, timeoutMs }: Origin,
  statement: string,
  parameters: Parameters,
): AsyncGenerator<Elements> {
  const bounds = timeoutMs === undefined ? { signal } : { signal, timeoutMs };
  for await (const rows of rowsOf(store, statement, parameters, bounds)) yield elementsIn(rows);
}
