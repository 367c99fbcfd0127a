/** Before more is added than the picture has room for: which part of it. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Offer } from '../../state/offered.ts';
import type { Part } from '../../state/part.ts';
import { PartChoice } from '../part-choice.tsx';

export function PartForm({ offer }: { readonly offer: Offer }) {
  const [part, setPart] = useState<Part>('connected');
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        offer.answer(part);
      }}
    >
      <PartChoice part={part} onChoose={setPart} />
      <div className="question-foot">
        <Text size="sm" c="dimmed">
          What is left out stays in the graph.
        </Text>
        <Button type="submit">Add these</Button>
      </div>
    </form>
  );
}
