/** Whether the page is as narrow as a phone's: panels are sheets then. The same bound as in the stylesheets. */
import { useMediaQuery } from '@mantine/hooks';

const QUERY = '(max-width: 48em)';

export const useNarrow = (): boolean =>
  useMediaQuery(QUERY, matchMedia(QUERY).matches, { getInitialValueInEffect: false });
