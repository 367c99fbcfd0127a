/** What has a time of its own on the screen, events above all: marks under the bars, and a list of the same for the keyboard. */
import { Button, Menu } from '@mantine/core';
import { Star } from 'lucide-react';
import { kindStyle } from '../../picture/palette.ts';
import { isOnScreen, select } from '../../state/screen.ts';
import { writtenPeriod } from '../../state/words.ts';
import { positionOf } from '../histogram/edges.ts';
import type { TimeBins } from '../histogram/time-edges.ts';
import type { Happening } from './claim-times.ts';
import { useScheme } from '../../scheme.tsx';

interface Props {
  readonly events: readonly Happening[];
  readonly bins: TimeBins | null;
  readonly isList?: boolean;
}

/** Most that are marked: more are a smear. */
const MOST_MARKS = 200;
const MOST_LISTED = 100;

export function Happenings({ events, bins, isList = false }: Props) {
  const scheme = useScheme();
  if (bins === null) return null;
  const { edges } = bins;
  const [first, last] = [edges[0] as number, edges.at(-1) as number];
  const inView = events.filter(({ id, start, end }) => end >= first && start < last && isOnScreen({ kind: 'node', id })); // prettier-ignore
  if (isList)
    return (
      <Menu position="top-start" shadow="md" width={340}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Star size={14} aria-hidden />}
            disabled={inView.length === 0}
          >
            Events <span className="count timeline-count">{inView.length}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="timeline-menu">
          {inView.slice(0, MOST_LISTED).map((event) => (
            <Menu.Item key={event.id} onClick={() => select({ kind: 'node', id: event.id })}>
              {event.name} <span className="count">{writtenPeriod(event)}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    );
  const share = (time: number): number => (positionOf(time, edges) / (edges.length - 1)) * 100;
  return (
    // the list says the same, and can be reached by keyboard
    <div className="timeline-events" aria-hidden="true">
      {inView.slice(0, MOST_MARKS).map((event) => (
        <button
          key={event.id}
          type="button"
          tabIndex={-1}
          aria-label={event.name}
          title={`${event.name}, ${writtenPeriod(event)}`}
          style={{
            left: `${share(event.start)}%`,
            width: `${share(event.end) - share(event.start)}%`,
            background: kindStyle('Event').color[scheme],
          }}
          onClick={() => select({ kind: 'node', id: event.id })}
        />
      ))}
    </div>
  );
}
