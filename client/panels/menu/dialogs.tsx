import { CloseButton, Modal, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ask } from '../../state/asked.ts';
import type { Question } from '../../state/asked.ts';
import { namedNodes, nameOnScreen } from '../../state/named.ts';
import type { Offer } from '../../state/offered.ts';
import { useScreen } from '../../state/screen.ts';
import { ExpandForm } from './expand-form.tsx';
import { GroupForm } from './group-form.tsx';
import { PartForm } from './part-form.tsx';
import { PathsForm } from './paths-form.tsx';

const close = (): void => ask(null);

export function Dialog({ question }: { readonly question: Question }) {
  const nodes = useScreen((state) => state.selection.nodes);
  const [from, to] = nodes;
  if (question === 'expand')
    return (
      <Frame title={`Expand ${namedNodes(nodes)}`}>
        <ExpandForm ids={nodes} onDone={close} />
      </Frame>
    );
  if (question === 'group')
    return (
      <Frame title={nodes.length === 0 ? 'Group by a property' : `Group ${namedNodes(nodes)} by a property`}>
        <GroupForm selected={nodes} onDone={close} />
      </Frame>
    );
  return from === undefined || to === undefined ? null : (
    <Frame title={`Paths between ${nameOnScreen(from)} and ${nameOnScreen(to)}`}>
      <PathsForm from={from} to={to} onDone={close} />
    </Frame>
  );
}

export function OfferDialog({ offer }: { readonly offer: Offer }) {
  return (
    <Frame title={`${offer.title}: more than the picture takes`} onClose={() => offer.answer(null)}>
      <PartForm offer={offer} />
    </Frame>
  );
}

interface FrameProps {
  readonly title: string;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

function Frame({ title, onClose = close, children }: FrameProps) {
  return (
    <Modal.Root opened onClose={onClose} size="md">
      <Modal.Overlay />
      {/* without the component's own header, which would be a second banner of the page */}
      <Modal.Content aria-label={title}>
        <Modal.Body pt="md">
          <div className="dialog-head">
            <Title order={2} size="h4">
              {title}
            </Title>
            <CloseButton aria-label="Close" onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
