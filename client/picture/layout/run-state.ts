/** Whether a layout runs, and how far it is, for the panel and for what ends it. */
import { create } from 'zustand';

interface LayoutRun {
  /** How far it is, 0 to 1; null while none runs. */
  readonly share: number | null;
  /** Ends it and leaves everything where it is by now. */
  stop(): void;
}

const AT_REST: LayoutRun = { share: null, stop: () => {} };

export const useLayoutRun = create<LayoutRun>(() => AT_REST);

export const layoutRuns = (stop: () => void): void => useLayoutRun.setState({ share: 0, stop });
export const layoutRests = (): void => useLayoutRun.setState(AT_REST);

export const isLayoutRunning = (): boolean => useLayoutRun.getState().share !== null;
export const stopLayout = (): void => useLayoutRun.getState().stop();
