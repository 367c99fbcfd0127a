/**
 * Reads temporal values from the one form in which `graph/temporal.ts` and Neo4j print each of them. (Cypher's own
 * functions take many more: see `query/temporal/`.)
 */
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  NANOS_PER_SECOND,
  OffsetTime,
  civilFromDays,
} from '../temporal.ts';

const DATE = '([+-]?\\d{4,9})-(\\d\\d)-(\\d\\d)';
const TIME = '(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?';
const OFFSET = '(Z|[+-]\\d\\d:\\d\\d(?::\\d\\d)?)';

const LOCAL_DATE = new RegExp(`^${DATE}$`);
const LOCAL_TIME = new RegExp(`^${TIME}$`);
const OFFSET_TIME = new RegExp(`^${TIME}${OFFSET}$`);
const LOCAL_DATE_TIME = new RegExp(`^${DATE}T${TIME}$`);
const DATE_TIME = new RegExp(`^${DATE}T${TIME}${OFFSET}(?:\\[([\\w/+-]+)\\])?$`);
const DURATION =
  /^P(?=.)(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?=.)(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:\.(\d{1,9}))?S)?)?$/;

type Groups = readonly (string | undefined)[];

/** Each gives null where the text is not one. */
export function readDate(text: string): LocalDate | null {
  const epochDay = dayIn(LOCAL_DATE.exec(text), 1);
  return epochDay === null ? null : new LocalDate(epochDay);
}

export function readLocalTime(text: string): LocalTime | null {
  const nanos = nanosIn(LOCAL_TIME.exec(text), 1);
  return nanos === null ? null : new LocalTime(nanos);
}

export function readOffsetTime(text: string): OffsetTime | null {
  const found = OFFSET_TIME.exec(text);
  const [nanos, offset] = [nanosIn(found, 1), offsetIn(found?.[5])];
  return nanos === null || offset === null ? null : new OffsetTime(nanos, offset);
}

export function readLocalDateTime(text: string): LocalDateTime | null {
  const found = LOCAL_DATE_TIME.exec(text);
  const [day, nanos] = [dayIn(found, 1), nanosIn(found, 4)];
  return day === null || nanos === null ? null : new LocalDateTime(day, nanos);
}

/** With an offset, and with or without the name of a zone after it. */
export function readDateTime(text: string): DateTime | null {
  const found = DATE_TIME.exec(text);
  const [day, nanos, offset] = [dayIn(found, 1), nanosIn(found, 4), offsetIn(found?.[8])];
  if (day === null || nanos === null || offset === null) return null;
  return new DateTime(day, nanos, offset, found?.[9] ?? null);
}

export function readDuration(text: string): Duration | null {
  const found = DURATION.exec(text);
  if (found === null) return null;
  const part = (index: number): bigint => BigInt(found[index] ?? 0);
  const fraction = BigInt((found[8] ?? '').padEnd(9, '0'));
  // in `PT-0.5S` the sign is only in the text
  const ownNanos = found[7]?.startsWith('-') === true ? -fraction : fraction;
  const nanos = ((part(5) * 60n + part(6)) * 60n + part(7)) * 1_000_000_000n + ownNanos;
  const rest = BigInt.asUintN(64, ((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n);
  return new Duration(
    part(1) * 12n + part(2),
    part(3) * 7n + part(4),
    (nanos - rest) / 1_000_000_000n,
    Number(rest),
  );
}

function dayIn(found: Groups | null, at: number): number | null {
  if (found === null) return null;
  const [year, month, day] = [Number(found[at]), Number(found[at + 1]), Number(found[at + 2])];
  const { epochDay } = LocalDate.of(year, month, day);
  // 30 February counts on into March: such a date is none
  const civil = civilFromDays(epochDay);
  return civil.month === month && civil.day === day ? epochDay : null;
}

function nanosIn(found: Groups | null, at: number): number | null {
  if (found === null) return null;
  const [hour, minute, second] = [Number(found[at]), Number(found[at + 1]), Number(found[at + 2] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const nano = Number((found[at + 3] ?? '').padEnd(9, '0'));
  return ((hour * 60 + minute) * 60 + second) * NANOS_PER_SECOND + nano;
}

function offsetIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const offset = (hours * 60 + minutes) * 60 + seconds;
  if (minutes > 59 || seconds > 59 || offset > 18 * 3600) return null;
  return text.startsWith('-') ? -offset : offset;
}
