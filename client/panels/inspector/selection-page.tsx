/** Several selected elements: which they are, and what they have in common. */
import { Button, Title, UnstyledButton } from '@mantine/core';
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { kindOfLabels } from '../../../graph/vocabulary.ts';
import { commandOf } from '../../commands/registry.ts';
import { runCommand } from '../../commands/run-command.ts';
import { nameOf, nodeOf } from '../../state/graph.ts';
import { graph, hover, select, toggleSelected, useShown } from '../../state/screen.ts';
import type { Selection } from '../../state/selection.ts';
import { counted } from '../../state/words.ts';
import { KindSign } from '../signs.tsx';
import { ClaimRow } from './claim-row.tsx';
import { commonTo } from './shared.ts';
import type { Shared } from './shared.ts';
import { SharedQuotes } from './shared-quotes.tsx';

/** Most of each that are listed before the reader asks for the rest. */
const FIRST = 12;

export function SelectionPage({ selection }: { readonly selection: Selection }) {
  const { nodes, relationships } = selection;
  return (
    <article className="page">
      <p className="kicker">Selected</p>
      <Title order={2} className="page-title">
        {[
          nodes.length > 0 && counted(nodes.length, 'actor or event', 'actors and events'),
          relationships.length > 0 && counted(relationships.length, 'claim', 'claims'),
        ]
          .filter(Boolean)
          .join(' and ')}
      </Title>
      {nodes.length > 0 && (
        <Listed
          className="chosen"
          items={nodes}
          render={(id) => (
            <li key={id}>
              <NodeButton id={id} onClick={() => select({ kind: 'node', id })} />
            </li>
          )}
        />
      )}
      {nodes.length > 1 && <Common nodes={nodes} />}
      {relationships.length > 0 && (
        <section className="claims">
          <h3>
            {nodes.length > 0 ? 'Selected claims' : 'The claims'}{' '}
            <span className="count">{relationships.length}</span>
          </h3>
          <Listed items={relationships} render={(id) => <ClaimRow key={id} id={id} />} />
        </section>
      )}
    </article>
  );
}

function Common({ nodes }: { readonly nodes: readonly string[] }) {
  const shown = useShown();
  const { among, neighbours, quotes, properties } = commonTo(graph, nodes, (id) =>
    shown.relationships.has(id),
  );
  const isNothing = [among, neighbours, quotes, properties].every((list) => list.length === 0);
  return (
    <>
      {isNothing && <p className="aliases">Nothing on the screen is common to two of them.</p>}
      {among.length > 0 && (
        <section className="claims">
          <h3>
            Claims among them <span className="count">{among.length}</span>
          </h3>
          <Listed items={among} render={(id) => <ClaimRow key={id} id={id} />} />
        </section>
      )}
      {neighbours.length > 0 && (
        <section className="claims">
          <h3>
            {nodes.length === 2 ? 'What both are joined to' : 'What two or more of them are joined to'}{' '}
            <span className="count">{neighbours.length}</span>
          </h3>
          <Listed
            items={neighbours}
            render={(shared) => <SharedRow key={shared.id} shared={shared} of={nodes.length} />}
          />
        </section>
      )}
      <div className="actions">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Share2 size={15} aria-hidden />}
          onClick={() => runCommand(commandOf('common'))}
        >
          Look in the whole graph
        </Button>
        <span className="actions-note">brings in what all of them are joined to</span>
      </div>
      <SharedQuotes quotes={quotes} />
      {properties.length > 0 && (
        <section className="claims">
          <h3>The same in all of them</h3>
          <dl className="same">
            {properties.map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** A third that several are joined to; opened, the claims that join them. */
function SharedRow({ shared, of }: { readonly shared: Shared; readonly of: number }) {
  const withAll = shared.with.length === of;
  return (
    <li>
      <details className="shared">
        <summary onMouseEnter={() => hover({ kind: 'node', id: shared.id })} onMouseLeave={() => hover(null)}>
          <KindSign kind={kindOfLabels(graph.getNodeAttributes(shared.id).labels)} />
          <span>
            {nameOf(nodeOf(graph, shared.id))}
            <span className="why">
              {withAll ? (of === 2 ? 'with both' : `with all ${of}`) : `with ${namesOf(shared.with)}`}
              {', '}
              {counted(shared.claims.length, 'claim', 'claims')}
            </span>
          </span>
        </summary>
        <ul>
          {shared.claims.map((id) => (
            <ClaimRow key={id} id={id} />
          ))}
        </ul>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => toggleSelected({ kind: 'node', id: shared.id })}
        >
          Select it as well
        </Button>
      </details>
    </li>
  );
}

/** Names told in full; of more, how many. */
const MOST_NAMES = 3;

function namesOf(ids: readonly string[]): string {
  const names = ids.slice(0, MOST_NAMES).map((id) => nameOf(nodeOf(graph, id)));
  const more = ids.length - names.length;
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function NodeButton({ id, onClick }: { readonly id: string; readonly onClick: () => void }) {
  const node = nodeOf(graph, id);
  const element = { kind: 'node', id } as const;
  return (
    <UnstyledButton
      className="node-row"
      onClick={onClick}
      onMouseEnter={() => hover(element)}
      onMouseLeave={() => hover(null)}
      onFocus={() => hover(element)}
      onBlur={() => hover(null)}
    >
      <KindSign kind={kindOfLabels(node.labels)} /> {nameOf(node)}
    </UnstyledButton>
  );
}

interface ListedProps<T> {
  readonly items: readonly T[];
  readonly render: (item: T) => ReactNode;
  readonly className?: string;
}

/** The first items, and the others when they are asked for, {@link MORE} at a time. */
function Listed<T>({ items, render, className }: ListedProps<T>) {
  const [most, setMost] = useState(FIRST);
  const left = items.length - most;
  return (
    <>
      <ul className={className}>{items.slice(0, most).map(render)}</ul>
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + MORE)}>
          {`Show ${Math.min(left, MORE)} more`}
        </Button>
      )}
    </>
  );
}

const MORE = 100;
