/** How many there are of each kind. Copied before it is changed, so that every snapshot keeps its own. */
export class Counts {
  nodes = 0;
  relationships = 0;
  #byLabel: number[] = [];
  #byType: number[] = [];

  copy(): Counts {
    const copy = new Counts();
    copy.nodes = this.nodes;
    copy.relationships = this.relationships;
    copy.#byLabel = this.#byLabel.slice();
    copy.#byType = this.#byType.slice();
    return copy;
  }

  withLabel(label: number): number {
    return this.#byLabel[label] ?? 0;
  }
  ofType(type: number): number {
    return this.#byType[type] ?? 0;
  }

  addLabel(label: number, by: number): void {
    while (this.#byLabel.length <= label) this.#byLabel.push(0);
    this.#byLabel[label]! += by;
  }
  addType(type: number, by: number): void {
    while (this.#byType.length <= type) this.#byType.push(0);
    this.#byType[type]! += by;
  }
}
