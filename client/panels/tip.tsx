import { Tooltip } from '@mantine/core';
import type { FloatingPosition } from '@mantine/core';

interface TipProps {
  readonly element: HTMLElement;
  readonly text: string;
  /** Of what holds the words. */
  readonly id: string;
}

/** See `Tips`: apart, since the first picture does not wait for what is pointed at later. */
export function Tip({ element, text, id }: TipProps) {
  return (
    <Tooltip
      target={element}
      label={<span id={id}>{text}</span>}
      position={(element.dataset['tipSide'] ?? 'top') as FloatingPosition}
      opened
      // part of the page for those who go through it by its landmarks
      withinPortal={false}
      floatingStrategy="fixed"
    />
  );
}
