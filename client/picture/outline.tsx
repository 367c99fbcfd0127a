/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native <select> cannot lie over the picture and be walked in two dimensions */
/**
 * The picture for those who do not see it or do not use a mouse: a list box over it. Arrow keys walk from a node to the nearest one
 * in that direction, Enter opens it. The options carry where they are drawn (`data-x`, `data-y`, CSS pixels from the picture's top
 * left), the box of their label and how many claims their line stands for (`data-claims`), brought up to date whenever the picture rests.
 */
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { nameOf, nodeOf, relationshipOf } from '../state/graph.ts';
import { claimSentence, sentenceText } from '../state/sentence.ts';
import { graph, hover } from '../state/screen.ts';
import { counted } from '../state/words.ts';
import { nodeKind } from '../../graph/vocabulary.ts';
import type { Element } from '../state/element.ts';
import type { Selection } from '../state/selection.ts';
import type { Place } from './places.ts';
import { nearestTowards } from './steps.ts';
import type { Direction } from './steps.ts';

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
  readonly selection: Selection;
  readonly onSelect: (element: Element) => void;
}

export function Outline({ places, selection, onSelect }: OutlineProps) {
  const [activeId, setActive] = useState<string | null>(null);
  const base = useId();
  const nodes = places.nodes.filter(({ id }) => graph.hasNode(id));
  const claims = places.claims.filter(({ id }) => graph.hasEdge(id));
  const active = nodes.find(({ id }) => id === activeId) ?? null;

  const walk = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const from = active ?? nodes.find(({ id }) => id === selection.nodes[0]) ?? null;
      const next = from === null ? nodes[0] : nearestTowards(from, nodes, direction);
      if (next === undefined || next === null) return;
      setActive(next.id);
      hover({ kind: 'node', id: next.id });
    } else if ((event.key === 'Enter' || event.key === ' ') && active !== null) {
      event.preventDefault();
      onSelect({ kind: 'node', id: active.id });
    }
  };

  return (
    <div
      className="outline"
      role="listbox"
      aria-multiselectable
      tabIndex={0}
      aria-label={`Picture of ${counted(graph.order, 'actor or event', 'actors and events')} and ${counted(graph.size, 'claim', 'claims')}. Arrow keys move, Enter opens.`}
      aria-activedescendant={active === null ? undefined : `${base}${active.id}`}
      onKeyDown={walk}
      onBlur={() => {
        setActive(null);
        hover(null);
      }}
    >
      {nodes.map(({ id, x, y, label }) => {
        const node = nodeOf(graph, id);
        const kind = nodeKind(node.labels)?.singular;
        return (
          <div
            key={id}
            id={`${base}${id}`}
            role="option"
            aria-selected={selection.nodes.includes(id)}
            data-element="node"
            data-id={id}
            data-x={Math.round(x)}
            data-y={Math.round(y)}
            data-label={
              label === null
                ? undefined
                : [label.x, label.y, label.width, label.height].map(Math.round).join(' ')
            }
          >
            {nameOf(node)}
            {kind === undefined ? '' : `, ${kind}`}, {counted(graph.degree(id), 'claim', 'claims')}
          </div>
        );
      })}
      {claims.map(({ id, x, y, claims: together }) => {
        const claim = relationshipOf(graph, id);
        const sentence = claimSentence(claim, nodeOf(graph, claim.source), nodeOf(graph, claim.target));
        return (
          <div
            key={id}
            role="option"
            aria-selected={selection.relationships.includes(id)}
            data-element="relationship"
            data-id={id}
            data-x={Math.round(x)}
            data-y={Math.round(y)}
            data-claims={together}
          >
            {sentenceText(sentence)}
          </div>
        );
      })}
    </div>
  );
}
