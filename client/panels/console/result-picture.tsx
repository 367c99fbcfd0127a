/** What of a result can be drawn, and the two ways to draw it: beside what is on the screen, or in its place. */
import { Button, Group } from '@mantine/core';
import { Plus, Replace, Sparkle } from 'lucide-react';
import { useMemo, useState } from 'react';
import { idOf } from '../../../graph/elements.ts';
import { shownPicture } from '../../picture/shown.ts';
import { act } from '../../state/history.ts';
import { announce, selectAll, useScreen } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';
import { elementsOf, forPicture } from './result-elements.ts';
import type { Result } from './session.ts';

export function ResultPicture({ result }: { readonly result: Result }) {
  const elements = useMemo(() => elementsOf(result.rows), [result.rows]);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const { nodes, relationships } = elements;
  if (nodes.size + relationships.size === 0)
    return (
      <p className="result-note">
        These rows hold no nodes or relationships, so there is nothing to draw. Return the elements
        themselves: <code>RETURN a, r, b</code> rather than <code>RETURN a.name</code>.
      </p>
    );

  const isOnScreen = result.source === 'screen';
  const say = (words: string): void => {
    setSaid(words);
    announce(words);
  };
  const show = (): void => {
    selectAll({
      nodes: Array.from(nodes.values(), idOf),
      relationships: Array.from(relationships.values(), idOf),
    });
    say('They stand out in the picture. Esc lets them go.');
  };

  const draw = async (kind: 'merge' | 'replace'): Promise<void> => {
    setBusy(true);
    try {
      const database = useScreen.getState().health?.database ?? 'neo4j';
      const drawn = await forPicture(elements, database, new AbortController().signal);
      const { addedNodes, addedRelationships } = act(kind === 'merge' ? 'Add a result' : 'Draw a result', {
        kind,
        ...drawn,
      });
      // what stays was placed for another company: a new picture gets a layout of its own
      if (kind === 'replace') await shownPicture()?.arrange(true);
      const words =
        kind === 'replace'
          ? `The picture now shows ${counted(drawn.nodes.length, 'node', 'nodes')} and ${counted(drawn.relationships.length, 'relationship', 'relationships')}.`
          : addedNodes.length + addedRelationships.length === 0
            ? 'All of it is in the picture already.'
            : `Added ${counted(addedNodes.length, 'node', 'nodes')} and ${counted(addedRelationships.length, 'relationship', 'relationships')}.`;
      say(words);
    } catch (error) {
      notifyFailure('It could not be drawn', error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="result-picture">
      <p>
        {counted(nodes.size, 'node', 'nodes')} and{' '}
        {counted(relationships.size, 'relationship', 'relationships')} in this result
        {isOnScreen && ', all of them in the picture'}.
      </p>
      <Group gap="xs">
        {isOnScreen ? (
          <Button size="sm" leftSection={<Sparkle size={16} aria-hidden />} onClick={show}>
            Bring out in the picture
          </Button>
        ) : (
          <Button
            size="sm"
            loading={isBusy}
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => void draw('merge')}
          >
            Add to the picture
          </Button>
        )}
        <Button
          size="sm"
          variant="default"
          disabled={isBusy}
          leftSection={<Replace size={16} aria-hidden />}
          onClick={() => void draw('replace')}
        >
          {isOnScreen ? 'Keep only these in the picture' : 'Replace the picture'}
        </Button>
      </Group>
      {said !== '' && <p className="result-note">{said}</p>}
    </div>
  );
}
