/** Whether the legend is open; null until the reader has chosen. */
import { create } from 'zustand';

export const useLegend = create<{ readonly isOpen: boolean | null }>(() => ({ isOpen: null }));

export const setLegend = (isOpen: boolean): void => useLegend.setState({ isOpen });
