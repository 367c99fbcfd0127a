/** The instants that temporal functions without arguments give. */
import type { DateTime } from '../../temporal.ts';
import type { Context } from '../runtime.ts';
import { fromUtc } from './zones.ts';
import type { Zone } from './zones.ts';

/** The transaction's and the statement's clock stand still; the real one does not. */
export type Clock = 'transaction' | 'statement' | 'realtime';

export function nowOn(clock: Clock, context: Context, zone: Zone): DateTime {
  return fromEpochNanos(epochNanos(clock, context), zone);
}

/** Nanoseconds since 1970; the real clock has milliseconds. */
export function epochNanos(clock: Clock, context: Context): bigint {
  if (clock === 'transaction') return context.transactionTime;
  return clock === 'statement' ? context.statementTime : BigInt(Date.now()) * 1_000_000n;
}

const NANOS_PER_DAY = 86_400_000_000_000n;

export function fromEpochNanos(nanos: bigint, zone: Zone): DateTime {
  const day = nanos / NANOS_PER_DAY;
  return fromUtc(Number(day), Number(nanos - day * NANOS_PER_DAY), zone);
}
