/** Which part is drawn of what is too much for the picture. */
import { Radio } from '@mantine/core';
import { PICTURE_TAKES } from '../state/part.ts';
import type { Part } from '../state/part.ts';
import { counted } from '../state/words.ts';

export function PartChoice({
  part,
  onChoose,
}: {
  readonly part: Part;
  readonly onChoose: (part: Part) => void;
}) {
  return (
    <Radio.Group
      label={`The picture takes at most ${counted(PICTURE_TAKES.nodes, 'node', 'nodes')} and ${counted(PICTURE_TAKES.relationships, 'relationship', 'relationships')}. Draw`}
      value={part}
      onChange={(value) => onChoose(value as Part)}
    >
      <Radio size="xs" value="connected" label="the most connected of them" mt={6} />
      <Radio size="xs" value="first" label="the first of them" mt={6} />
    </Radio.Group>
  );
}
