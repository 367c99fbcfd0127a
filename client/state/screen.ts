/**
 * What the screen is about: the graph that is drawn, what is selected, hovered and emphasised, and how the page stands with the
 * server. `dispatch` is the only way to change the graph; everything else is small view state.
 */
import { create } from 'zustand';
import type { Health } from '../../server/contract/api.ts';
import type { ApiError } from '../api.ts';
import type { Element } from '../picture/focus.ts';
import type { Part } from '../picture/viewpoint.ts';
import { apply } from './actions.ts';
import type { Action, Change } from './actions.ts';
import { newScreenGraph } from './graph.ts';

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

export interface Found {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
}

interface ScreenState {
  /** Counts changes of the graph, so that views of it know when to look again. */
  readonly revision: number;
  readonly lastChange: Change | null;
  /** True where the last change took one back, or did it again: every place is known, and none is to be looked for. */
  readonly isRestored: boolean;
  readonly selection: Element | null;
  readonly hover: Element | null;
  /** Legend rows that are pressed: kinds of node (see `kindOfLabels`) and tones of claims. */
  readonly kinds: ReadonlySet<string>;
  readonly tones: ReadonlySet<string>;
  /** What a question has found and the reader wants to see in the picture: ids of the screen. */
  readonly found: Found | null;
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

export const useScreen = create<ScreenState>(() => ({
  revision: 0,
  lastChange: null,
  isRestored: false,
  selection: null,
  hover: null,
  kinds: new Set<string>(),
  tones: new Set<string>(),
  found: null,
  stage: { kind: 'loading' },
  omitted: { nodes: 0, relationships: 0 },
  health: null,
  away: null,
  opening: null,
  announcement: '',
  covered: { top: 0, right: 0, bottom: 0, left: 0 },
  floats: [],
}));

/** Carries out an action on the graph; a selected or hovered element that it took away is let go. */
export function dispatch(action: Action): Change {
  const change = apply(graph, action);
  useScreen.setState((state) => ({
    // layouts move nodes many times a second and change nothing that a panel shows
    revision: action.kind === 'move' ? state.revision : state.revision + 1,
    lastChange: action.kind === 'move' ? state.lastChange : change,
    isRestored: action.kind === 'move' ? state.isRestored : action.kind === 'restore',
    selection: onScreen(state.selection),
    hover: onScreen(state.hover),
  }));
  return change;
}

function onScreen(element: Element | null): Element | null {
  if (element === null) return null;
  const isThere = element.kind === 'node' ? graph.hasNode(element.id) : graph.hasEdge(element.id);
  return isThere ? element : null;
}

export function select(selection: Element | null): void {
  useScreen.setState({ selection: onScreen(selection), hover: null });
}

export function hover(element: Element | null): void {
  const before = useScreen.getState().hover;
  if (before?.id === element?.id && before?.kind === element?.kind) return;
  useScreen.setState({ hover: onScreen(element) });
}

export function toggleKind(kind: string): void {
  useScreen.setState(({ kinds }) => ({ kinds: toggled(kinds, kind), found: null }));
}

export function toggleTone(tone: string): void {
  useScreen.setState(({ tones }) => ({ tones: toggled(tones, tone), found: null }));
}

/** Lets these elements stand out, in place of what the legend or another question has brought out. */
export function bringOut(found: Found): void {
  clearEmphasis();
  useScreen.setState({ found, selection: null, hover: null });
}

export function clearEmphasis(): void {
  useScreen.setState({ kinds: new Set<string>(), tones: new Set<string>(), found: null });
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

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
