/** A set of element ids that costs a bit each where they are in Neo4j's shape (`5:<uuid>:123`). */
export class ElementIdSet {
  readonly #bits = new Map<string, Uint32Array>();
  readonly #others = new Set<string>();

  /** False where it was in already. */
  add(elementId: string): boolean {
    const colon = elementId.lastIndexOf(':');
    const tail = elementId.slice(colon + 1);
    const number = Number(tail);
    // only as a store writes it: "", "01" and "1e3" are numbers to JavaScript too
    const isPlain = /^(0|[1-9]\d*)$/.test(tail) && number <= 2 ** 31;
    if (colon === -1 || !isPlain) {
      const size = this.#others.size;
      return this.#others.add(elementId).size > size;
    }
    const prefix = elementId.slice(0, colon);
    let bits = this.#bits.get(prefix) ?? new Uint32Array(1024);
    const word = number >>> 5;
    if (word >= bits.length) {
      const wider = new Uint32Array(Math.max(word + 1, bits.length * 2));
      wider.set(bits);
      bits = wider;
    }
    this.#bits.set(prefix, bits);
    const mask = 1 << (number & 31);
    const before = bits[word] ?? 0;
    bits[word] = before | mask;
    return (before & mask) === 0;
  }
}

/**
 * Tells texts that were surely not seen before from those that perhaps were, at 16 bytes a text: it keeps 53-bit hashes.
 * For choosing unique ids a false "perhaps" only costs a longer id.
 */
export class SeenTexts {
  #table = new Float64Array(1024);
  #size = 0;

  /** False where the text was, or may have been, seen already. */
  add(text: string): boolean {
    if (this.#size * 2 >= this.#table.length) this.#grow();
    const added = insert(this.#table, hash53(text));
    if (added) this.#size++;
    return added;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) insert(this.#table, hash);
  }
}

function insert(table: Float64Array, hash: number): boolean {
  let slot = hash % table.length;
  for (let held = table[slot]; held !== 0; held = table[slot]) {
    if (held === hash) return false;
    slot = (slot + 1) % table.length;
  }
  table[slot] = hash;
  return true;
}

/** Two FNV-1a hashes of different seeds side by side; never 0, which marks an empty slot. */
export function hash53(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) + 1;
}
