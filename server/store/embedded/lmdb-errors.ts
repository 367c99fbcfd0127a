import { setTimeout as sleep } from 'node:timers/promises';

/** lmdb rejects with an error that holds a promise of the real one, which it may never keep. */
export async function causeOf(rejection: unknown): Promise<unknown> {
  if (!(rejection instanceof Error) || !('commitError' in rejection)) return rejection;
  try {
    return await Promise.race([rejection.commitError, sleep(1_000, rejection, { ref: false })]);
  } catch (cause) {
    return cause;
  }
}

/** The disk, the quota, the allowed size of a file or the address space is used up; LMDB has taken the transaction back. */
export function isFull(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const codes: unknown[] = [ENOSPC, EFBIG, EDQUOT, MDB_MAP_FULL];
  return (
    codes.includes(code) || /No space left|File too large|quota exceeded|MDB_MAP_FULL/i.test(messageOf(cause))
  );
}
const ENOSPC = 28;
const EFBIG = 27;
const EDQUOT = 122;
const MDB_MAP_FULL = -30792;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
