/** More came than the picture has room for: the reader says which part of it is drawn. */
import { create } from 'zustand';
import type { Part } from './part.ts';

export interface Offer {
  /** As a command: `Expand Russia`. */
  readonly title: string;
  /** @param part null for nothing of it */
  answer(part: Part | null): void;
}

export const useOffer = create<{ readonly offer: Offer | null }>(() => ({ offer: null }));

/** Asks, and gives what is chosen; an offer that stands open is declined. */
export function offerPart(title: string): Promise<Part | null> {
  useOffer.getState().offer?.answer(null);
  return new Promise((resolve) => {
    const answer = (part: Part | null): void => {
      useOffer.setState({ offer: null });
      resolve(part);
    };
    useOffer.setState({ offer: { title, answer } });
  });
}
