/** Where the page asks before it acts: the dialogs are fetched when one of them is first wanted. */
import { ask, useAsked } from '../../state/asked.ts';
import { useLoaded } from '../loaded.ts';

const load = () => import('./dialogs.tsx');

export function Questions() {
  const question = useAsked((state) => state.question);
  const dialogs = useLoaded(load, question !== null, 'The dialog', () => ask(null));
  return dialogs === null || question === null ? null : <dialogs.Dialog question={question} />;
}
