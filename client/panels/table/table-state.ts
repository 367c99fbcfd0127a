/** How the table is looked at; forgotten with the page. */
import { create } from 'zustand';
import type { Tab } from './columns.ts';
import type { Sort } from './rows.ts';

interface TableState {
  readonly tab: Tab;
  readonly height: number;
  readonly wanted: string;
  /** Whether what is hidden or filtered out is listed too. */
  readonly hasHidden: boolean;
  readonly sort: Readonly<Record<Tab, Sort | null>>;
  /** Ids of the columns that differ from those there are to begin with: left out, or added. */
  readonly changed: Readonly<Record<Tab, readonly string[]>>;
}

export const useTable = create<TableState>(() => ({
  tab: 'relationship',
  height: 360,
  wanted: '',
  hasHidden: false,
  sort: { node: { column: 'claims', isDescending: true }, relationship: null },
  changed: { node: [], relationship: [] },
}));

/** Ascending first, then descending, then as they came. */
export function sortBy(column: string): void {
  useTable.setState(({ tab, sort }) => {
    const now = sort[tab];
    const next =
      now?.column !== column
        ? { column, isDescending: false }
        : now.isDescending
          ? null
          : { column, isDescending: true };
    return { sort: { ...sort, [tab]: next } };
  });
}

export function toggleColumn(column: string): void {
  useTable.setState(({ tab, changed }) => {
    const now = changed[tab];
    const next = now.includes(column) ? now.filter((id) => id !== column) : [...now, column];
    return { changed: { ...changed, [tab]: next } };
  });
}
