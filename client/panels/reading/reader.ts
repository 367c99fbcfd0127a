/**
 * Which quote is being read. By hand (wheel, finger, keys) it is the one that crosses the reader's line; what rests on it is selected in
 * the picture. The other way round, what is selected in the picture is scrolled to.
 */
import { graph, isOnScreen, selectAll, useScreen } from '../../state/screen.ts';
import { selectedCount } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';

/** The line at which one reads, from the top of what scrolls. */
const LINE = '-22% 0px -74% 0px';
/** Where a quote is scrolled to: just above the line, as a share of the height. */
const REST = 0.21;

export interface Readable {
  /** Ids of the claims that rest on it. */
  readonly claims: readonly string[];
}

interface ReaderOptions {
  /**
   * What scrolls. In it, what is marked `data-quotes="3 4"` is where the quotes at places 3 and 4 begin; a click on what is marked
   * `data-read="3"` reads the one at place 3.
   */
  readonly root: HTMLElement;
  readonly quotes: readonly Readable[];
  /** Places of the quotes in the order in which they stand in `root`; those that do not stand in it are left out. */
  readonly order: readonly number[];
  /** The place to begin with. */
  readonly at: number;
  /** Another quote is read. */
  readonly onRead: (at: number) => void;
}

export class Reader {
  readonly #options: ReaderOptions;
  readonly #ended = new AbortController();
  #at: number;
  /** The selection that was made here last: any other is the reader's own. */
  #lit: Selection | null = null;
  /** Whether it is the reader who scrolls. */
  #isByHand = false;

  /** Scrolls to its quote and lights it; a claim of it that is selected already stays selected alone. */
  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#at = options.at;
    const { selection } = useScreen.getState();
    if (this.#touched(selection).includes(options.at)) this.#lit = selection;
    else this.#light();
    this.#scroll();
    this.#listen();
    this.#watch();
    this.#ended.signal.addEventListener('abort', useScreen.subscribe(this.#follow));
  }

  /** Place of the quote that is read. */
  get at(): number {
    return this.#at;
  }

  /** Reads the quote at a place: lights it, and scrolls to it. */
  go(at: number): void {
    this.#attend(at);
    this.#light();
    this.#scroll();
  }

  end(): void {
    this.#ended.abort();
  }

  #attend(at: number): void {
    this.#at = at;
    this.#options.onRead(at);
  }

  /** Selects what rests on the quote, as far as it is on the screen. */
  #light(): void {
    const relationships = (this.#options.quotes[this.#at]?.claims ?? []).filter((id) =>
      isOnScreen({ kind: 'relationship', id }),
    );
    // known before it is told: who hears of it is this view as well
    this.#lit = { nodes: [], relationships };
    selectAll(this.#lit);
  }

  /** @param tries what was out of view has its real height only once it has come into view, which may move the quote away again */
  #scroll(tries = 4): void {
    const { root } = this.#options;
    const at = this.#at;
    this.#isByHand = false;
    const target = root.querySelector(`[data-quotes~="${at}"]`);
    if (target === null) return;
    const top = target.getBoundingClientRect().top - root.getBoundingClientRect().top;
    const by = top - root.clientHeight * REST;
    if (Math.abs(by) < 1) return;
    root.scrollTo({ top: root.scrollTop + by, behavior: 'instant' });
    requestAnimationFrame(() => {
      const isOver = this.#isByHand || this.#ended.signal.aborted || this.#at !== at;
      if (!isOver && tries > 0) this.#scroll(tries - 1);
    });
  }

  #listen(): void {
    const { root, order } = this.#options;
    const { signal } = this.#ended;
    const byHand = (): void => {
      this.#isByHand = true;
    };
    for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      root.addEventListener(event, byHand, { passive: true, signal });
    root.addEventListener(
      'keydown',
      (event) => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const isHeld = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
        // radio buttons are walked with the same keys
        if (by === undefined || isHeld || event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        const place = order.indexOf(this.#at);
        const next = order[place < 0 ? 0 : place + by];
        if (next !== undefined) this.go(next);
      },
      { signal },
    );
    root.addEventListener(
      'click',
      ({ target }) => {
        const marked = target instanceof Element ? target.closest('[data-read]') : null;
        if (marked !== null) this.go(Number(marked.getAttribute('data-read')));
      },
      { signal },
    );
  }

  #watch(): void {
    const { root, order } = this.#options;
    const crossing = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          for (const at of placesOf(target)) {
            if (isIntersecting) crossing.add(at);
            else crossing.delete(at);
          }
        const first = order.find((at) => crossing.has(at));
        // of several that cross the line, the one that is read stays so
        if (!this.#isByHand || first === undefined || crossing.has(this.#at)) return;
        this.#attend(first);
        this.#light();
      },
      { root, rootMargin: LINE },
    );
    for (const element of root.querySelectorAll('[data-quotes]')) observer.observe(element);
    this.#ended.signal.addEventListener('abort', () => observer.disconnect());
  }

  readonly #follow = ({ selection }: { readonly selection: Selection }): void => {
    if (selection === this.#lit || selectedCount(selection) === 0) return;
    this.#lit = selection;
    const found = this.#touched(selection);
    if (found.length === 0 || found.includes(this.#at)) return;
    const next = this.#options.order.find((at) => found.includes(at));
    if (next === undefined) return;
    this.#attend(next);
    this.#scroll();
  };

  /** Places of the quotes on which something selected rests: a claim, or a claim of a node. */
  #touched({ nodes, relationships }: Selection): number[] {
    const [claims, ends] = [new Set(relationships), new Set(nodes)];
    const isTouched = (id: string): boolean =>
      claims.has(id) ||
      (ends.size > 0 && graph.hasEdge(id) && graph.extremities(id).some((end) => ends.has(end)));
    return this.#options.quotes.flatMap((quote, at) => (quote.claims.some(isTouched) ? [at] : []));
  }
}

const placesOf = (element: Element): number[] =>
  (element.getAttribute('data-quotes') ?? '').split(' ').map(Number);
