/** What of a result can be drawn, and the two ways to draw it: beside what is on the screen, or in its place. */
import { Button, Group } from '@mantine/core';
import { Plus, Replace, Sparkle } from 'lucide-react';
import { useMemo, useState } from 'react';
import { idOf } from '../../../graph/elements.ts';
import type { Relationship } from '../../../graph/model.ts';
import { shownPicture } from '../../picture/shown.ts';
import { act } from '../../state/history.ts';
import { fits, neededNodes, partOf, PICTURE_TAKES, roomBeside } from '../../state/part.ts';
import type { Part } from '../../state/part.ts';
import { announce, selectAll, useScreen } from '../../state/screen.ts';
import { asked } from '../../state/settings.ts';
import { counted } from '../../state/words.ts';
import { work } from '../../state/work.ts';
import { PartChoice } from '../part-choice.tsx';
import { notifyFailure } from '../status/notify.tsx';
import { ExportQuery } from './export-query.tsx';
import { elementsOf, forPicture } from './result-elements.ts';
import type { Result } from './session.ts';

export function ResultPicture({ result }: { readonly result: Result }) {
  // what still grows would be gone through again with every row that comes
  return result.outcome.kind === 'running' ? (
    <p className="result-note">It can be drawn once the last row is here.</p>
  ) : (
    <Drawing result={result} />
  );
}

function Drawing({ result }: { readonly result: Result }) {
  const elements = useMemo(() => elementsOf(result.rows), [result.rows]);
  const needed = useMemo(() => neededNodes(elements, endsOf).size, [elements]);
  const [part, setPart] = useState<Part>('connected');
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

  const isTooMuch = !fits(needed, relationships.size, PICTURE_TAKES);
  const isCut = result.outcome.kind === 'done' && result.outcome.cut;

  const draw = async (kind: 'merge' | 'replace'): Promise<void> => {
    const title = kind === 'merge' ? 'Add a result' : 'Draw a result';
    const room = kind === 'merge' ? roomBeside() : PICTURE_TAKES;
    setBusy(true);
    try {
      const some = !fits(needed, relationships.size, room) ? partOf(elements, endsOf, part, room) : elements;
      const database = useScreen.getState().health?.database ?? 'neo4j';
      const drawn = await work(title, (signal) => forPicture(some, database, signal));
      // what was drawn behind the nodes goes with their places
      const layout = asked(useScreen.getState().settings.layout);
      const action = kind === 'merge' ? { kind, ...drawn } : { kind, ...drawn, settings: { layout } };
      const { addedNodes, addedRelationships } = act(title, action);
      // what stays was placed for another company: a new picture gets a layout of its own
      if (kind === 'replace') await shownPicture()?.arrange(true);
      const left = relationships.size - some.relationships.size;
      const rest = left > 0 ? ` ${counted(left, 'relationship is', 'relationships are')} left out: the picture takes no more.` : ''; // prettier-ignore
      const words =
        kind === 'replace'
          ? `The picture now shows ${counted(drawn.nodes.length, 'node', 'nodes')} and ${counted(drawn.relationships.length, 'relationship', 'relationships')}.`
          : addedNodes.length + addedRelationships.length === 0
            ? rest === ''
              ? 'All of it is in the picture already.'
              : 'The picture is full: dismiss something, or replace it.'
            : `Added ${counted(addedNodes.length, 'node', 'nodes')} and ${counted(addedRelationships.length, 'relationship', 'relationships')}.`;
      say(words + rest);
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
        {isOnScreen && ', all of them in the picture'}
        {isCut && ', which is the part of it that the page holds'}.
      </p>
      {isTooMuch && <PartChoice part={part} onChoose={setPart} />}
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
        {isTooMuch && !isCut && result.source === 'store' && <ExportQuery statement={result.statement} />}
      </Group>
      {said !== '' && <p className="result-note">{said}</p>}
    </div>
  );
}

/** By element id. */
const endsOf = ({ startNodeElementId, endNodeElementId }: Relationship): readonly [string, string] => [
  startNodeElementId,
  endNodeElementId,
];
