/** How what is shown looks now, and the measures that this takes. */
import { create } from 'zustand';
import { useEffect, useMemo } from 'react';
import type { Links } from '../../graph/adjacency.ts';
import { measure } from '../measures/measures.ts';
import type { Measured as Taken } from '../measures/measured.ts';
import { graph, shownNow, useScreen, useShown } from './screen.ts';
import type { Style } from './settings.ts';
import type { Shown } from './shown.ts';
import { styleOf } from './style.ts';
import type { GraphMeasure, Measured, Measures, Styling } from './style.ts';
import { counted } from './words.ts';
import { Stopped, work } from './work.ts';

interface TakenMeasures {
  /** What they were taken of. */
  readonly of: Shown | null;
  readonly measures: Measures;
}

const NONE: Measures = new Map();
const useTaken = create<TakenMeasures>(() => ({ of: null, measures: NONE }));

interface Derived {
  readonly shown: Shown;
  readonly style: Style;
  readonly measures: Measures;
  readonly styling: Styling;
}
let derived: Derived | null = null;

/** Derived anew only where what is shown, the style, or a measure has changed. */
function stylingOf(shown: Shown, style: Style, { of, measures: taken }: TakenMeasures): Styling {
  const measures = of === shown ? taken : NONE;
  if (derived?.shown !== shown || derived.style !== style || derived.measures !== measures)
    derived = { shown, style, measures, styling: styleOf(graph, shown, style, measures) };
  return derived.styling;
}

export const stylingNow = (): Styling =>
  stylingOf(shownNow(), useScreen.getState().settings.style, useTaken.getState());

/** The same, for a component: drawn again when it changes. */
export function useStyling(): Styling {
  const shown = useShown();
  const style = useScreen((state) => state.settings.style);
  return stylingOf(shown, style, useTaken());
}

const measuresIn = (by: readonly string[]): GraphMeasure[] =>
  [...new Set(by)].filter((each): each is GraphMeasure => each in MEASURE_TITLES);

/** Words for a measure while it is taken, and in the legend. */
export const MEASURE_TITLES: Readonly<Record<GraphMeasure, string>> = {
  pagerank: 'PageRank',
  betweenness: 'Betweenness',
  community: 'Communities',
};

const inStyle = ({ nodeColor, nodeSize }: Style): GraphMeasure[] => measuresIn([nodeColor.by, nodeSize.by]);

/** The measures that colours, sizes and rings go by now; null for one that is still being taken of what is shown. */
export function useMeasures(onFailure: (error: unknown) => void): ReadonlyMap<GraphMeasure, Measured | null> {
  const shown = useShown();
  const told = useScreen((state) => inStyle(state.settings.style).join());
  const ring = useScreen((state) => state.settings.layout.measure?.by ?? '');
  const { of, measures } = useTaken();
  // rings have taken theirs of what was shown then
  useTaking(measuresIn([ring]).filter((name) => !told.split(',').includes(name)).join(), onFailure); // prettier-ignore
  return useMemo(
    () =>
      new Map(
        measuresIn([...told.split(','), ring]).map((name) => [
          name,
          of === shown ? (measures.get(name) ?? null) : null,
        ]),
      ),
    [shown, told, ring, of, measures],
  );
}

/** Takes the measures that colours and sizes ask for, of what is shown, whenever that changes. Once a page. */
export const useMeasuring = (onFailure: (error: unknown) => void): void =>
  useTaking(
    useScreen((state) => inStyle(state.settings.style).join()),
    onFailure,
  );

/** @param wanted names of measures, parted by commas */
function useTaking(wanted: string, onFailure: (error: unknown) => void): void {
  const shown = useShown();
  useEffect(() => {
    if (wanted === '' || shown.nodes.size === 0) return;
    const controller = new AbortController();
    const { of, measures } = useTaken.getState();
    for (const name of wanted.split(',') as GraphMeasure[]) {
      if (of === shown && measures.has(name)) continue;
      take(name, shown, controller.signal).catch((error: unknown) => {
        if (!controller.signal.aborted && !(error instanceof Stopped)) onFailure(error);
      });
    }
    return () => controller.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same in all that it does
  }, [shown, wanted]);
}

async function take(name: GraphMeasure, shown: Shown, signal: AbortSignal): Promise<void> {
  const ids = [...shown.nodes];
  const taken = await work(
    `${MEASURE_TITLES[name]} of what is shown`,
    (stop, report) =>
      measure('style', name, linksOf(ids, shown), stop, (share) =>
        report({ done: Math.round(share * 100), total: 100 }),
      ),
    signal,
  );
  if (taken === null || signal.aborted) return;
  useTaken.setState(({ of, measures }) => ({
    of: shown,
    measures: new Map([...(of === shown ? measures : []), [name, measuredOf(ids, taken)]]),
  }));
}

function linksOf(ids: readonly string[], { relationships }: Shown): Links {
  const index = new Map(ids.map((id, place) => [id, place]));
  const ends = [...relationships].map((id) => graph.extremities(id));
  const column = (side: 0 | 1): Int32Array => Int32Array.from(ends, (pair) => index.get(pair[side]) ?? 0);
  return { order: ids.length, sources: column(0), targets: column(1) };
}

function measuredOf(ids: readonly string[], { values, error, modularity }: Taken): Measured {
  const note =
    error !== undefined
      ? `Estimated from ${counted(error.pivots, 'start', 'starts')} of ${counted(ids.length, 'actor or event', 'actors and events')}: 19 times in 20 no value is off by more than ${error.margin.toPrecision(2)}.`
      : modularity !== undefined
        ? `Modularity ${modularity.toFixed(2)}: how much denser claims are inside than chance would have it.`
        : null;
  return { values: new Map(ids.map((id, place) => [id, values[place] ?? 0])), note };
}
