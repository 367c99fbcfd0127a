import fc from 'fast-check';
import { Point, type Value } from '../../../../graph/model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../../../graph/temporal.ts';

const nanosOfDay = fc.integer({ min: 0, max: 86_399_999_999_999 });
const epochDay = fc.integer({ min: -365_243_219_162, max: 365_241_780_471 });
const offset = fc.integer({ min: -64_800, max: 64_800 });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
/** Anything that is no container and no graph element. */
export const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.boolean(),
  long,
  fc.bigInt({ min: -300n, max: 300n }),
  fc.double(),
  fc.string({ unit: 'binary' }),
  // halves of surrogate pairs
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
  epochDay.map((day) => new LocalDate(day)),
  nanosOfDay.map((nanos) => new LocalTime(nanos)),
  fc.tuple(nanosOfDay, offset).map(([nanos, o]) => new OffsetTime(nanos, o)),
  fc.tuple(epochDay, nanosOfDay).map(([day, nanos]) => new LocalDateTime(day, nanos)),
  fc
    .tuple(epochDay, nanosOfDay, offset, fc.constantFrom(null, 'Europe/Moscow'))
    .map((parts) => new DateTime(...parts)),
  fc.tuple(long, long, long, fc.integer({ min: 0, max: 999_999_999 })).map((parts) => new Duration(...parts)),
  fc
    .tuple(fc.constantFrom(4326, 9157), fc.double(), fc.double(), fc.option(fc.double()))
    .map((parts) => new Point(...parts)),
);
