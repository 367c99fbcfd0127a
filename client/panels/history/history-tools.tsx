/** Back, forward, and the list of what was done to the picture, to go to any point of it. */
import { Menu } from '@mantine/core';
import { History, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { open } from '../../state/explore.ts';
import { goToStep, redo, undo, useHistory } from '../../state/history.ts';
import type { Step } from '../../state/history.ts';
import { BarButton } from '../bar/bar-button.tsx';

/** Steps listed at once: those around where the picture is. */
const MOST_LISTED = 30;

export function HistoryTools() {
  const { done, undone } = useHistory();
  return (
    <>
      <Tool label="Undo" step={done.at(-1)} keys="Ctrl Z" Icon={Undo2} onClick={undo} />
      <Tool label="Redo" step={undone.at(-1)} keys="Ctrl Shift Z" Icon={Redo2} onClick={redo} />
      <HistoryMenu done={done} undone={undone} />
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly step: Step | undefined;
  readonly keys: string;
  readonly Icon: typeof Undo2;
  readonly onClick: () => void;
}

function Tool({ label, step, keys, Icon, onClick }: ToolProps) {
  const name = step === undefined ? label : `${label}: ${step.title}`;
  return (
    <BarButton
      label={name}
      tip={`${name} (${keys})`}
      Icon={Icon}
      // not `disabled`: the focus would be lost with the last step
      aria-disabled={step === undefined}
      data-disabled={step === undefined || undefined}
      onClick={onClick}
    />
  );
}

function HistoryMenu({ done, undone }: { readonly done: readonly Step[]; readonly undone: readonly Step[] }) {
  const [isOpen, setOpen] = useState(false);
  const steps = [...done, ...undone.toReversed()];
  const first = Math.max(0, done.length - MOST_LISTED / 2);
  const listed = steps.slice(first, first + MOST_LISTED);
  return (
    <Menu position="bottom-end" shadow="md" width={280} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <BarButton label="History" tip={isOpen ? null : 'What was done to the picture'} Icon={History} />
      </Menu.Target>
      <Menu.Dropdown className="history">
        <Menu.RadioGroup
          value={String(done.length)}
          onChange={(count) => goToStep(Number(count))}
          aria-label="What was done to the picture"
        >
          {first === 0 && <Menu.RadioItem value="0">The picture to begin with</Menu.RadioItem>}
          {listed.map(({ id, title }, index) => (
            <Menu.RadioItem
              key={id}
              value={String(first + index + 1)}
              data-undone={first + index >= done.length || undefined}
            >
              {title}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void open()}>Begin again with the whole graph</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
