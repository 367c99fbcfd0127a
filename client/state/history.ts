/**
 * What was done to the picture, step by step, to be taken back and done again. A step is kept as the action that undoes it; carrying
 * that out gives the action that does it again, so one list passes its steps to the other and back.
 */
import { create } from 'zustand';
import { inverse, NO_CHANGE, positionsOf } from './actions.ts';
import type { Action, Change, Positions, Restore } from './actions.ts';
import { announce, dispatch, graph } from './screen.ts';

export interface Step {
  readonly id: number;
  /** As a command: `Expand Russia`. */
  readonly title: string;
}

interface Kept extends Step {
  readonly action: Restore;
}

interface History {
  /** The latest is last. */
  readonly done: readonly Kept[];
  /** What was taken back; the next to be done again is last. */
  readonly undone: readonly Kept[];
}

/** Steps kept; the oldest goes first. */
const MOST_STEPS = 200;
let steps = 0;
/** What an action that continues goes on with; its step is null until something has changed. */
let gesture: { readonly title: string; step: number | null } | null = null;

export const useHistory = create<History>(() => ({ done: [], undone: [] }));

/**
 * Changes the picture in a way that can be taken back. What changes nothing, and the first picture, is no step.
 *
 * @param continues goes on with what the action before began: a slider that is dragged is one step, however many moves it takes, and
 *   whichever of them is the first to change anything
 */
export function act(title: string, action: Action, { continues = false } = {}): Change {
  const { done } = useHistory.getState();
  const isFirst = graph.order === 0 && done.length === 0;
  // other settings move nothing
  const isStill = action.kind === 'set' && action.settings.layout === undefined;
  const positions: Positions = isStill ? new Map() : positionsOf(graph);
  const change = dispatch(action);
  const isStep = !isFirst && (action.kind === 'move' || !isEmpty(change));
  if (!continues || gesture?.title !== title) gesture = { title, step: null };
  // the step that began it takes all of it back
  const isBegun = gesture.step !== null && done.at(-1)?.id === gesture.step;
  if (isStep && !isBegun) gesture.step = keep(title, inverse(change, positions));
  return change;
}

/**
 * Makes one step of what a hand or a layout has moved by now, in however many moves.
 *
 * @param before where the nodes lay that it moved
 */
export function keepMoved(title: string, before: Positions): void {
  const moved = new Map([...before].filter(([id, [x, y]]) => graph.hasNode(id) && !liesAt(id, x, y)));
  if (moved.size > 0) keep(title, inverse(NO_CHANGE, moved));
}

function liesAt(id: string, x: number, y: number): boolean {
  const at = graph.getNodeAttributes(id);
  return at.x === x && at.y === y;
}

/** @returns the id of the step */
function keep(title: string, action: Restore): number {
  const step: Kept = { id: ++steps, title, action };
  useHistory.setState(({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
  return step.id;
}

const isEmpty = (change: Change): boolean =>
  Object.keys(change.formerSettings).length === 0 &&
  [change.addedNodes, change.addedRelationships, change.removedNodes, change.removedRelationships].every(
    (list) => list.length === 0,
  );

/** Takes the latest step back; nothing happens where there is none. */
export function undo(): void {
  const [step, done, turned] = turn(useHistory.getState().done);
  if (step === undefined) return;
  useHistory.setState(({ undone }) => ({ done, undone: [...undone, turned] }));
  announce(`Undone: ${step.title}.`);
}

/** Does again what was taken back last. */
export function redo(): void {
  const [step, undone, turned] = turn(useHistory.getState().undone);
  if (step === undefined) return;
  useHistory.setState(({ done }) => ({ undone, done: [...done, turned] }));
  announce(`Done again: ${step.title}.`);
}

/** Goes to the picture as it was after `count` of the steps, those taken back included. */
export function goToStep(count: number): void {
  while (useHistory.getState().done.length > count) undo();
  while (useHistory.getState().done.length < count && useHistory.getState().undone.length > 0) redo();
}

type Turned = readonly [step: Kept, rest: readonly Kept[], turned: Kept];

/** Carries out the last of `list`: gives it, the others, and the step that takes back what it did. */
function turn(list: readonly Kept[]): Turned | readonly [undefined, readonly Kept[], undefined] {
  const step = list.at(-1);
  if (step === undefined) return [undefined, list, undefined];
  const positions = positionsOf(graph);
  const change = dispatch(step.action);
  return [step, list.slice(0, -1), { ...step, action: inverse(change, positions) }];
}
