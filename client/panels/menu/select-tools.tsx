/** Among the picture's tools: draw around what is to be selected. */
import { commandOf } from '../../commands/registry.ts';
import { useTool } from '../../state/tool.ts';
import { CommandButton } from './command-button.tsx';

export function SelectTools() {
  useTool((state) => state.tool);
  return (
    <>
      <CommandButton command={commandOf('marquee')} variant="default" />
      <CommandButton command={commandOf('lasso')} variant="default" />
    </>
  );
}
