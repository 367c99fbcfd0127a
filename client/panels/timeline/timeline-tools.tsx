/** Steps through time, playing, and how much of it is seen. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { Pause, Play, StepBack, StepForward, ZoomIn } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  readonly canStep: boolean;
  readonly isPlaying: boolean;
  /** Steps a second. */
  readonly speed: number;
  readonly isZoomed: boolean;
  readonly isCleared: boolean;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onPlay: () => void;
  readonly onSpeed: (speed: number) => void;
  readonly onZoom: () => void;
  readonly onWhole: () => void;
  readonly onClear: () => void;
  readonly happenings: ReactNode;
}

const SPEEDS = [1, 2, 4, 8];

export function TimelineTools(props: Props) {
  const { canStep, isPlaying, speed, isZoomed, isCleared } = props;
  const step = (label: string, direction: 1 | -1, Icon: typeof StepBack) => (
    <ActionIcon
      data-tip={label}
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={!canStep}
      data-disabled={!canStep || undefined}
      onClick={() => props.onStep(direction)}
    >
      <Icon size={17} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      {step('Back by the span', -1, StepBack)}
      <ActionIcon
        data-tip={`${isPlaying ? 'Pause' : 'Play'} (Space)`}
        variant="default"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        onClick={props.onPlay}
      >
        {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </ActionIcon>
      {step('Forward by the span', 1, StepForward)}
      <NativeSelect
        size="xs"
        aria-label="Speed"
        value={String(speed)}
        data={SPEEDS.map((each) => ({ value: String(each), label: `${each} a second` }))}
        onChange={(event) => props.onSpeed(Number(event.currentTarget.value))}
      />
      {props.happenings}
      {isZoomed ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={props.onWhole}>
          All the time
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<ZoomIn size={15} aria-hidden />}
          disabled={!canStep}
          onClick={props.onZoom}
        >
          Zoom into the span
        </Button>
      )}
      {!isCleared && (
        <Button size="compact-sm" variant="subtle" onClick={props.onClear}>
          Clear
        </Button>
      )}
    </>
  );
}
