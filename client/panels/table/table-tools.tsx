/** What is listed, in which columns, and what is done with it. */
import { ActionIcon, Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { Columns3, Copy, Download, Eye, EyeOff, Search, Waypoints } from 'lucide-react';
import type { RefObject } from 'react';
import { openMenu } from '../../state/asked.ts';
import { useScreen, useShown } from '../../state/screen.ts';
import { selectedCount } from '../../state/selection.ts';
import { isFixed } from './columns.ts';
import type { Column, Tab } from './columns.ts';
import { copy, download } from './copied.ts';
import { toggleColumn, useTable } from './table-state.ts';

interface Props {
  /** Every column there is. */
  readonly all: readonly Column[];
  /** Those that are shown. */
  readonly columns: readonly Column[];
  readonly ids: readonly string[];
  readonly find: RefObject<HTMLInputElement | null>;
}

const NUMBERS = new Intl.NumberFormat('en');

export function TableTools({ all, columns, ids, find }: Props) {
  const { tab, wanted, hasHidden } = useTable();
  const shown = useShown();
  const selection = useScreen((state) => state.selection);
  const chosen = new Set(tab === 'node' ? selection.nodes : selection.relationships);
  const taken = chosen.size === 0 ? ids : ids.filter((id) => chosen.has(id));
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="What the table lists"
        value={tab}
        data={[
          { value: 'node', label: `Actors and events ${NUMBERS.format(shown.nodes.size)}` },
          { value: 'relationship', label: `Claims ${NUMBERS.format(shown.relationships.size)}` },
        ]}
        onChange={(next) => useTable.setState({ tab: next as Tab })}
      />
      <TextInput
        ref={find}
        className="table-find"
        size="xs"
        aria-label="Find in the table"
        placeholder="Find in the table"
        leftSection={<Search size={14} aria-hidden />}
        value={wanted}
        onChange={(event) => useTable.setState({ wanted: event.currentTarget.value })}
      />
      {wanted.trim() !== '' && (
        <output className="count">
          {ids.length === 0 ? 'none found' : `${NUMBERS.format(ids.length)} found`}
        </output>
      )}
      <Verbs />
      <ColumnsMenu all={all} columns={columns} />
      <ActionIcon
        data-tip={
          hasHidden ? 'List only what is in the picture' : 'List what is hidden or filtered out as well'
        }
        variant={hasHidden ? 'light' : 'subtle'}
        color="gray"
        aria-label="List what is hidden or filtered out as well"
        aria-pressed={hasHidden}
        onClick={() => useTable.setState({ hasHidden: !hasHidden })}
      >
        {hasHidden ? <Eye size={17} aria-hidden /> : <EyeOff size={17} aria-hidden />}
      </ActionIcon>
      <ActionIcon
        data-tip={chosen.size === 0 ? 'Copy every row' : 'Copy the selected rows (Ctrl C)'}
        variant="subtle"
        color="gray"
        aria-label={chosen.size === 0 ? 'Copy every row' : 'Copy the selected rows'}
        onClick={() => void copy(columns, taken)}
      >
        <Copy size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        data-tip="Download as CSV"
        variant="subtle"
        color="gray"
        aria-label="Download as CSV"
        onClick={() => download(tab === 'node' ? 'actors-and-events.csv' : 'claims.csv', columns, taken)}
      >
        <Download size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}

/** What can be done in the picture with what is selected: its menu, as on a right click. */
function Verbs() {
  const count = useScreen((state) => selectedCount(state.selection));
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<Waypoints size={15} aria-hidden />}
      aria-haspopup="menu"
      disabled={count === 0}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        openMenu({ x: left, y: bottom });
      }}
    >
      Selected <span className="count table-count">{NUMBERS.format(count)}</span>
    </Button>
  );
}

function ColumnsMenu({ all, columns }: Pick<Props, 'all' | 'columns'>) {
  const shown = new Set(columns.map(({ id }) => id));
  const items = (which: readonly Column[]) =>
    which.map(({ id, title }) => (
      <Menu.CheckboxItem
        key={id}
        checked={shown.has(id)}
        closeMenuOnClick={false}
        // the last one stays: a table without columns is none
        disabled={columns.length === 1 && shown.has(id)}
        onChange={() => toggleColumn(id)}
      >
        {title}
      </Menu.CheckboxItem>
    ));
  return (
    <Menu position="top-start" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Columns3 size={15} aria-hidden />}
        >
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="table-menu">
        {items(all.filter(isFixed))}
        <Menu.Divider />
        <Menu.Label>Properties</Menu.Label>
        {items(all.filter((column) => !isFixed(column)))}
      </Menu.Dropdown>
    </Menu>
  );
}
