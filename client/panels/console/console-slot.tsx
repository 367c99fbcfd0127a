/** Where the console opens. It is large (CodeMirror), so it is fetched when it is first wanted. */
import { toggleDrawer, usePanels } from '../../state/panels.ts';
import { useLoaded } from '../loaded.ts';

// on its own: a `then` at the import would not be told that its styles could not be loaded
const load = () => import('./console.tsx');

export function ConsoleSlot() {
  const isOpen = usePanels((state) => state.drawer === 'console');
  const console = useLoaded(load, isOpen, 'The console', () => toggleDrawer('console', false));
  return isOpen && console !== null ? <console.default /> : null;
}
