/**
 * PLOVER event types for the verb phrases of CAMEO, which GDELT is coded in, by how a phrase begins; the first that fits
 * counts, so the longer stand before the shorter.
 *
 * @see http://data.gdeltproject.org/documentation/CAMEO.Manual.1.1b3.pdf
 * @see https://github.com/openeventdata/PLOVER
 */
import { QUAD_OF_EVENT } from '../../graph/vocabulary.ts';
import type { EventType } from '../../graph/vocabulary.ts';

/** [event type, CAMEO's root codes, beginnings of phrases]. */
const BEGINNINGS: readonly (readonly [EventType, string, readonly string[]])[] = [
  ['REJECT', '016', ['Reject accusation']],
  ['COERCE', '17', ['Expel or deport', 'Impose administrative', 'Impose restrictions', 'Impose curfew', 'Impose state of emergency', 'Use repression']],
  ['ASSAULT', '19', ['Impose blockade']],
  ['PROTEST', '14', ['Conduct hunger strike', 'Conduct strike', 'Obstruct passage', 'Engage in political dissent', 'Demonstrate', 'Protest']],
  ['ASSAULT', '18–20', ['Engage in mass', 'Engage in ethnic', 'Attempt to assassinate', 'Assassinate', 'Conduct suicide', 'Carry out', 'Abduct', 'Physically assault', 'Sexually assault', 'Torture', 'Kill', 'Use ', 'Occupy', 'Fight', 'Employ', 'Violate ceasefire']],
  ['STATEMENT', '01', ['Make statement', 'Make public statement', 'Decline comment', 'Make pessimistic', 'Make optimistic', 'Make empathetic', 'Consider policy', 'Acknowledge or claim', 'Engage in symbolic', 'Express accord']],
  ['REQUEST', '02, 10', ['Make an appeal', 'Appeal', 'Demand']],
  ['AGREE', '03', ['Express intent']],
  ['CONSULT', '04', ['Consult', 'Discuss', 'Make a visit', 'Host a visit', 'Meet', 'Engage in mediation', 'Engage in negotiation', 'Mediate']],
  ['COOPERATE', '06', ['Engage in material', 'Engage in judicial', 'Cooperate', 'Share intelligence']],
  ['SUPPORT', '05', ['Engage in diplomatic', 'Praise', 'Defend', 'Rally support', 'Grant diplomatic', 'Apologize', 'Forgive', 'Sign formal']],
  ['AID', '07', ['Provide', 'Grant asylum']],
  ['RETREAT', '087', ['De-escalate', 'Declare truce', 'Ease military', 'Demobilize', 'Retreat']],
  ['CONCEDE', '08', ['Yield', 'Ease', 'Accede', 'Return', 'Allow', 'Receive']],
  ['ACCUSE', '09, 11', ['Investigate', 'Disapprove', 'Criticize', 'Accuse', 'Rally opposition', 'Complain', 'Bring lawsuit', 'Find guilty']],
  ['REJECT', '12', ['Reject', 'Refuse', 'Veto', 'Defy']],
  ['THREATEN', '13', ['Threaten', 'Give ultimatum']],
  ['MOBILIZE', '15', ['Increase military', 'Increase police', 'Mobilize', 'Exhibit']],
  ['SANCTION', '16', ['Reduce', 'Impose embargo', 'Halt', 'Expel']],
  ['COERCE', '17', ['Coerce', 'Seize', 'Confiscate', 'Destroy', 'Ban', 'Arrest']],
]; // prettier-ignore

/** PLOVER's event type and quad category of a CAMEO phrase; null where it is none. */
export function ploverOf(phrase: string): { readonly event: EventType; readonly quad: string } | null {
  const found = BEGINNINGS.find(([, , beginnings]) => beginnings.some((words) => phrase.startsWith(words)));
  if (found === undefined) return null;
  const [event] = found;
  return { event, quad: QUAD_OF_EVENT[event] };
}
