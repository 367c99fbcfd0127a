/** Which property's values gather nodes into one. */
import { Button, Radio, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { groupingChoices } from '../../state/grouping.ts';
import { groupBy } from '../../state/hiding.ts';
import { graph, useScreen, useShown } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';

export function GroupForm({ onDone }: { readonly onDone: () => void }) {
  const { nodes } = useShown();
  const present = useScreen((state) => state.settings.groupBy?.property ?? null);
  const choices = useMemo(() => groupingChoices(graph, nodes), [nodes]);
  const [chosen, setChosen] = useState(present ?? choices[0]?.property ?? null);
  if (choices.length === 0) return <Text>No two of what is shown share a value of any property.</Text>;
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
        groupBy(chosen);
      }}
    >
      <Radio.Group value={chosen} onChange={setChosen} aria-label="Property">
        <ul className="question-list" aria-label="Properties">
          {choices.map(({ property, groups, grouped }) => (
            <li key={property}>
              <Radio value={property} label={property} />
              <span className="count">
                {counted(groups, 'group', 'groups')} of {grouped}
              </span>
            </li>
          ))}
        </ul>
      </Radio.Group>
      <div className="question-foot">
        {present === null ? (
          <Text size="sm" c="dimmed">
            Nodes that share a value are drawn as one.
          </Text>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              onDone();
              groupBy(null);
            }}
          >
            Ungroup
          </Button>
        )}
        <Button type="submit">Group</Button>
      </div>
    </form>
  );
}
