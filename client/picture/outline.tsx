/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native <select> cannot lie over the picture and be walked in two dimensions */
/**
 * The picture for those who do not see it or do not use a mouse: a list box over it. Up and down go through a node's claims to its
 * neighbours, in an order that is spoken; right goes on from the neighbour, left back; with Shift the arrows go to the nearest node in
 * their direction. Enter opens what is marked, Space the claim that led to it. The options carry where they are drawn (`data-x`,
 * `data-y`, CSS pixels from the picture's top left), the box of their label and how many claims their line stands for
 * (`data-claims`), brought up to date whenever the picture rests.
 */
import { memo, useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { nameOf, nodeOf, relationshipOf } from '../state/graph.ts';
import { claimSentence, sentenceText } from '../state/sentence.ts';
import { hoverDrawn, useGrouping } from '../state/grouped.ts';
import { announce, graph, hover, selectAll, useScreen, useShown } from '../state/screen.ts';
import { counted } from '../state/words.ts';
import { nodeKind } from '../../graph/vocabulary.ts';
import type { Group } from '../state/grouping.ts';
import type { Place } from './places.ts';
import { nearestTowards } from './steps.ts';
import type { Direction } from './steps.ts';
import { stepsFrom, stepText } from './walk.ts';

/** Most options of each sort: a list of thousands helps nobody, and search reaches the rest. */
export const MOST_OPTIONS = 500;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface OutlineProps {
  readonly places: { readonly nodes: readonly Place[]; readonly claims: readonly Place[] };
}

/** Where the keyboard is: at a node, or at one of its claims, whose other end is then marked. */
interface Walk {
  readonly at: string;
  /** Index of the claim among those of the node; -1 at the node itself. */
  readonly step: number;
  /** The nodes that were gone on from, the latest last. */
  readonly trail: readonly string[];
}

export function Outline({ places }: OutlineProps) {
  const grouping = useGrouping();
  const selection = useScreen((state) => state.selection);
  const [place, setPlace] = useState<Walk | null>(null);
  const base = useId();
  const shown = useShown();
  const groups = new Map(grouping.groups.map((group) => [group.id, group]));
  const nodes = places.nodes.filter(({ id }) => graph.hasNode(id) || groups.has(id));
  const selectedNodes = new Set(selection.nodes);
  const selectedClaims = new Set(selection.relationships);
  const membersOf = (id: string): readonly string[] => groups.get(id)?.members ?? [id];
  // a group has no claims of its own to go through
  const claimsAt = (id: string) => (groups.has(id) ? [] : stepsFrom(graph, id, shown));
  const claims = places.claims.filter(({ id }) => graph.hasEdge(id));
  const walk = place !== null && (shown.nodes.has(place.at) || groups.has(place.at)) ? place : null;
  const steps = useMemo(
    () => (walk === null ? [] : claimsAt(walk.at)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place: what is shown changes with it
    [walk?.at, shown],
  );
  const step = walk === null ? undefined : steps[walk.step];
  const marked = step?.other ?? walk?.at ?? null;

  const goTo = (next: Walk, along = steps): void => {
    setPlace(next);
    const claim = along[next.step]?.claim;
    hoverDrawn(claim === undefined ? { kind: 'node', id: next.at } : { kind: 'relationship', id: claim });
    const group = groups.get(next.at);
    if (group !== undefined) announce(`${groupText(group)}.`);
    else announce(next.step >= 0 ? stepText(graph, along, next.step) : standing(next.at, along.length));
  };
  const standAt = (id: string, trail: readonly string[]): void =>
    goTo({ at: id, step: -1, trail }, claimsAt(id));

  const press = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined) {
      if ((event.key !== 'Enter' && event.key !== ' ') || marked === null) return;
      event.preventDefault();
      // Space opens what led here: its words are one key away
      if (event.key === ' ' && step !== undefined) selectAll({ nodes: [], relationships: [step.claim] });
      else selectAll({ nodes: membersOf(marked), relationships: [] });
      return;
    }
    event.preventDefault();
    if (walk === null) {
      const first = selection.nodes.find((id) => shown.nodes.has(id)) ?? nodes[0]?.id;
      if (first !== undefined) standAt(first, []);
    } else if (event.shiftKey) {
      const from = nodes.find(({ id }) => id === marked);
      const next = from === undefined ? null : nearestTowards(from, nodes, direction);
      if (next !== null) standAt(next.id, []);
    } else if (direction === 'right') {
      if (step !== undefined) standAt(step.other, [...walk.trail, walk.at]);
    } else if (direction === 'left') {
      const before = walk.trail.at(-1);
      if (step !== undefined) standAt(walk.at, walk.trail);
      else if (before !== undefined && shown.nodes.has(before)) standAt(before, walk.trail.slice(0, -1));
    } else {
      const next = Math.min(steps.length - 1, Math.max(-1, walk.step + (direction === 'down' ? 1 : -1)));
      goTo({ ...walk, step: next });
    }
  };

  return (
    <div
      className="outline"
      role="listbox"
      aria-multiselectable
      tabIndex={0}
      aria-label={`Picture of ${counted(graph.order, 'actor or event', 'actors and events')} and ${counted(graph.size, 'claim', 'claims')}. Up and down go through the claims of where you are, right goes on, left back, Enter opens.`}
      aria-activedescendant={marked === null ? undefined : `${base}${marked}`}
      onKeyDown={press}
      onBlur={() => {
        setPlace(null);
        hover(null);
      }}
    >
      {marked !== null && !nodes.some(({ id }) => id === marked) && (
        // one of thousands that are not listed
        <div id={`${base}${marked}`} role="option" aria-selected={selection.nodes.includes(marked)}>
          {nodeText(marked)}
        </div>
      )}
      {nodes.map((at) => (
        <NodeOption
          key={at.id}
          id={`${base}${at.id}`}
          place={at}
          group={groups.get(at.id)}
          isSelected={membersOf(at.id).every((each) => selectedNodes.has(each))}
        />
      ))}
      {claims.map((at) => (
        <ClaimOption key={at.id} place={at} isSelected={selectedClaims.has(at.id)} />
      ))}
    </div>
  );
}

interface NodeOptionProps {
  readonly id: string;
  readonly place: Place;
  readonly group: Group | undefined;
  readonly isSelected: boolean;
}

/** Of hundreds of options few change with what is selected. */
const NodeOption = memo(function NodeOption({ id, place, group, isSelected }: NodeOptionProps) {
  const { x, y, label } = place;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      data-element={group === undefined ? 'node' : 'group'}
      data-id={place.id}
      data-x={Math.round(x)}
      data-y={Math.round(y)}
      data-label={
        label === null ? undefined : [label.x, label.y, label.width, label.height].map(Math.round).join(' ')
      }
    >
      {group === undefined ? nodeText(place.id) : groupText(group)}
    </div>
  );
});

interface ClaimOptionProps {
  readonly place: Place;
  readonly isSelected: boolean;
}

const ClaimOption = memo(function ClaimOption({ place: { id, x, y, claims }, isSelected }: ClaimOptionProps) {
  const claim = relationshipOf(graph, id);
  const sentence = claimSentence(claim, nodeOf(graph, claim.source), nodeOf(graph, claim.target));
  return (
    <div
      role="option"
      aria-selected={isSelected}
      data-element="relationship"
      data-id={id}
      data-x={Math.round(x)}
      data-y={Math.round(y)}
      data-claims={claims}
    >
      {sentenceText(sentence)}
    </div>
  );
});

/** "Russia, 40 claims: down goes through them." */
const standing = (id: string, claims: number): string =>
  `${nameOf(nodeOf(graph, id))}, ${counted(claims, 'claim', 'claims')}${claims > 0 ? ': down goes through them' : ''}.`;

function nodeText(id: string): string {
  const node = nodeOf(graph, id);
  const kind = nodeKind(node.labels)?.singular;
  return `${nameOf(node)}${kind === undefined ? '' : `, ${kind}`}, ${counted(graph.degree(id), 'claim', 'claims')}`;
}

const groupText = ({ name, members }: Group): string =>
  `${name}, group of ${counted(members.length, 'actor or event', 'actors and events')}`;
