/** A claim of the screen as an item of a list. */
import { claimOnScreen } from '../../state/claims.ts';
import { ClaimLine } from './claim-line.tsx';

/** @param about see `ClaimLine` */
export function ClaimRow({ id, about }: { readonly id: string; readonly about?: 'subject' | 'object' }) {
  return (
    <li>
      <ClaimLine {...claimOnScreen(id)} about={about} />
    </li>
  );
}
