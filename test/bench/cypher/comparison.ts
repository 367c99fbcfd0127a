/** The Cypher benchmark's report, as Markdown that can be quoted as it is. */
import { isDeepStrictEqual } from 'node:util';
import { number } from '../report.ts';
import type { Answer, EngineName } from './engine.ts';
import type { Outcome } from './work.ts';

/** A figure, and how many times as much as ours the peer's must be. */
export interface Goal {
  readonly what: string;
  /** How it is told; default: as it is called. */
  readonly title?: string;
  readonly grafeo: number | null;
  readonly neo4j: number | null;
}

type Outcomes = Readonly<Partial<Record<EngineName, Outcome>>>;

export function printComparison(title: string, goals: readonly Goal[], outcomes: Outcomes): void {
  console.log(
    `\n### ${title}\n\n| what | ours | Grafeo | times ours | goal | Neo4j | times ours | goal |\n|---|---|---|---|---|---|---|---|`,
  );
  for (const { what, title: told = what, grafeo, neo4j } of goals) {
    const ours = outcomes.Entente?.figures[what] ?? Number.NaN;
    const unit = what.startsWith('resident') ? 'MB' : 'ms';
    const beside = (figure: number | undefined, goal: number | null): string => {
      if (figure === undefined) return `no answer | | ${goal === null ? '' : `≥ ${goal}`}`;
      if (goal === null) return '– | – | –';
      const times = figure / ours;
      const ratio = times.toPrecision(2);
      return `${number(figure)} ${unit} | ${times < goal ? `**${ratio}**` : ratio} | ≥ ${goal}`;
    };
    console.log(
      `| ${told} | ${number(ours)} ${unit} | ${beside(outcomes.Grafeo?.figures[what], grafeo)} | ${beside(outcomes.Neo4j?.figures[what], neo4j)} |`,
    );
  }
  console.log('\nWhat is bold misses its goal.');
}

/** Where engines answered otherwise than we do, a sentence each. */
export function differences(outcomes: Outcomes): string[] {
  const ours = outcomes.Entente?.answers ?? {};
  const lines: string[] = [];
  for (const peer of ['Grafeo', 'Neo4j'] as const) {
    const answers = outcomes[peer]?.answers ?? {};
    let agreed = 0;
    for (const [what, answer] of Object.entries(ours)) {
      const theirs = answers[what];
      if (theirs === undefined || typeof theirs === 'string')
        lines.push(`- ${peer} does not answer “${what}”: ${String(theirs).split('\n')[0]}`);
      else if (same(answer, theirs)) agreed += 1;
      else lines.push(`- ${peer} answers “${what}” otherwise: ${difference(answer, theirs)}`);
    }
    lines.unshift(`- ${peer} answers ${agreed} of ${Object.keys(ours).length} as we do.`);
  }
  return ['', ...lines];
}

/** Averages may differ in their last digits, as the order of adding does. */
const rounded = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rounded);
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;
};

const same = (ours: Answer | string, theirs: Answer | string): boolean =>
  isDeepStrictEqual(rounded(ours), rounded(theirs));

function difference(ours: Answer | string, theirs: Answer): string {
  if (typeof ours === 'string') return `we do not: ${ours}`;
  const at = ours.findIndex((row, i) => !isDeepStrictEqual(rounded(row), rounded(theirs[i])));
  return at < 0
    ? `${theirs.length} rows instead of ${ours.length}`
    : `row ${at + 1} is ${JSON.stringify(theirs[at] ?? null)} instead of ${JSON.stringify(ours[at])}`;
}
