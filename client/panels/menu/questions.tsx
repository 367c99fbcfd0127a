/** Where the page asks before it acts: the dialogs are fetched when one of them is first wanted. */
import { ask, useAsked } from '../../state/asked.ts';
import { useOffer } from '../../state/offered.ts';
import { useLoaded } from '../loaded.ts';

const load = () => import('./dialogs.tsx');

export function Questions() {
  const question = useAsked((state) => state.question);
  const offer = useOffer((state) => state.offer);
  const dialogs = useLoaded(load, question !== null || offer !== null, 'The dialog', () => {
    ask(null);
    offer?.answer(null);
  });
  if (dialogs === null) return null;
  return (
    <>
      {question !== null && <dialogs.Dialog question={question} />}
      {offer !== null && <dialogs.OfferDialog offer={offer} />}
    </>
  );
}
