/** `subject.key`, `subject[index]`, `list[from..to]`. */
import type { DynamicProperty, Property, Slice } from '../ast.ts';
import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { Context, Evaluate, RunValue } from '../runtime.ts';
import { mismatch, typeError } from '../values/errors.ts';
import { reserve } from '../values/memory.ts';
import { describe } from '../values/errors.ts';
import { isList, isMap } from '../values/types.ts';
import type { Compile } from './compiler.ts';
import { propertyReader } from './elements.ts';

export function compileProperty({ subject, key }: Property, compile: Compile): Evaluate {
  const compiled = compile(subject);
  const read = propertyReader(key.name);
  return (row, context) => read(compiled(row, context), context);
}

export function compileDynamicProperty({ subject, index }: DynamicProperty, compile: Compile): Evaluate {
  const compiledSubject = compile(subject);
  const compiledIndex = compile(index);
  // One reader a key; a statement that computes its keys uses few.
  const readers = new Map<string, ReturnType<typeof propertyReader>>();
  const readProperty = (of: RunValue, key: string, context: Context): RunValue => {
    let read = readers.get(key);
    if (read === undefined) {
      if (readers.size > 1000) readers.clear();
      readers.set(key, (read = propertyReader(key)));
    }
    return read(of, context);
  };
  return (row, context) => {
    const of = compiledSubject(row, context);
    const at = compiledIndex(row, context);
    if (of === null || at === null) return null;
    if (isList(of)) return itemAt(of, at);
    if (isMap(of) || of instanceof NodeRef || of instanceof RelationshipRef) {
      if (typeof at === 'string') return isMap(of) ? (of.get(at) ?? null) : readProperty(of, at, context);
      throw typeError(`Type mismatch: expected a string key but was ${describe(at)}`);
    }
    if (typeof at === 'string') return readProperty(of, at, context);
    throw typeError(
      `\`${describe(of)}\` is not a collection or a map. Element access is only possible by performing a collection lookup using an integer index, or by performing a map lookup using a string key (found: ${describe(of)}[${describe(at)}])`,
    );
  };
}

/** Negative counts from the end; null outside the list. */
function itemAt(list: readonly RunValue[], at: RunValue): RunValue {
  if (typeof at !== 'bigint') {
    throw typeError(`Cannot access a list using an non-integer number index, got ${describe(at)}`);
  }
  const index = Number(at);
  return list[index < 0 ? list.length + index : index] ?? null;
}

export function compileSlice({ subject, from, to }: Slice, compile: Compile): Evaluate {
  const compiledSubject = compile(subject);
  const compiledFrom = from === null ? null : compile(from);
  const compiledTo = to === null ? null : compile(to);
  return (row, context) => {
    const list = compiledSubject(row, context);
    const start = compiledFrom === null ? 0n : compiledFrom(row, context);
    const end = compiledTo === null ? undefined : compiledTo(row, context);
    if (list === null || start === null || end === null) return null;
    if (!isList(list)) throw mismatch('a list', list);
    if (typeof start !== 'bigint') throw mismatch('an Integer', start);
    if (end !== undefined && typeof end !== 'bigint') throw mismatch('an Integer', end);
    reserve(context, list.length * 8);
    return list.slice(Number(start), end === undefined ? undefined : Number(end));
  };
}
