/** Whether the page is light or dark: looked up once, as asking the browser takes longer than drawing a sign. */
import { useComputedColorScheme } from '@mantine/core';
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { Scheme } from './picture/palette.ts';

const SchemeContext = createContext<Scheme>('light');

/** Gives its scheme to all that is drawn within. */
export function SchemeProvider({ children }: { readonly children: ReactNode }) {
  return <SchemeContext value={useComputedColorScheme('light')}>{children}</SchemeContext>;
}

export const useScheme = (): Scheme => use(SchemeContext);
