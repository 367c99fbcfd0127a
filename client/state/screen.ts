/**
 * What the screen is about: the graph that is drawn, what is selected, hovered and emphasised, and how the page stands with the
 * server. `dispatch` is the only way to change the graph; everything else is small view state.
 */
import { create } from 'zustand';
import type { Health } from '../../server/contract/api.ts';
import type { ApiError } from '../api.ts';
import type { Element } from './element.ts';
import type { Part } from '../picture/viewpoint.ts';
import { apply, settingsAfter } from './actions.ts';
import type { Action, Change } from './actions.ts';
import { newScreenGraph } from './graph.ts';
import { NOTHING, selectionOf, those, toggled, united } from './selection.ts';
import type { Selection } from './selection.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Settings } from './settings.ts';
import { rememberingShown } from './shown.ts';
import type { Shown } from './shown.ts';

/** The single truth for what is on the screen. Change it through `dispatch`. */
export const graph = newScreenGraph();

export type Stage =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ApiError };

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface Float {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ScreenState {
  /** Counts changes of the graph, so that views of it know when to look again. */
  readonly revision: number;
  readonly lastChange: Change | null;
  /** What the last change was: of one that was taken back, or done again, every place is known; one that replaces is another picture. */
  readonly lastKind: Action['kind'] | null;
  /** How what is loaded is shown; changed by `act(title, { kind: 'set', settings })`. */
  readonly settings: Settings;
  readonly selection: Selection;
  readonly hover: Element | null;
  /** What a story's step brings out while nothing is selected or hovered. */
  readonly highlight: Selection;
  readonly stage: Stage;
  /** What the overview left out of the graph, for its bound. */
  readonly omitted: { readonly nodes: number; readonly relationships: number };
  /** Last answer about the store; null before the first. */
  readonly health: Health | null;
  /** Why the server or its store cannot be reached; null while it can. */
  readonly away: string | null;
  /** The part of the graph that a view opens with (left, low, right, high); null for all of it. */
  readonly opening: Part | null;
  /** Said to people who do not see the picture. */
  readonly announcement: string;
  /** Pixels of the stage that panels cover, by side. */
  readonly covered: Readonly<Record<Side, number>>;
  /** What floats over the stage without covering a side of it; CSS pixels of the stage. */
  readonly floats: readonly Float[];
}

const NONE_OMITTED = { nodes: 0, relationships: 0 };

export const useScreen = create<ScreenState>(() => ({
  revision: 0,
  lastChange: null,
  lastKind: null,
  settings: DEFAULT_SETTINGS,
  selection: NOTHING,
  hover: null,
  highlight: NOTHING,
  stage: { kind: 'loading' },
  omitted: NONE_OMITTED,
  health: null,
  away: null,
  opening: null,
  announcement: '',
  covered: { top: 0, right: 0, bottom: 0, left: 0 },
  floats: [],
}));

/** Carries out an action; a selected or hovered element that is no longer on the screen is let go. */
export function dispatch(action: Action): Change {
  const before = useScreen.getState();
  const change = apply(graph, action, before.settings);
  // layouts move nodes many times a second and change nothing that a panel shows
  if (action.kind === 'move') return change;
  const isGraphChanged = action.kind !== 'set';
  useScreen.setState({
    revision: isGraphChanged ? before.revision + 1 : before.revision,
    lastChange: isGraphChanged ? change : before.lastChange,
    lastKind: isGraphChanged ? action.kind : before.lastKind,
    // what another picture opens with, and leaves out, is said once it is there
    ...(action.kind === 'replace' && { opening: null, omitted: NONE_OMITTED }),
    settings: settingsAfter(before.settings, action),
  });
  useScreen.setState(({ selection, hover: hovered }) => ({
    selection: those(selection, isOnScreen),
    hover: hovered !== null && isOnScreen(hovered) ? hovered : null,
  }));
  return change;
}

const [shown, unfiltered, atAnyTime] = [rememberingShown(), rememberingShown(), rememberingShown()];
const NO_FILTERS: Settings['filters'] = [];

/** What of the graph is on the screen now; derived anew only where the graph, or what hides of it, has changed. */
export function shownNow(): Shown {
  const { revision, settings } = useScreen.getState();
  return shown(graph, revision, settings);
}

/** What would be if there were neither filters nor a period. */
export function unfilteredNow(): Shown {
  const { revision, settings } = useScreen.getState();
  return unfiltered(graph, revision, { ...settings, filters: NO_FILTERS, period: null });
}

/** What would be if there were no period. */
export function shownAtAnyTime(): Shown {
  const { revision, settings } = useScreen.getState();
  return atAnyTime(graph, revision, { ...settings, period: null });
}

/** The same, for a component: drawn again when it changes. */
export const useShown = (): Shown => useScreen(shownNow);

/** Whether it is loaded, and neither hidden nor filtered out. */
export const isOnScreen = ({ kind, id }: Element): boolean =>
  kind === 'node' ? shownNow().nodes.has(id) : shownNow().relationships.has(id);

/** Selects one element, or nothing, in place of what was selected. */
export const select = (element: Element | null): void => selectAll(selectionOf(element));

/** Selects these in place of what was selected; what is not on the screen is left out. */
export function selectAll(selection: Selection): void {
  useScreen.setState({ selection: those(selection, isOnScreen), hover: null });
}

/** Selects these as well. */
export const selectMore = (selection: Selection): void =>
  selectAll(united(useScreen.getState().selection, selection));

/** Selects an element as well, or lets it go where it is selected. */
export const toggleSelected = (element: Element): void =>
  selectAll(toggled(useScreen.getState().selection, element));

/** @param isThere default whether it is on the screen */
export function hover(element: Element | null, isThere = isOnScreen): void {
  const before = useScreen.getState().hover;
  if (before?.id === element?.id && before?.kind === element?.kind) return;
  useScreen.setState({ hover: element !== null && isThere(element) ? element : null });
}

/** Brings these out without selecting them; nothing any more with `NOTHING`. */
export function highlight(elements: Selection): void {
  useScreen.setState({ highlight: those(elements, isOnScreen) });
}

export function announce(announcement: string): void {
  useScreen.setState({ announcement });
}

const covers = new Map<object, { readonly side: Side; readonly px: number }>();

/** `owner` covers `px` of one side of the stage from now on, or nothing (null). Of several on one side the widest counts. */
export function cover(owner: object, what: { readonly side: Side; readonly px: number } | null): void {
  if (what === null) covers.delete(owner);
  else covers.set(owner, what);
  const covered = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const { side, px } of covers.values()) covered[side] = Math.max(covered[side], px);
  const before = useScreen.getState().covered;
  const isSame = (Object.keys(covered) as Side[]).every((side) => covered[side] === before[side]);
  if (!isSame) useScreen.setState({ covered });
}

const floating = new Map<object, Float>();

/** `owner` floats over this part of the stage from now on, or is gone (null). */
export function float(owner: object, box: Float | null): void {
  if (box === null) floating.delete(owner);
  else floating.set(owner, box);
  useScreen.setState({ floats: [...floating.values()] });
}
