/** Walking from a node along its claims, in an order that can be spoken: what it said and did, then what was said and done to it. */
import { nameOf, nodeOf, relationshipOf } from '../state/graph.ts';
import type { ScreenGraph } from '../state/graph.ts';
import { claimDate } from '../state/period.ts';
import { claimSentence } from '../state/sentence.ts';
import type { Shown } from '../state/shown.ts';

export interface WalkStep {
  readonly claim: string;
  /** The claim's other end: the node itself where the claim is about itself. */
  readonly other: string;
  readonly isOut: boolean;
}

/** Every claim of the node that is shown: made by it before made about it, each by the name of the other end, then by date. */
export function stepsFrom(
  graph: ScreenGraph,
  id: string,
  { relationships }: Pick<Shown, 'relationships'>,
): WalkStep[] {
  const name = new Map<string, string>();
  const nameOnce = (node: string): string => {
    let known = name.get(node);
    if (known === undefined) {
      known = nameOf({ id: node, properties: graph.getNodeAttributes(node).properties });
      name.set(node, known);
    }
    return known;
  };
  const date = (claim: string): string => claimDate(graph.getEdgeAttributes(claim).properties) ?? '';
  const compare = (a: WalkStep, b: WalkStep): number =>
    Number(b.isOut) - Number(a.isOut) ||
    nameOnce(a.other).localeCompare(nameOnce(b.other), 'en') ||
    (date(a.claim) < date(b.claim) ? -1 : date(a.claim) > date(b.claim) ? 1 : 0);
  return graph
    .edges(id)
    .filter((claim) => relationships.has(claim))
    .map((claim): WalkStep => {
      const isOut = graph.source(claim) === id;
      return { claim, other: isOut ? graph.target(claim) : graph.source(claim), isOut };
    })
    .toSorted(compare);
}

/** "3 of 12: urged the Taliban to form an inclusive government"; of a claim about the node: "9 of 12: the United Nations praised it". */
export function stepText(graph: ScreenGraph, steps: readonly WalkStep[], index: number): string {
  const step = steps[index];
  if (step === undefined) return '';
  const claim = relationshipOf(graph, step.claim);
  const { subject, verb, object, rest } = claimSentence(
    claim,
    nodeOf(graph, claim.source),
    nodeOf(graph, claim.target),
  );
  return `${index + 1} of ${steps.length}: ${step.isOut ? `${verb} ${object}` : `${subject} ${verb} it`}${rest}`;
}
