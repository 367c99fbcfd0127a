/** What the page asks the reader before it acts on the selection, and where its menu is open. */
import { create } from 'zustand';

export type Question = 'expand' | 'paths' | 'group';

/** CSS pixels of the page. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

interface Asked {
  readonly question: Question | null;
  readonly menu: MenuPoint | null;
}

export const useAsked = create<Asked>(() => ({ question: null, menu: null }));

export const ask = (question: Question | null): void => useAsked.setState({ question, menu: null });
export const openMenu = (menu: MenuPoint | null): void => useAsked.setState({ menu });
