/** Which claims to follow, which way, and how many neighbours to bring in. */
import { Button, Checkbox, Loader, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { relationshipPhrase } from '../../../graph/vocabulary.ts';
import type { NodeReply } from '../../../server/contract/api.ts';
import { asApiError } from '../../state/explore.ts';
import { EXPAND_LIMIT, expand, fetchCounts, leftOut } from '../../state/expand.ts';
import type { ExpandOptions } from '../../state/expand.ts';
import { capitalised, counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';

type Direction = NonNullable<ExpandOptions['direction']>;

const LIMITS = [10, 25, EXPAND_LIMIT, 100, 250, 1000];

interface ExpandFormProps {
  readonly ids: readonly string[];
  readonly onDone: () => void;
}

export function ExpandForm({ ids, onDone }: ExpandFormProps) {
  const [replies, setReplies] = useState<readonly NodeReply[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [direction, setDirection] = useState<Direction>('both');
  const [limit, setLimit] = useState(EXPAND_LIMIT);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const controller = new AbortController();
    fetchCounts(ids, controller.signal).then(setReplies, (error: unknown) => {
      if (!controller.signal.aborted) setFailure(asApiError(error).detail);
    });
    return () => controller.abort();
  }, [ids]);

  if (failure !== null) return <Text role="alert">What touches it could not be counted. {failure}</Text>;
  if (replies === null) return <Loader size="sm" type="dots" aria-label="Counting" />;

  const rows = rowsOf(replies, direction);
  const chosen = rows.filter(({ type }) => !without.has(type));
  const left = chosen.reduce((sum, row) => sum + row.left, 0);
  const go = (): void => {
    onDone();
    const isAll = chosen.length === rows.length;
    expand(ids, { direction, limit, ...(!isAll && { types: chosen.map(({ type }) => type) }) }).catch(
      (error: unknown) => notifyFailure('Nothing was added', error),
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
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label="Direction"
        value={direction}
        onChange={(value) => setDirection(value as Direction)}
        data={[
          { value: 'both', label: 'Both ways' },
          { value: 'out', label: 'By it' },
          { value: 'in', label: 'About it' },
        ]}
      />
      <Checkbox
        label={<strong>Every type of claim</strong>}
        checked={chosen.length === rows.length}
        indeterminate={chosen.length > 0 && chosen.length < rows.length}
        onChange={({ currentTarget: { checked } }) =>
          setWithout(checked ? new Set() : new Set(rows.map(({ type }) => type)))
        }
      />
      <ul className="question-list" aria-label="Types of claim">
        {rows.map(({ type, count, left: more }) => (
          <li key={type}>
            <Checkbox
              label={capitalised(relationshipPhrase(type))}
              checked={!without.has(type)}
              onChange={({ currentTarget: { checked } }) => {
                const next = new Set(without);
                if (checked) next.delete(type);
                else next.add(type);
                setWithout(next);
              }}
            />
            <span className="count">{more === count ? count : `${more} more of ${count}`}</span>
          </li>
        ))}
      </ul>
      <NativeSelect
        label={ids.length === 1 ? 'Most new neighbours' : 'Most new neighbours of each'}
        value={String(limit)}
        onChange={({ currentTarget: { value } }) => setLimit(Number(value))}
        data={LIMITS.map(String)}
      />
      <div className="question-foot">
        <Text size="sm" c="dimmed">
          {left === 0
            ? 'All of these are on the screen.'
            : `${counted(left, 'claim is', 'claims are')} not on the screen yet.`}
        </Text>
        <Button type="submit" disabled={left === 0}>
          Expand
        </Button>
      </div>
    </form>
  );
}

interface Row {
  readonly type: string;
  readonly count: number;
  /** Of them, how many are not loaded. */
  readonly left: number;
}

/** The types of the claims that leave or reach any of the nodes, most first. */
function rowsOf(replies: readonly NodeReply[], direction: Direction): Row[] {
  const counts = new Map<string, number>();
  for (const reply of replies)
    for (const each of reply.counts)
      if (direction === 'both' || each.direction === direction)
        counts.set(each.type, (counts.get(each.type) ?? 0) + each.count);
  return [...counts]
    .map(([type, count]) => ({
      type,
      count,
      left: replies.reduce((sum, reply) => sum + leftOut(reply, { types: [type], direction }), 0),
    }))
    .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
