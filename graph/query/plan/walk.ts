/** Looking through syntax trees without knowing each kind of expression. */
import type { Expression } from '../ast.ts';
import type { ProcedureRegistry } from '../procedures/registry.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** The parts of a tree that are trees themselves; positions are not. */
function* parts(tree: Tree): Generator<Tree> {
  for (const [key, value] of Object.entries(tree)) {
    if (key === 'span' || !isTree(value)) continue;
    // the value of a literal is no syntax
    if (key === 'value' && tree['kind'] === 'Literal') continue;
    yield value;
  }
}

const mentioned = new WeakMap<object, ReadonlySet<string>>();

/**
 * Every variable that is named anywhere in a tree, those that it binds itself included: a superset of its free ones.
 */
export function mentions(tree: object): ReadonlySet<string> {
  const known = mentioned.get(tree);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const visit = (part: Tree): void => {
    if (part['kind'] === 'Variable' && typeof part['name'] === 'string') names.add(part['name']);
    const variable = part['variable'];
    if (isTree(variable) && typeof variable['name'] === 'string') names.add(variable['name']);
    for (const inner of parts(part)) visit(inner);
  };
  visit(tree as Tree);
  mentioned.set(tree, names);
  return names;
}

/** True when `test` holds for the tree or a part of it; parts for which `skip` holds are not looked into. */
export function some(
  tree: object,
  test: (part: Tree) => boolean,
  skip: (part: Tree) => boolean = () => false,
): boolean {
  const visit = (part: Tree): boolean => {
    if (test(part)) return true;
    if (skip(part)) return false;
    for (const inner of parts(part)) if (visit(inner)) return true;
    return false;
  };
  return visit(tree as Tree);
}

/** The tree with every expression replaced for which `replace` gives another; a replacement is not looked into. */
export function rewrite(
  expression: Expression,
  replace: (part: Expression) => Expression | null,
): Expression {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isTree(value) || value instanceof Map) return value;
    if (typeof value['kind'] === 'string') {
      const other = replace(value as unknown as Expression);
      if (other !== null) return other;
    }
    if (value['kind'] === 'Literal') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === 'span' ? part : visit(part)]),
    );
  };
  return visit(expression) as Expression;
}

/** Equal for expressions that say the same, wherever they stand. */
export function fingerprint(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'span') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    if (value instanceof Map) return [...value];
    return typeof value === 'number' && !Number.isInteger(value) ? `${value}f` : value;
  });
}

/** Calls `look` for the tree and its parts, from the outside in; the parts of one for which it gives false are left out. */
export function eachPart(tree: object, look: (part: Tree) => boolean): void {
  some(
    tree,
    () => false,
    (part) => !look(part),
  );
}

/** The names of the parameters that a statement uses: a CALL without brackets uses those named as its arguments. */
export function parametersOf(tree: object, procedures: ProcedureRegistry): ReadonlySet<string> {
  const names = new Set<string>();
  eachPart(tree, (part) => {
    const { kind, name, args } = part;
    if (kind === 'Parameter' && typeof name === 'string') names.add(name);
    if (kind === 'CallProcedure' && typeof name === 'string' && args === null) {
      for (const argument of procedures.find(name)?.arguments ?? []) names.add(argument.name);
    }
    return true;
  });
  return names;
}
