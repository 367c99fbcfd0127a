/** The look of the components: one accent, two typefaces, quiet greys. Colours of the picture are in `picture/palette.ts`. */
import { createTheme, Notification } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const SANS = '"Source Sans 3 Variable", "Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif';
const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, serif';

const ink: MantineColorsTuple = [
  '#eef5fb',
  '#d9e7f4',
  '#b0cde7',
  '#84b1d9',
  '#5f99cd',
  '#488ac6',
  '#2f74b3',
  '#14558f',
  '#0f4a80',
  '#083d6e',
];

/** Greys of the dark scheme, so that fields and menus are of a piece with the panels. */
const dark: MantineColorsTuple = [
  '#eceae5',
  '#cfccc6',
  '#a9a59d',
  '#767b81',
  '#3a4047',
  '#2d3237',
  '#20252a',
  '#1b1f23',
  '#14171a',
  '#0f1214',
];

export const theme = createTheme({
  fontFamily: SANS,
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
  headings: { fontFamily: SERIF, fontWeight: '600' },
  colors: { ink, dark },
  primaryColor: 'ink',
  // white words on a filled button have at least 4.5:1, pointed at or not
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } },
      styles: { description: { color: 'var(--muted)' } },
    }),
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
});

/** The page's own variables, for both schemes; contrast of `muted` on `panel` and `ground` is at least 4.5:1. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: { '--serif': SERIF },
  light: {
    '--ground': '#fbfaf7',
    '--panel': '#ffffff',
    '--ink': '#1d1c1a',
    '--muted': '#615d56',
    '--hairline': '#e3dfd7',
    '--hover': '#f3f0ea',
    '--accent': '#14558f',
    '--mark': '#fdeeb5',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d1c1a',
    '--mantine-color-dimmed': '#615d56',
    '--mantine-color-default-border': '#d8d3ca',
    '--mantine-color-placeholder': '#6b675f',
  },
  dark: {
    '--ground': '#14171a',
    '--panel': '#1b1f23',
    '--ink': '#eceae5',
    '--muted': '#a9a59d',
    '--hairline': '#2d3237',
    '--hover': '#252a2f',
    '--accent': '#8fbfe8',
    '--mark': '#5c4a12',
    '--mantine-color-body': '#1b1f23',
    '--mantine-color-text': '#eceae5',
    '--mantine-color-dimmed': '#a9a59d',
    '--mantine-color-default': '#1b1f23',
    '--mantine-color-default-hover': '#252a2f',
    '--mantine-color-default-border': '#3a4047',
    '--mantine-color-placeholder': '#98948c',
  },
});
