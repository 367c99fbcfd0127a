/** The top bar: the name, the one box, and what concerns the whole page. */
import { Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { CircleHelp, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useNarrow } from '../narrow.ts';
import { DrawerButtons } from './drawer-buttons.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { HistoryTools } from '../history/history-tools.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { showHelp } from '../../state/panels.ts';
import { StoryButton } from '../story/story-slot.tsx';
import type { Drawer } from '../../state/panels.ts';
import { SearchBox } from '../search/search-box.tsx';
import { BarButton } from './bar-button.tsx';

const DRAWERS: readonly Drawer[] = ['table', 'timeline', 'console'];
/** The others are in the menu beside the legend. */
const PHONE_DRAWERS: readonly Drawer[] = ['console'];

export function Bar() {
  const isNarrow = useNarrow();
  return (
    <header className="bar">
      <h1 className="wordmark">Entente</h1>
      <search className="bar-search">
        <SearchBox />
      </search>
      <div className="bar-tools">
        <HistoryTools />
        {!isNarrow && <StoryButton />}
        <DrawerButtons drawers={isNarrow ? PHONE_DRAWERS : DRAWERS} />
        <ShareButton />
        <ExportButton />
        <ThemeMenu />
        <BarButton label="Help and shortcuts" Icon={CircleHelp} onClick={() => showHelp(true)} />
      </div>
    </header>
  );
}

const SCHEMES: readonly {
  readonly scheme: MantineColorScheme;
  readonly name: string;
  readonly Icon: typeof Sun;
}[] = [
  { scheme: 'auto', name: 'As the system', Icon: Monitor },
  { scheme: 'light', name: 'Light', Icon: Sun },
  { scheme: 'dark', name: 'Dark', Icon: Moon },
];

function ThemeMenu() {
  const [isOpen, setOpen] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const CurrentIcon = SCHEMES.find(({ scheme }) => scheme === colorScheme)?.Icon ?? Monitor;
  return (
    <Menu position="bottom-end" shadow="md" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <BarButton label="Light or dark" tip={isOpen ? null : 'Light or dark'} Icon={CurrentIcon} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
          aria-label="Light or dark"
        >
          {SCHEMES.map(({ scheme, name, Icon }) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              <span className="scheme">
                <Icon size={16} aria-hidden /> {name}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
