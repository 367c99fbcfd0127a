/** What opens at the bottom: the console, the timeline, the table. */
import { ChartColumn, SquareTerminal, Table2 } from 'lucide-react';
import { titleWithKey } from '../../commands/command.ts';
import { toggleDrawer, usePanels } from '../../state/panels.ts';
import type { Drawer } from '../../state/panels.ts';
import { BarButton } from './bar-button.tsx';

const DRAWERS: readonly {
  readonly drawer: Drawer;
  readonly title: string;
  readonly key: string;
  readonly Icon: typeof Table2;
}[] = [
  { drawer: 'table', title: 'Table', key: 'B', Icon: Table2 },
  { drawer: 'timeline', title: 'Timeline', key: 'T', Icon: ChartColumn },
  { drawer: 'console', title: 'Cypher console', key: 'C', Icon: SquareTerminal },
];

/** @param drawers those for which there is room */
export function DrawerButtons({ drawers }: { readonly drawers: readonly Drawer[] }) {
  const open = usePanels((state) => state.drawer);
  return DRAWERS.filter(({ drawer }) => drawers.includes(drawer)).map(({ drawer, title, key, Icon }) => (
    <BarButton
      key={drawer}
      label={title}
      tip={titleWithKey({ title, keys: [key] })}
      Icon={Icon}
      variant={open === drawer ? 'light' : 'subtle'}
      aria-expanded={open === drawer}
      onClick={() => toggleDrawer(drawer)}
    />
  ));
}
