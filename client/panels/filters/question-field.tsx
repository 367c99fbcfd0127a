/** A filter that is asked in Cypher, of what is on the screen: what the question finds is let through. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { matchOnScreen } from '../../state/ask-screen.ts';
import { addFilter } from '../../state/filtering.ts';

export function QuestionField() {
  const [isOpen, setOpen] = useState(false);
  const [statement, setStatement] = useState('MATCH (n)-[c]->() WHERE c.date IS NOT NULL RETURN DISTINCT n');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  const ask = async (): Promise<void> => {
    setAsking(true);
    setTrouble(null);
    try {
      const { nodes, relationships } = await matchOnScreen(statement);
      if (nodes.length + relationships.length === 0) {
        setTrouble('Nothing on the screen matches, so nothing was filtered.');
        return;
      }
      const base = { kind: 'question', property: '', keepsMissing: false, statement } as const;
      // where claims were found they are what is filtered, and every node stays: they would have no ends otherwise
      const [on, ids] = relationships.length > 0 ? (['relationship', relationships] as const) : (['node', nodes] as const); // prettier-ignore
      addFilter({ ...base, id: crypto.randomUUID(), on, ids: [...ids] });
      setOpen(false);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setAsking(false);
    }
  };

  if (!isOpen)
    return (
      <Button
        className="filters-ask"
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => setOpen(true)}
      >
        Filter by a question in Cypher …
      </Button>
    );
  return (
    <section className="filter-card" aria-label="A question in Cypher">
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        label="What this finds on the screen is shown"
        classNames={{ input: 'filter-statement' }}
        spellCheck={false}
        value={statement}
        error={trouble}
        onChange={(event) => setStatement(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask();
        }}
      />
      <div className="filter-all">
        <Button size="compact-sm" loading={isAsking} onClick={() => void ask()}>
          Filter
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
