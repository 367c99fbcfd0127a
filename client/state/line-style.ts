/** What the colours of lines tell: a dozen classes at most, told apart by colour and, where they can be, by dashes. */
import { QUAD_OF_EVENT, relationshipKind, relationshipPhrase, toneOf } from '../../graph/vocabulary.ts';
import type { Quad, Tone } from '../../graph/vocabulary.ts';
import { TONES } from '../picture/palette.ts';
import type { LineStyle } from '../picture/palette.ts';
import { CATEGORIES, OTHERS, ownLineColors } from '../picture/scales.ts';
import type { ScreenGraph } from './graph.ts';
import type { Style } from './settings.ts';
import type { Shown } from './shown.ts';
import { capitalised } from './words.ts';

export interface LineClass extends LineStyle {
  /** In `Style.colors`. */
  readonly key: string;
  readonly name: string;
}

export interface LineStyling {
  /** In the legend's order; the picture mixes their colours where a line stands for several claims. */
  readonly classes: readonly LineClass[];
  /** Index into `classes`. */
  classOf(type: string, event: unknown): number;
}

/** The legend's words for each tone, in its order. */
export const TONE_TITLES: Readonly<Record<Tone, string>> = {
  cooperation: 'Cooperation and support',
  request: 'Requests and conditions',
  warning: 'Warnings and fears',
  conflict: 'Refusal, sanctions, force',
  standing: 'Offices, membership, place',
};
export const TONE_ORDER = Object.keys(TONE_TITLES) as Tone[];

/** Words are thin and deeds are thick; conflict is dashed. */
const QUADS: readonly (LineStyle & { readonly quad: Quad })[] = [
  { quad: 'verbal cooperation', color: { light: '#398aff', dark: '#7cc4f5' }, dash: [0, 0], widthPx: 1.2 },
  { quad: 'material cooperation', color: { light: '#0b4f9c', dark: '#2f93e6' }, dash: [0, 0], widthPx: 1.9 },
  { quad: 'verbal conflict', color: { light: '#d96a00', dark: '#f5a95c' }, dash: [7, 4], widthPx: 1.3 },
  { quad: 'material conflict', color: { light: '#9c2f00', dark: '#f2693c' }, dash: [7, 4], widthPx: 2 },
  { quad: 'none', color: TONES.standing.color, dash: [2, 3], widthPx: 0.9 },
];

const QUAD_TITLES: Readonly<Record<Quad, string>> = {
  'verbal cooperation': 'Cooperation in words',
  'material cooperation': 'Cooperation in deeds',
  'verbal conflict': 'Conflict in words',
  'material conflict': 'Conflict in deeds',
  none: 'Neither',
};

/** PLOVER's category of a claim, by its type, or by the event that it was coded as. */
export function quadOf(type: string, event: unknown): Quad {
  const known = relationshipKind(type);
  if (known !== undefined) return known.quad;
  return typeof event === 'string'
    ? ((QUAD_OF_EVENT as Record<string, Quad | undefined>)[event] ?? 'none')
    : 'none';
}

export function lineStyling(graph: ScreenGraph, shown: Shown, { lineColor, colors }: Style): LineStyling {
  const withOwn = (classes: readonly LineClass[]): LineClass[] =>
    classes.map((each) => {
      const own = colors[each.key];
      return own === undefined ? each : { ...each, color: ownLineColors(own) };
    });
  switch (lineColor.by) {
    case 'tone':
      return {
        classes: withOwn(
          TONE_ORDER.map((tone) => ({ ...TONES[tone], key: `tone:${tone}`, name: TONE_TITLES[tone] })),
        ),
        classOf: (type, event) => TONE_ORDER.indexOf(toneOf(type, event)),
      };
    case 'quad': {
      const order = QUADS.map(({ quad }) => quad);
      return {
        classes: withOwn(
          QUADS.map(({ quad, ...line }) => ({ ...line, key: `quad:${quad}`, name: QUAD_TITLES[quad] })),
        ),
        classOf: (type, event) => order.indexOf(quadOf(type, event)),
      };
    }
    case 'type':
      return byType(graph, shown, withOwn);
  }
}

/** The most frequent types have colours; the others share one. */
function byType(
  graph: ScreenGraph,
  { relationships }: Shown,
  withOwn: (classes: readonly LineClass[]) => LineClass[],
): LineStyling {
  const counts = new Map<string, number>();
  const events = new Map<string, unknown>();
  for (const id of relationships) {
    const { type, properties } = graph.getEdgeAttributes(id);
    counts.set(type, (counts.get(type) ?? 0) + 1);
    events.set(type, properties['event']);
  }
  const types = [...counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, CATEGORIES.length)
    .map(([type]) => type);
  const places = new Map(types.map((type, index) => [type, index]));
  const classes = types.map((type, index): LineClass => ({
    ...TONES[toneOf(type, events.get(type))],
    color: CATEGORIES[index] ?? OTHERS,
    key: `type:${type}`,
    name: capitalised(relationshipPhrase(type)),
  }));
  if (counts.size > types.length)
    classes.push({
      ...TONES.standing,
      color: OTHERS,
      key: 'type:…',
      name: `${counts.size - types.length} other types`,
    });
  return { classes: withOwn(classes), classOf: (type) => places.get(type) ?? types.length };
}
