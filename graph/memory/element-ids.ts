import type { NodeId, RelationshipId } from './graph.ts';

/** What the elements of a graph are known by outside it. The way back gives -1 for an id of nobody's, and may give one that is gone. */
export interface ElementIds {
  ofNode(node: NodeId): string;
  ofRelationship(relationship: RelationshipId): string;
  node(elementId: string): NodeId;
  relationship(elementId: string): RelationshipId;
}

/** Neo4j's shape: `4:<uuid>:<n>` for nodes, `5:<uuid>:<n>` for relationships. */
export function numberedElementIds(uuid: string): ElementIds {
  const [nodes, relationships] = [`4:${uuid}:`, `5:${uuid}:`];
  const read = (prefix: string, elementId: string): number => {
    if (!elementId.startsWith(prefix)) return -1;
    const digits = elementId.slice(prefix.length);
    return /^(0|[1-9]\d{0,9})$/.test(digits) ? Number(digits) : -1;
  };
  return {
    ofNode: (node) => nodes + node,
    ofRelationship: (relationship) => relationships + relationship,
    node: (elementId) => read(nodes, elementId),
    relationship: (elementId) => read(relationships, elementId),
  };
}

/** Ids that elements have from elsewhere, at the place of the element's number: a copy of a part of another graph keeps them so. */
export function givenElementIds(nodes: readonly string[], relationships: readonly string[]): ElementIds {
  const numberOf = (ids: readonly string[]) => new Map(ids.map((id, number) => [id, number]));
  const [nodeOf, relationshipOf] = [numberOf(nodes), numberOf(relationships)];
  const given = (ids: readonly string[], number: number): string => {
    const id = ids[number];
    if (id === undefined) throw new RangeError(`There is no element id for number ${number}.`);
    return id;
  };
  return {
    ofNode: (node) => given(nodes, node),
    ofRelationship: (relationship) => given(relationships, relationship),
    node: (elementId) => nodeOf.get(elementId) ?? -1,
    relationship: (elementId) => relationshipOf.get(elementId) ?? -1,
  };
}
