/** One thing on the screen: a node or a relationship, by its id. */
export interface Element {
  readonly kind: 'node' | 'relationship';
  readonly id: string;
}
