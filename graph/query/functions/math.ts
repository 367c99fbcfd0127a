/** Numbers: rounding, roots, logarithms, trigonometry. */
import type { RunValue } from '../runtime.ts';
import { argumentError } from '../temporal/errors.ts';
import { mismatch, typeError } from '../values/errors.ts';
import { category, float, text } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const numeric = category('Numeric');
const logarithmic = category('Logarithmic');
const trigonometric = category('Trigonometric');
const hyperbolic = category('Trigonometric', 25);

/** Functions from FLOAT to FLOAT, an INTEGER read as one: those of `Math` keep IEEE's rules, as Java's do. */
const real = (
  group: ReturnType<typeof category>,
  name: string,
  description: string,
  calculate: (x: number) => number,
): FunctionDefinition =>
  group.strict(`${name}(input :: FLOAT) :: FLOAT`, description, (_context, value = null) =>
    calculate(float(name, value)),
  );

const MODES = ['CEILING', 'FLOOR', 'UP', 'DOWN', 'HALF_EVEN', 'HALF_UP', 'HALF_DOWN', 'UNNECESSARY'] as const;
type Mode = (typeof MODES)[number];

function roundTo(value: number, precision: number, mode: Mode): number {
  // digits have no sign of their own: -0.0, and what is rounded to it, is 0.0
  if (value === 0) return 0;
  if (!Number.isFinite(value) || precision > 308) return value;
  // The exact decimal digits of the double, so that 1.005 to 2 places is not a matter of luck.
  const { digits, point } = decimal(Math.abs(value));
  const keep = point + precision;
  if (keep >= digits.length) return value;
  const kept = keep > 0 ? digits.slice(0, keep) : '';
  const rest = keep >= 0 ? digits.slice(keep) : `0${digits}`;
  const up = roundsUp(mode, value < 0, kept, rest);
  const whole = BigInt(kept === '' ? '0' : kept) + (up ? 1n : 0n);
  return Number(`${value < 0 && whole > 0n ? '-' : ''}${whole}e${-precision}`);
}

/** Shortest digits that name the double, and where the decimal point stands among them. */
function decimal(value: number): { digits: string; point: number } {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

function roundsUp(mode: Mode, negative: boolean, kept: string, rest: string): boolean {
  if (/^0*$/.test(rest)) return false;
  const half = rest.startsWith('5') && /^50*$/.test(rest) ? 0 : rest >= '5' ? 1 : -1;
  switch (mode) {
    case 'UNNECESSARY':
      throw argumentError('Rounding is necessary, and the mode is UNNECESSARY');
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !negative;
    case 'FLOOR':
      return negative;
    case 'HALF_UP':
      return half >= 0;
    case 'HALF_DOWN':
      return half > 0;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && Number(kept.at(-1) ?? 0) % 2 === 1);
  }
}

function round(value: RunValue, precision: RunValue, mode: RunValue | undefined): RunValue {
  if (value === null || precision === null) return null;
  const x = float('round', value);
  const places = Math.trunc(float('round', precision));
  if (places < 0)
    throw argumentError("Precision argument to 'round()' cannot be negative", ['22N38', '22N03']);
  if (mode === undefined) {
    // Without a mode a half goes up, towards positive infinity, as Java's `Math.round`; with places it goes away from 0.
    return places === 0
      ? Number.isFinite(x)
        ? Math.floor(x) + (x - Math.floor(x) >= 0.5 ? 1 : 0)
        : x
      : roundTo(x, places, 'HALF_UP');
  }
  if (mode === null) return null;
  const named = text('round', mode);
  const known = MODES.find((candidate) => candidate === named);
  if (known === undefined) {
    throw argumentError(`Unknown rounding mode. Valid values are: ${MODES.join(', ')}.`, ['22000', '22N26']);
  }
  return roundTo(x, places, known);
}

function absolute(value: RunValue): RunValue {
  // -2^63 has no positive twin and stays itself, as in Java.
  if (typeof value === 'bigint') return value < 0n ? BigInt.asIntN(64, -value) : value;
  if (typeof value === 'number') return Math.abs(value);
  throw typeError('abs() requires numbers', ['22N38', '22N01']);
}

function sign(value: RunValue): bigint {
  if (typeof value !== 'bigint' && typeof value !== 'number') throw mismatch('a Number', value);
  return value > 0 ? 1n : value < 0 ? -1n : 0n;
}

const haversine = (x: number): number => (1 - Math.cos(x)) / 2;

export const mathFunctions: readonly FunctionDefinition[] = [
  numeric.strict(
    'abs(input :: INTEGER | FLOAT) :: INTEGER | FLOAT',
    'Returns the absolute value of a number.',
    (_context, value = null) => absolute(value),
  ),
  numeric.strict(
    'sign(input :: INTEGER | FLOAT) :: INTEGER',
    'Returns the signum of a number: 0, -1 or 1.',
    (_context, value = null) => sign(value),
  ),
  numeric.open(
    'rand() :: FLOAT',
    'Returns a random FLOAT in the range from 0 (inclusive) to 1 (exclusive).',
    () => Math.random(),
  ),
  numeric.open(
    'round(value :: FLOAT, precision = 0 :: INTEGER | FLOAT, mode = HALF_UP :: STRING) :: FLOAT',
    'Returns the value of a number rounded to the given precision, with the given rounding mode.',
    (_context, value = null, precision = 0n, mode = undefined) => round(value, precision, mode),
  ),
  real(
    numeric,
    'ceil',
    'Returns the smallest FLOAT that is greater than or equal to a number and equal to an INTEGER.',
    Math.ceil,
  ),
  real(
    category('Numeric', 25),
    'ceiling',
    'Returns the smallest FLOAT that is greater than or equal to a number and equal to an INTEGER.',
    Math.ceil,
  ),
  real(
    numeric,
    'floor',
    'Returns the largest FLOAT that is less than or equal to a number and equal to an INTEGER.',
    Math.floor,
  ),
  logarithmic.open('e() :: FLOAT', 'Returns the base of the natural logarithm, e.', () => Math.E),
  real(
    logarithmic,
    'exp',
    'Returns e^n, where e is the base of the natural logarithm, and n is the value of the argument expression.',
    Math.exp,
  ),
  real(logarithmic, 'log', 'Returns the natural logarithm of a FLOAT.', Math.log),
  real(category('Logarithmic', 25), 'ln', 'Returns the natural logarithm of a FLOAT.', Math.log),
  real(logarithmic, 'log10', 'Returns the common logarithm (base 10) of a FLOAT.', Math.log10),
  real(logarithmic, 'sqrt', 'Returns the square root of a FLOAT.', Math.sqrt),
  real(trigonometric, 'sin', 'Returns the sine of a FLOAT.', Math.sin),
  real(trigonometric, 'cos', 'Returns the cosine of a FLOAT.', Math.cos),
  real(trigonometric, 'tan', 'Returns the tangent of a FLOAT.', Math.tan),
  real(trigonometric, 'cot', 'Returns the cotangent of a FLOAT.', (x) => 1 / Math.tan(x)),
  real(hyperbolic, 'coth', 'Returns the hyperbolic cotangent of a FLOAT.', (x) =>
    x === 0 ? Number.NaN : 1 / Math.tanh(x),
  ),
  real(hyperbolic, 'sinh', 'Returns the hyperbolic sine of a FLOAT.', Math.sinh),
  real(hyperbolic, 'cosh', 'Returns the hyperbolic cosine of a FLOAT.', Math.cosh),
  real(hyperbolic, 'tanh', 'Returns the hyperbolic tangent of a FLOAT.', Math.tanh),
  real(trigonometric, 'asin', 'Returns the arcsine of a FLOAT in radians.', Math.asin),
  real(trigonometric, 'acos', 'Returns the arccosine of a FLOAT in radians.', Math.acos),
  real(trigonometric, 'atan', 'Returns the arctangent of a FLOAT in radians.', Math.atan),
  real(trigonometric, 'degrees', 'Converts radians to degrees.', (x) => x * (180 / Math.PI)),
  real(trigonometric, 'radians', 'Converts degrees to radians.', (x) => x * (Math.PI / 180)),
  real(trigonometric, 'haversin', 'Returns half the versine of a number.', haversine),
  trigonometric.strict(
    'atan2(y :: FLOAT, x :: FLOAT) :: FLOAT',
    'Returns the arctangent2 of a set of coordinates in radians.',
    (_context, y = null, x = null) => Math.atan2(float('atan2', y), float('atan2', x)),
  ),
  trigonometric.open('pi() :: FLOAT', 'Returns the mathematical constant pi.', () => Math.PI),
];
