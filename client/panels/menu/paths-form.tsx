/** How long a path may be, and whether one is enough. */
import { Button, Radio, Slider, Text } from '@mantine/core';
import { useState } from 'react';
import { addPaths, DEFAULT_HOPS, MOST_HOPS } from '../../state/connect.ts';
import { counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';

interface PathsFormProps {
  readonly from: string;
  readonly to: string;
  readonly onDone: () => void;
}

export function PathsForm({ from, to, onDone }: PathsFormProps) {
  const [isAll, setAll] = useState(true);
  const [maxHops, setMaxHops] = useState(DEFAULT_HOPS);
  const go = (): void => {
    onDone();
    addPaths(from, to, { isAll, maxHops }).catch((error: unknown) =>
      notifyFailure('No path was looked for', error),
    );
  };
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Radio.Group label="Which" value={isAll ? 'all' : 'one'} onChange={(value) => setAll(value === 'all')}>
        <Radio value="one" label="One of the shortest" mt={6} />
        <Radio value="all" label="All shortest" mt={6} />
      </Radio.Group>
      <div>
        <Text size="sm" fw={500} id="most-hops">
          Of at most {counted(maxHops, 'step', 'steps')}
        </Text>
        <Slider
          min={1}
          max={MOST_HOPS}
          step={1}
          value={maxHops}
          onChange={setMaxHops}
          marks={Array.from({ length: MOST_HOPS }, (_, index) => ({
            value: index + 1,
            label: String(index + 1),
          }))}
          thumbProps={{ 'aria-labelledby': 'most-hops' }}
          label={null}
          mb="lg"
        />
      </div>
      <div className="question-foot">
        <Text size="sm" c="dimmed">
          What is found is added and selected.
        </Text>
        <Button type="submit">Find</Button>
      </div>
    </form>
  );
}
