import type { Scope } from '../runtime.ts';

/** Hands out the slots of a statement's rows; no two variables of a statement share one. */
export class Frame {
  #width = 0;
  /** Where LOAD CSV says what it is reading, wherever in the statement that is asked. */
  #csv: { readonly file: number; readonly line: number } | null = null;

  get csv(): { readonly file: number; readonly line: number } {
    this.#csv ??= { file: this.allocate(), line: this.allocate() };
    return this.#csv;
  }

  /** The slots of `csv`, as far as anything planned so far uses them. */
  get csvInUse(): readonly number[] {
    return this.#csv === null ? [] : [this.#csv.file, this.#csv.line];
  }

  /** How many slots a row needs, once the whole statement is planned. */
  get width(): number {
    return this.#width;
  }

  allocate(): number {
    this.#width += 1;
    return this.#width - 1;
  }
}

/** What `file()` and `linenumber()` read. */
export const CSV_FILE = ' file()';
export const CSV_LINE = ' linenumber()';

/** Variables that the planner makes up begin with a space, so that no statement can name them. */
export const hiddenName = (what: string, offset: number): string => ` ${what}@${offset}`;
export const isHidden = (name: string): boolean => name.startsWith(' ');

/** The variables that can be seen at one point of a statement. */
export class PlanScope implements Scope {
  readonly frame: Frame;
  readonly #slots: ReadonlyMap<string, number>;
  /** Sorted once for all the operators that see the same. */
  #visible: readonly string[] | undefined;

  constructor(frame: Frame, slots: ReadonlyMap<string, number> = new Map()) {
    this.frame = frame;
    this.#slots = slots;
  }

  slot(name: string): number {
    return (
      this.#slots.get(name) ??
      (name === CSV_FILE ? this.frame.csv.file : name === CSV_LINE ? this.frame.csv.line : -1)
    );
  }

  has(name: string): boolean {
    return this.#slots.has(name);
  }

  with(name: string): { readonly scope: PlanScope; readonly slot: number } {
    const slot = this.frame.allocate();
    return { scope: this.bind(name, slot), slot };
  }

  bind(name: string, slot: number): PlanScope {
    return new PlanScope(this.frame, new Map(this.#slots).set(name, slot));
  }

  /** With each of the names in a slot of its own, where it has none yet. */
  withAll(names: Iterable<string>): PlanScope {
    const slots = new Map(this.#slots);
    for (const name of names) if (!slots.has(name)) slots.set(name, this.frame.allocate());
    return new PlanScope(this.frame, slots);
  }

  /** Both; where they disagree, `other` is right. */
  over(other: PlanScope): PlanScope {
    const slots = new Map(this.#slots);
    for (const [name, slot] of other.#slots) slots.set(name, slot);
    return new PlanScope(this.frame, slots);
  }

  only(keep: (name: string) => boolean): PlanScope {
    const slots = new Map<string, number>();
    for (const [name, slot] of this.#slots) if (keep(name)) slots.set(name, slot);
    return new PlanScope(this.frame, slots);
  }

  /** The names a statement can use, as `*` gives them: sorted. */
  visible(): readonly string[] {
    this.#visible ??= [...this.#slots.keys()].filter((name) => !isHidden(name)).toSorted();
    return this.#visible;
  }
}
