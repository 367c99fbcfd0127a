/** The ISO 8601 calendar: weeks, quarters and days of the year, on days since 1970-01-01. */
import { civilFromDays, daysFromCivil } from '../../temporal.ts';
import { arithmeticError } from '../values/numbers.ts';
import { argumentError, checkRange } from './errors.ts';

export const MAX_YEAR = 999_999_999;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 Monday to 7 Sunday. */
export const dayOfWeek = (epochDay: number): number => ((((epochDay + 3) % 7) + 7) % 7) + 1;

/** The Monday of a week-year's first week: the week that holds 4 January. */
function firstWeekStart(weekYear: number): number {
  const fourth = daysFromCivil(weekYear, 1, 4);
  return fourth - (dayOfWeek(fourth) - 1);
}

export function weekOf(epochDay: number): { weekYear: number; week: number } {
  // The Thursday of a week lies in the year the week belongs to.
  const weekYear = civilFromDays(epochDay - dayOfWeek(epochDay) + 4).year;
  return { weekYear, week: Math.floor((epochDay - firstWeekStart(weekYear)) / 7) + 1 };
}

export const weeksIn = (weekYear: number): number =>
  (firstWeekStart(weekYear + 1) - firstWeekStart(weekYear)) / 7;

export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1;

export const quarterStart = (year: number, quarter: number): number =>
  daysFromCivil(year, quarter * 3 - 2, 1);

/** Every constructor below checks its fields and gives days since 1970-01-01. @throws CypherError no such day */
export function dayFromCalendar(year: number, month: number, day: number): number {
  checkYear(year);
  checkRange('MonthOfYear', month, 1, 12);
  checkRange('DayOfMonth', day, 1, 31);
  if (day > lengthOfMonth(year, month)) {
    throw argumentError(`Invalid date '${MONTHS[month - 1]} ${day}'`, ['22007', '22N11']);
  }
  return daysFromCivil(year, month, day);
}

export function dayFromWeek(weekYear: number, week: number, day: number): number {
  checkYear(weekYear);
  if (week < 1 || week > 53) {
    throw argumentError(`Invalid value for WeekOfWeekBasedYear (valid values 1 - 52/53): ${week}`, [
      '22007',
      '22N11',
    ]);
  }
  checkRange('DayOfWeek', day, 1, 7);
  if (week > weeksIn(weekYear))
    throw argumentError(`Year ${weekYear} does not contain ${week} weeks.`, ['22007', '22N11']);
  return firstWeekStart(weekYear) + (week - 1) * 7 + day - 1;
}

export function dayFromQuarter(year: number, quarter: number, day: number): number {
  checkYear(year);
  checkRange('QuarterOfYear', quarter, 1, 4);
  checkRange('DayOfQuarter', day, 1, 92);
  // Day 92 of a quarter of 90 runs over into the next, as in Neo4j.
  return quarterStart(year, quarter) + day - 1;
}

/** @throws CypherError the quarter is shorter */
export function dayFromQuarterExactly(year: number, quarter: number, day: number): number {
  const found = dayFromQuarter(year, quarter, day);
  const { month } = civilFromDays(found);
  if (quarterOf(month) === quarter) return found;
  throw argumentError(`Quarter ${quarter} only has ${day - civilFromDays(found).day} days.`, [
    '22007',
    '22N11',
  ]);
}

export function dayFromOrdinal(year: number, ordinalDay: number): number {
  checkYear(year);
  checkRange('DayOfYear', ordinalDay, 1, 366);
  if (ordinalDay === 366 && !isLeapYear(year)) {
    throw argumentError(`Invalid date 'DayOfYear 366' as '${year}' is not a leap year`, ['22007', '22N11']);
  }
  return daysFromCivil(year, 1, 1) + ordinalDay - 1;
}

const checkYear = (year: number): number => checkRange('Year', year, -MAX_YEAR, MAX_YEAR);

const MIN_DAY = daysFromCivil(-MAX_YEAR, 1, 1);
const MAX_DAY = daysFromCivil(MAX_YEAR, 12, 31);

/** The same day. @throws CypherError the year is beyond ±999,999,999 */
export function checkDay(epochDay: number): number {
  if (epochDay >= MIN_DAY && epochDay <= MAX_DAY) return epochDay;
  throw yearOverflow(Number.isFinite(epochDay) ? civilFromDays(epochDay).year : epochDay);
}

function yearOverflow(year: number): Error {
  return arithmeticError(`Invalid value for Year (valid values -${MAX_YEAR} - ${MAX_YEAR}): ${year}`);
}

/** `months` later; the day is cut to the month's length, as 31 January plus one month is 28 February. */
export function addMonths(epochDay: number, months: number): number {
  const { year, month, day } = civilFromDays(epochDay);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  if (Math.abs(newYear) > MAX_YEAR) throw yearOverflow(newYear);
  const newMonth = total - newYear * 12 + 1;
  return daysFromCivil(newYear, newMonth, Math.min(day, lengthOfMonth(newYear, newMonth)));
}

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];
