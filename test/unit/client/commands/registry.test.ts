import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../client/commands/registry.ts';

describe('the commands', () => {
  it('have ids of their own, in kebab case', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('share no key', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are orders without a full stop', () => {
    expect(COMMANDS.filter(({ title }) => !/^\p{Lu}.*[^.]$/u.test(title)).map(({ title }) => title)).toEqual(
      [],
    );
  });
});
