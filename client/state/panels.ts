/** Which panels are open. Of those at the bottom (the drawer) one is open at a time. */
import { create } from 'zustand';

export type Drawer = 'console' | 'table' | 'timeline';
export type Side = 'filters' | 'style' | 'layout' | 'story';

interface Panels {
  readonly drawer: Drawer | null;
  readonly open: ReadonlySet<Side>;
  readonly isHelpOpen: boolean;
  /** The source in the reading view (null: one is to be chosen), and the quote in it to begin with; null where it is closed. */
  readonly reading: { readonly source: string | null; readonly quote: string | null } | null;
}

export const usePanels = create<Panels>(() => ({
  drawer: null,
  open: new Set<Side>(),
  isHelpOpen: false,
  reading: null,
}));

/** @param isOpen true to open, false to close; else the other of both */
export function toggleDrawer(drawer: Drawer, isOpen?: boolean): void {
  usePanels.setState((state) => {
    const opens = isOpen ?? state.drawer !== drawer;
    if (opens) return { drawer };
    return state.drawer === drawer ? { drawer: null } : {};
  });
}

/** @param isOpen true to open, false to close; else the other of both */
export function togglePanel(panel: Side, isOpen?: boolean): void {
  usePanels.setState(({ open }) => {
    const next = new Set(open);
    if (isOpen ?? !open.has(panel)) next.add(panel);
    else next.delete(panel);
    return { open: next };
  });
}

export const showHelp = (isHelpOpen: boolean): void => usePanels.setState({ isHelpOpen });

/**
 * Opens the reading view.
 *
 * @param source its id; null for the list of all, to choose from
 * @param quote id of the evidence to begin with; default the first
 */
export const read = (source: string | null, quote: string | null = null): void =>
  usePanels.setState({ reading: { source, quote } });

export const stopReading = (): void => usePanels.setState({ reading: null });
