import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Spill } from '../../../../server/export/spill.ts';

const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('entente-export-'));
async function all(spill: Spill): Promise<string> {
  let text = '';
  for await (const chunk of spill.read()) text += chunk;
  return text;
}

describe('Spill', () => {
  it.each([
    ['in memory', 1_000_000],
    ['through a file', 64],
  ])('gives back what was kept, in order, %s', async (_, memoryChars) => {
    const spill = new Spill(memoryChars);
    const parts = Array.from({ length: 500 }, (_unused, n) => `“${n}” Россия 😀\n`);
    for (const part of parts) await spill.append(part);
    expect(await all(spill)).toBe(parts.join(''));
    await spill.dispose();
  });

  it('leaves no file behind, also when disposed twice', async () => {
    const before = await folders();
    const spill = new Spill(1);
    await spill.append('edge');
    expect((await folders()).length).toBeGreaterThan(before.length);
    await spill.dispose();
    await spill.dispose();
    expect(await folders()).toEqual(before);
  });
});
