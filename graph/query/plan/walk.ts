/** Looking through syntax trees without knowing each kind of expression. */
import { work } from '../../work.ts';
import type { Expression } from '../ast.ts';
import type { ProcedureRegistry } from '../procedures/registry.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/**
 * True when `look` gives true for one of the parts of a tree that are trees themselves; positions are not. No generator
 * and no list of entries: compiling a long statement is mostly this.
 */
function someChild(tree: Tree | readonly unknown[], look: (part: Tree) => boolean): boolean {
  work();
  if (Array.isArray(tree)) return tree.some((value: unknown) => isTree(value) && look(value));
  const fields = tree as Tree;
  for (const key in fields) {
    const value = fields[key];
    if (key === 'span' || !isTree(value)) continue;
    // the value of a literal is no syntax
    if (key === 'value' && fields['kind'] === 'Literal') continue;
    if (look(value)) return true;
  }
  return false;
}

const mentioned = new WeakMap<object, ReadonlySet<string>>();

/**
 * Every variable that is named anywhere in a tree, those that it binds itself included: a superset of its free ones.
 */
export function mentions(tree: object): ReadonlySet<string> {
  const known = mentioned.get(tree);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const visit = (part: Tree): boolean => {
    if (part['kind'] === 'Variable' && typeof part['name'] === 'string') names.add(part['name']);
    const variable = part['variable'];
    if (isTree(variable) && typeof variable['name'] === 'string') names.add(variable['name']);
    return someChild(part, visit);
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
    return !skip(part) && someChild(part, visit);
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
