/** One value in a cell of the table; a node or relationship is a button that goes to it in the picture. */
import { UnstyledButton } from '@mantine/core';
import { idOf } from '../../../graph/elements.ts';
import { Node, Path, Relationship } from '../../../graph/model.ts';
import type { Value } from '../../../graph/model.ts';
import { relationshipPhrase, toneOf } from '../../../graph/vocabulary.ts';
import { kindOfLabels } from '../../../graph/vocabulary.ts';
import { goTo } from '../../state/explore.ts';
import { KindSign, LineSign } from '../signs.tsx';
import { notifyFailure } from '../status/notify.tsx';
import { nameOfNode, textOf } from './plain.ts';

export function ValueCell({ value }: { readonly value: Value }) {
  if (value === null) return <span className="value-null">null</span>;
  if (value instanceof Node) {
    return (
      <Chip kind="node" id={idOf(value)} title={`:${value.labels.join(':')}`}>
        <KindSign kind={kindOfLabels(value.labels)} size={15} /> {nameOfNode(value)}
      </Chip>
    );
  }
  if (value instanceof Relationship) {
    const { what } = Object.fromEntries(value.properties);
    return (
      <Chip kind="relationship" id={idOf(value)} title={`:${value.type}`}>
        <LineSign tone={toneOf(value.type, value.properties.get('event'))} width={20} />{' '}
        {relationshipPhrase(value.type)}
        {typeof what === 'string' && <span className="value-what"> {what}</span>}
      </Chip>
    );
  }
  if (value instanceof Path) {
    return (
      <span className="value-path">
        {value.nodes.map((node, at) => {
          const relationship = value.relationships[at];
          return (
            <span key={at}>
              <ValueCell value={node} />
              {relationship !== undefined && <ValueCell value={relationship} />}
            </span>
          );
        })}
      </span>
    );
  }
  if (Array.isArray(value) && value.some((item) => item instanceof Node || item instanceof Relationship)) {
    return (
      <span className="value-path">
        {(value as readonly Value[]).map((item, at) => (
          <ValueCell key={at} value={item} />
        ))}
      </span>
    );
  }
  return <span className={isNumber(value) ? 'value-number' : undefined}>{textOf(value)}</span>;
}

export const isNumber = (value: Value | undefined): boolean =>
  typeof value === 'bigint' || typeof value === 'number';

function Chip({
  kind,
  id,
  title,
  children,
}: {
  readonly kind: 'node' | 'relationship';
  readonly id: string;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <UnstyledButton
      className="value-chip"
      data-kind={kind}
      title={title}
      onClick={() =>
        void goTo({ kind, id }).catch((error: unknown) => notifyFailure('It could not be shown', error))
      }
    >
      {children}
    </UnstyledButton>
  );
}
