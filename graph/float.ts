/** Prints a FLOAT as Java, and so Neo4j, does: `1.0`, `1.0E10`, `1.0E-4`, `NaN`, `-Infinity`. */
export function printFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const abs = Math.abs(value);
  if (abs >= 1e-3 && abs < 1e7) {
    const plain = String(value);
    return plain.includes('.') ? plain : `${plain}.0`;
  }
  const shortest = value.toExponential();
  // Java always gives a second digit, and takes the one nearest to the double: 4.9E-324.
  const [mantissa = '', exponent = ''] = (shortest.includes('.') ? shortest : value.toExponential(1)).split(
    'e',
  );
  return `${mantissa}E${exponent.replace('+', '')}`;
}
