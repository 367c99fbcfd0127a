/** Longer texts seldom come again. */
const LONGEST = 32;
const MOST_KEPT = 4096;

/**
 * Gives the same text where an equal one came before, as words do: a list of millions of texts then holds on to few, which is what
 * collecting garbage has to go through. Where they do not come again it is soon given up.
 */
export class SharedTexts {
  #known: Map<string, string> | null = new Map();
  #looks = 0;
  #found = 0;

  of(text: string): string {
    if (this.#known === null || text.length > LONGEST) return text;
    this.#looks += 1;
    const known = this.#known.get(text);
    if (known !== undefined) {
      this.#found += 1;
      return known;
    }
    if (this.#known.size < MOST_KEPT) this.#known.set(text, text);
    else if (this.#found * 2 < this.#looks) this.#known = null;
    return text;
  }
}
