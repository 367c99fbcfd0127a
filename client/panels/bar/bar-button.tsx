/** A sign in the top bar. */
import { ActionIcon } from '@mantine/core';
import type { ActionIconProps, ElementProps } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';

interface BarButtonProps
  extends
    Omit<ActionIconProps, 'children' | 'color' | 'size'>,
    ElementProps<'button', keyof ActionIconProps> {
  readonly label: string;
  /** What is said where it is pointed at, where that is more than its label; null for nothing. */
  readonly tip?: string | null;
  readonly Icon: LucideIcon;
}

export function BarButton({ label, tip = label, Icon, ...others }: BarButtonProps) {
  return (
    <ActionIcon
      data-tip={tip ?? undefined}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      {...others}
    >
      <Icon size={19} aria-hidden />
    </ActionIcon>
  );
}
