/**
 * Clauses that write. Rows come in any order and may reach an element twice, so that what is written must not depend on
 * which came first: each key and label is written by one variable, with a value of that element or of none.
 */
import { carry } from './clauses.ts';
import type { Generation } from './generation.ts';
import { RELATIONSHIP_KEYS, WRITTEN_KEYS } from './graph.ts';
import { listOf, type Type } from './types.ts';

/** What is still free to be written. */
class Free {
  readonly keys = Object.keys(WRITTEN_KEYS);
  readonly labels = ['W1', 'W2', 'W3'];
  take(names: string[], g: Generation): string | null {
    if (names.length === 0) return null;
    const name = g.choices.pick(names);
    names.splice(names.indexOf(name), 1);
    return name;
  }
}

/** One to three clauses that write, each with a space after it. */
export function updates(g: Generation): string {
  const { choices } = g;
  g.ordered = false;
  if (choices.chance(15)) return `${alone(g)} `;
  const free = new Free();
  let text = '';
  const count = 1 + choices.below(3);
  for (let i = 0; i < count; i++) {
    text += `${update(g, free)} `;
    g.wrote = true;
    if (choices.chance(20)) text += `${carry(g, 1)} `;
  }
  return text;
}

function update(g: Generation, free: Free): string {
  const elements = g.elements();
  const makes: [number, () => string][] = [
    [4, () => `CREATE ${created(g)}`],
    [4, () => merge(g, free)],
    [1, () => forEach(g)],
  ];
  if (elements.length > 0) makes.push([7, () => set(g, free, g.choices.pick(elements))]);
  if (elements.length > 0) makes.push([2, () => `CALL (*) { ${set(g, free, g.choices.pick(elements))} }`]);
  return g.choices.weighted(makes)();
}

/** A value that only what is in scope and not the state of the graph decides. */
function value(
  g: Generation,
  type: Type,
  variables: Iterable<readonly [string, Type]> | null = null,
): string {
  const make = (): string => g.expression(type, g.choices.below(3));
  return g.plainly(() => (variables === null ? make() : g.within(variables, make, true)));
}

const properties = (g: Generation): string =>
  g.choices.weighted<() => string>([
    [4, () => ` {n: ${value(g, 'INTEGER')}}`],
    [2, () => ''],
    [2, () => ` {id: 'new', n: ${value(g, 'INTEGER')}, tags: ${value(g, 'LIST<STRING>')}}`],
    [1, () => ' $props'],
    [1, () => ` {mixed: ${value(g, 'ANY')}}`],
  ])();

/** New nodes and relationships, some from a bound node. */
function created(g: Generation): string {
  const { choices } = g;
  const nodes = g.variables('NODE');
  const name = g.name('n');
  const labels = choices.pick([':W1', '', ':A', ':A:W1', ':W1&B']);
  const node = `(${name}${labels}${properties(g)})`;
  if (!choices.chance(50)) {
    g.bind(name, 'NODE');
    return node;
  }
  const from = nodes.length > 0 ? `(${choices.pick(nodes)})` : '(:B)';
  const relationship = g.name('r');
  const brackets = `[${relationship}:${choices.pick(['R', 'W'])} {w: ${value(g, 'INTEGER')}}]`;
  g.bind(name, 'NODE');
  g.bind(relationship, 'RELATIONSHIP');
  return choices.chance(50) ? `${from}-${brackets}->${node}` : `${from}<-${brackets}-${node}`;
}

function merge(g: Generation, free: Free): string {
  const { choices } = g;
  const nodes = g.variables('NODE');
  const name = g.name(nodes.length > 1 ? 'r' : 'n');
  const [text, type] =
    nodes.length > 1 && choices.chance(60)
      ? ([
          `(${choices.pick(nodes)})-[${name}:${choices.pick(['R', 'W'])}${choices.pick(['', ' {w: 1}'])}]-${choices.pick(['', '>'])}(${choices.pick(nodes)})`,
          'RELATIONSHIP',
        ] as const)
      : ([
          `(${name}:${choices.pick(['A', 'W1', 'B:C'])}${choices.pick([` {n: ${value(g, 'INTEGER')}}`, '', ` {name: ${value(g, 'STRING')}}`])})`,
          'NODE',
        ] as const);
  let actions = '';
  for (const when of ['ON CREATE', 'ON MATCH']) {
    const key = choices.chance(40) ? free.take(free.keys, g) : null;
    if (key !== null) actions += ` ${when} SET ${name}.${key} = ${value(g, WRITTEN_KEYS[key] ?? 'ANY', [])}`;
  }
  g.rows *= 2;
  g.bind(name, type);
  return `MERGE ${text}${actions}`;
}

function set(g: Generation, free: Free, variable: string): string {
  const { choices } = g;
  const type = g.scope.get(variable) ?? 'NODE';
  const own: [string, Type][] = [[variable, type]];
  const items = Array.from({ length: 1 + choices.below(2) }, () => {
    const label = type === 'NODE' && choices.chance(30) ? free.take(free.labels, g) : null;
    if (label !== null) return `${variable}${choices.pick([`:${label}`, ` IS ${label}`])}`;
    const key = free.take(free.keys, g);
    if (key === null) return null;
    const given = value(g, choices.chance(85) ? (WRITTEN_KEYS[key] ?? 'ANY') : 'LIST<INTEGER>', own);
    return choices.pick([
      `${variable}.${key} = ${given}`,
      `${variable} += {${key}: ${given}}`,
      `${variable}['${key}'] = ${given}`,
    ]);
  }).filter((item) => item !== null);
  return items.length === 0 ? `SET ${variable} += {}` : `SET ${items.join(', ')}`;
}

function forEach(g: Generation): string {
  const { choices } = g;
  const item = g.name('i');
  const items = value(g, listOf('INTEGER'));
  const { scope } = g;
  const inside = g.within([[item, 'INTEGER']], () =>
    choices.pick([
      () => `CREATE (:W2 {n: ${value(g, 'INTEGER', [[item, 'INTEGER']])}})`,
      () => `MERGE (:W2 {n: coalesce(${item}, 0)})`,
      () => `CREATE ${created(g)} SET ${[...g.scope.keys()].at(-1)}.w1 = ${item}`,
    ])(),
  );
  g.scope = scope;
  return `FOREACH (${item} IN ${items} | ${inside})`;
}

/** What changes the keys and labels that others read, or deletes: the only clause of its statement that writes. */
function alone(g: Generation): string {
  const { choices } = g;
  const elements = g.elements();
  g.wrote = true;
  if (elements.length === 0) return `CREATE ${created(g)}`;
  const variable = choices.pick(elements);
  const type = g.scope.get(variable);
  return choices.pick([
    () => `SET ${variable} = {n: 5, name: $word, x: null}`,
    () => `SET ${variable} += $props`,
    () =>
      `REMOVE ${variable}.${type === 'NODE' ? choices.pick(['n', 'name', 'nope', 'tags']) : choices.pick(Object.keys(RELATIONSHIP_KEYS))}`,
    () =>
      type === 'NODE'
        ? `REMOVE ${variable}:${choices.pick(['A', 'B', 'A:C', 'Nope'])}`
        : `SET ${variable}.w = null`,
    () => deleted(g, variable, type ?? 'NODE'),
  ])();
}

/** Nothing of what may be gone is looked at afterwards. */
function deleted(g: Generation, variable: string, type: Type): string {
  g.scope = new Map([...g.scope].filter(([, held]) => !/NODE|RELATIONSHIP|PATH|SHORTEST|ANY|MAP/.test(held)));
  return `${type === 'NODE' && g.choices.chance(80) ? 'DETACH ' : ''}DELETE ${variable}`;
}
