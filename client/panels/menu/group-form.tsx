/** Which property's values gather nodes into one: of those that are selected, or of all that is shown where none is. */
import { Button, Radio, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { groupBy, groupsWith, ungroup } from '../../state/grouped.ts';
import { groupingChoices } from '../../state/grouping.ts';
import { graph, useShown } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';

interface GroupFormProps {
  readonly selected: readonly string[];
  readonly onDone: () => void;
}

export function GroupForm({ selected, onDone }: GroupFormProps) {
  const { nodes } = useShown();
  const choices = useMemo(
    () => groupingChoices(graph, selected.length === 0 ? nodes : selected),
    [nodes, selected],
  );
  const [group] = groupsWith(selected);
  const [chosen, setChosen] = useState(group?.property ?? choices[0]?.property);
  if (choices.length === 0 || chosen === undefined)
    return (
      <Text>
        No two of what is {selected.length === 0 ? 'shown' : 'selected'} share a value of any property.
      </Text>
    );
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
        groupBy(chosen, selected);
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
        {group === undefined ? (
          <Text size="sm" c="dimmed">
            Nodes that share a value are drawn as one.
          </Text>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              onDone();
              ungroup(selected);
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
