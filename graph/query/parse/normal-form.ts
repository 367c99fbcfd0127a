/** `form = NFC | NFD | NFKC | NFKD` */
import type { IsNormalized } from '../ast.ts';
import type { Cursor } from './cursor.ts';

export function parseNormalForm(cursor: Cursor): IsNormalized['form'] | undefined {
  return cursor.acceptOne(['NFC', 'NFD', 'NFKC', 'NFKD']);
}
