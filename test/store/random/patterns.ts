/** Patterns of nodes and relationships. */
import type { Generation } from './generation.ts';
import { LABELS, TYPES } from './graph.ts';
import { labelExpression } from './labels.ts';
import type { Type } from './types.ts';

export interface PartOptions {
  /** How many steps. */
  readonly relationships: number;
  /** A bound node to begin at. */
  readonly from?: string | undefined;
  /** Only what a pattern may be in an expression: nothing quantified. */
  readonly plain?: boolean;
  /** Binds nothing new. */
  readonly nameless?: boolean;
  /** True for a path with a name, whose direction can be seen. */
  readonly path?: boolean;
  /** Neo4j refuses `-[*]->` beside `((a)-->(b))+` and `-[]->+` in one pattern: which of the two it may hold. */
  readonly style?: Style;
}

type Style = 'legacy' | 'quantified';

/** A node, and so many steps from it. What it names is in scope afterwards. */
export function patternPart(g: Generation, asked: PartOptions): string {
  const style = asked.style ?? g.choices.pick(['legacy', 'quantified'] as const);
  const options = { ...asked, style: asked.plain === true ? 'legacy' : style };
  const pieces = [options.from === undefined ? node(g, options) : `(${options.from})`];
  for (let left = options.relationships; left > 0; left--) {
    const several = options.style === 'quantified' && g.choices.chance(25) && g.affords(6);
    pieces.push(several ? quantified(g) : step(g, options), node(g, options, true));
  }
  return (g.reworded && asked.path !== true ? fromTheRight(pieces) : pieces).join('');
}

/** The same pattern, written from its other end; a walk of several steps would be a list the other way round. */
function fromTheRight(pieces: readonly string[]): readonly string[] {
  const steps = pieces.filter((_, i) => i % 2 === 1);
  if (!steps.every((text) => /^<?-(\[[^*]*\])?->?$/.test(text))) return pieces;
  return pieces.toReversed().map((text, i) => (i % 2 === 1 ? turned(text) : text));
}

function turned(text: string): string {
  const inner = text.replace(/^<?-/, '').replace(/->?$/, '');
  return `${text.endsWith('>') ? '<' : ''}-${inner}-${text.startsWith('<') ? '>' : ''}`;
}

/** A bound node, a new one, or one without a name. @param reached true where a step leads to it */
function node(g: Generation, options: PartOptions, reached = false): string {
  const { choices } = g;
  const bound = g.variables('NODE');
  if (bound.length > 0 && choices.chance(reached ? 15 : 50)) return `(${choices.pick(bound)})`;
  const bindable = options.nameless !== true && choices.below(10) < 8;
  const name = bindable ? g.name('n') : '';
  const labels = choices.chance(35) ? `:${labelExpression(g, LABELS, 2)}` : '';
  if (!reached) g.rows *= labels === '' ? 8 : 4;
  const inside = conditions(g, name, 'NODE', options);
  if (bindable) g.bind(name, 'NODE');
  return `(${name}${labels}${inside})`;
}

/** Properties in braces, or an inline WHERE; without queries, of which Neo4j loses some there (oddities.ts). */
function conditions(
  g: Generation,
  name: string,
  type: 'NODE' | 'RELATIONSHIP',
  { nameless }: PartOptions,
): string {
  const { choices } = g;
  if (!choices.chance(18)) return '';
  const key: readonly [string, Type] =
    type === 'NODE'
      ? choices.pick([
          ['n', 'INTEGER'],
          ['name', 'STRING'],
          ['flag', 'BOOLEAN'],
          ['id', 'STRING'],
        ] as const)
      : choices.pick([
          ['w', 'INTEGER'],
          ['note', 'STRING'],
        ] as const);
  if (name === '' || nameless === true || choices.chance(50))
    return ` {${key[0]}: ${g.plainly(() => g.expression(key[1], choices.below(2)))}}`;
  return g.within([[name, type]], () => ` WHERE ${g.plainly(() => g.expression('BOOLEAN', 1))}`);
}

/** `-[…]->`, with one relationship or several. */
function step(g: Generation, options: PartOptions): string {
  const { choices } = g;
  const direction = choices.weighted([
    [5, 'out'],
    [3, 'in'],
    [3, 'both'],
  ] as const);
  const types = choices.chance(45)
    ? `:${choices.chance(70) ? choices.pick(TYPES) : labelExpression(g, TYPES, 1)}`
    : '';
  const many = choices.chance(18) && g.affords(5);
  g.rows *= many ? (direction === 'both' ? 6 : 3) : direction === 'both' ? 3 : 1.5;
  if (many) {
    const name = options.nameless === true || choices.chance(50) ? '' : g.name('rs');
    if (name !== '') g.bind(name, 'LIST<RELATIONSHIP>');
    const length = choices.pick(LENGTHS[options.style ?? 'legacy'][direction === 'both' ? 'bounded' : 'any']);
    if (options.style === 'quantified') return arrow(direction, `[${name}${types}]`) + length;
    // a variable length knows alternatives, but no other operator
    const legacy = /^(:\w+(\|\w+)*)?$/.test(types) ? types : '';
    return arrow(direction, `[${name}${legacy}${length}]`);
  }
  const named = options.nameless !== true && choices.chance(60);
  const name = named ? g.name('r') : '';
  const inside = conditions(g, name, 'RELATIONSHIP', options);
  if (named) g.bind(name, 'RELATIONSHIP');
  const brackets = `[${name}${types}${inside}]`;
  return arrow(direction, brackets === '[]' && choices.chance(50) ? '' : brackets);
}

/** Without a bound only along one direction: both ways there are too many walks. */
const LENGTHS = {
  legacy: { any: ['*1..2', '*', '*0..1', '*2', '*..3', '*0..'], bounded: ['*1..2', '*0..1', '*2'] },
  quantified: { any: ['{1,2}', '+', '{2}', '*', '{0,1}', '{,2}'], bounded: ['{1,2}', '{2}', '{0,1}'] },
} as const;

const arrow = (direction: 'out' | 'in' | 'both', brackets: string): string =>
  `${direction === 'in' ? '<' : ''}-${brackets}-${direction === 'out' ? '>' : ''}`;

/** `((a)-[r]->(b)){1,2}`: inside it one of each, after it a list of each. */
function quantified(g: Generation): string {
  const { choices } = g;
  const [from, relationship, to] = [g.name('q'), g.name('q'), g.name('q')];
  const inside: [string, Type][] = [
    [from, 'NODE'],
    [relationship, 'RELATIONSHIP'],
    [to, 'NODE'],
  ];
  const where = choices.chance(40)
    ? ` WHERE ${g.within(inside, () => g.plainly(() => g.expression('BOOLEAN', 1)), true)}`
    : '';
  const types = choices.chance(50) ? `:${choices.pick(TYPES)}` : '';
  const brackets = `[${relationship}${types}]`;
  const text = `((${from})${arrow(choices.pick(['out', 'in']), brackets)}(${to})${where})${choices.pick(['{1,2}', '{2}', '{0,2}', '+', '*'])}`;
  g.rows *= 3;
  g.bind(from, 'LIST<NODE>');
  g.bind(relationship, 'LIST<RELATIONSHIP>');
  g.bind(to, 'LIST<NODE>');
  return text;
}

/** What a MATCH asks for: parts, some of them paths with a name. */
export function pattern(g: Generation): string {
  const { choices } = g;
  const style = choices.pick(['legacy', 'quantified'] as const);
  if (choices.chance(10) && g.affords(8)) return style === 'legacy' ? shortestPath(g) : shortest(g);
  const parts = choices.chance(20) && g.affords(8) ? 2 : 1;
  return Array.from({ length: parts }, () => {
    const path = choices.chance(15) ? g.name('p') : null;
    const most = g.affords(12) ? 3 : g.affords(4) ? 2 : 1;
    const text = patternPart(g, { relationships: choices.below(most + 1), style, path: path !== null });
    if (path !== null) g.bind(path, 'PATH');
    return `${path === null ? '' : `${path} = `}${text}`;
  }).join(', ');
}

/** Two nodes that are told apart: Neo4j refuses to look with `shortestPath` from a node to itself. */
function ends(g: Generation): [string, string] {
  const [a, b] = [g.bind(g.name('n'), 'NODE'), g.bind(g.name('n'), 'NODE')];
  g.rows *= 8;
  return [`(${a}:${g.choices.pick(['A', '!C'])})`, `(${b}:${g.choices.pick(['C', 'Nope', 'C&!A'])})`];
}

function shortestPath(g: Generation): string {
  const { choices } = g;
  const between = ends(g);
  const all = choices.chance(50);
  const path = g.bind(g.name('p'), all ? 'PATH' : 'SHORTEST');
  const types = choices.chance(30) ? ':R|S' : '';
  const walk = arrow(choices.pick(['both', 'out']), `[${types}*${choices.pick(['', '..3', '1..4'])}]`);
  return `${path} = ${all ? 'allShortestPaths' : 'shortestPath'}(${between.join(walk)})`;
}

/** A selector stands before the only part of its pattern. */
function shortest(g: Generation): string {
  const { choices } = g;
  const between = ends(g);
  const selector = choices.pick([
    'ALL SHORTEST',
    'ANY SHORTEST',
    'SHORTEST 1',
    'SHORTEST 2',
    'SHORTEST 2 GROUPS',
  ]);
  const path = g.bind(g.name('p'), /ALL|GROUPS/.test(selector) ? 'PATH' : 'SHORTEST');
  const types = choices.chance(30) ? ':R|S' : '';
  return `${path} = ${selector} ${between.join(`${arrow('out', `[${types}]`)}${choices.pick(['+', '{1,3}', '*'])}`)}`;
}
