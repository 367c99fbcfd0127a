/** One line of the report: our figure, a peer's from the same run, and the ratio, which is what to trust on a shared machine. */
export interface Line {
  readonly what: string;
  readonly ours: number;
  /** Whom we are compared with, and its figure; undefined where there is none. */
  readonly peer?: { readonly name: string; readonly figure: number };
  readonly unit: 'ms' | 'MB' | '/s';
  /** What the ratio is held against, as agreed; told, never enforced here: machines are noisy. */
  readonly goal?: string;
}

export const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3).replace(/\.?0+$/, '');

/** Prints as Markdown, so that it can be quoted as it is. */
export function printHeader(title: string): void {
  console.log(`\n### ${title}\n\n| what | ours | peer | ours ÷ peer | goal |\n|---|---|---|---|---|`);
}

export function printLine({ what, ours, peer, unit, goal }: Line): void {
  const theirs = peer === undefined ? '–' : `${number(peer.figure)} ${unit} (${peer.name})`;
  const ratio = peer === undefined ? '–' : (ours / peer.figure).toPrecision(2);
  console.log(`| ${what} | ${number(ours)} ${unit} | ${theirs} | ${ratio} | ${goal ?? ''} |`);
}

/** The middle of some figures, and any other quantile of them. */
export function quantile(figures: readonly number[], q: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
