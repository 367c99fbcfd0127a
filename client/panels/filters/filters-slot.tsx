/** Where the filters open: a button that says how many are on, and the panel, fetched when it is first wanted. */
import { Button, Menu } from '@mantine/core';
import { BookOpenText, ChartColumn, ListFilter, SlidersHorizontal, Table2 } from 'lucide-react';
import { activeFilters } from '../../state/filtering.ts';
import { toggleDrawer, togglePanel, usePanels } from '../../state/panels.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { useNarrow } from '../narrow.ts';
import { useLoaded } from '../loaded.ts';

const load = () => import('./filters.tsx');

export function FiltersSlot() {
  const isOpen = usePanels((state) => state.open.has('filters'));
  const panel = useLoaded(load, isOpen, 'The list of filters', () => togglePanel('filters', false));
  const isNarrow = useNarrow();
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  if (isEmpty) return null;
  return (
    <>
      {isNarrow ? <PhoneMenu /> : !isOpen && <FiltersButton />}
      {isOpen && panel !== null && <panel.default />}
    </>
  );
}

const useActive = (): number => useScreen(activeFilters);

function FiltersButton() {
  const active = useActive();
  return (
    <Button
      className="filters-button"
      variant="default"
      leftSection={<ListFilter size={16} aria-hidden />}
      aria-expanded={false}
      onClick={() => togglePanel('filters', true)}
    >
      Filters{active > 0 && <Badge active={active} />}
    </Button>
  );
}

function Badge({ active }: { readonly active: number }) {
  return (
    <span className="filters-badge">
      {active}
      <span className="visually-hidden"> on</span>
    </span>
  );
}

/** On a phone the bar has no room for more: one button for what narrows the picture down and what lists it. */
function PhoneMenu() {
  const active = useActive();
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <Button
          className="filters-button"
          variant="default"
          leftSection={<SlidersHorizontal size={16} aria-hidden />}
        >
          Look{active > 0 && <Badge active={active} />}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<ListFilter size={16} aria-hidden />}
          onClick={() => togglePanel('filters', true)}
        >
          Filters
        </Menu.Item>
        <Menu.Item
          leftSection={<ChartColumn size={16} aria-hidden />}
          onClick={() => toggleDrawer('timeline', true)}
        >
          Timeline
        </Menu.Item>
        <Menu.Item leftSection={<Table2 size={16} aria-hidden />} onClick={() => toggleDrawer('table', true)}>
          Table
        </Menu.Item>
        <Menu.Item
          leftSection={<BookOpenText size={16} aria-hidden />}
          onClick={() => togglePanel('story', true)}
        >
          Stories
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
