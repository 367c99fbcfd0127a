import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileBytes, readLines } from '../../../../server/load/lines.ts';
import type { Line } from '../../../../server/load/lines.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: Uint8Array): Promise<Line[]> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  const lines: Line[] = [];
  for await (const batch of readLines(fileBytes(path))) lines.push(...batch);
  return lines;
}

const text = Buffer.from('a\r\nб𝒳\n\nlast');
const asLines = [
  { number: 1, text: 'a' },
  { number: 2, text: 'б𝒳' },
  { number: 3, text: '' },
  { number: 4, text: 'last' },
];

describe('the lines of a file', () => {
  it('are the same whether it is compressed or not', async () => {
    expect(await linesOf(text)).toEqual(asLines);
    expect(await linesOf(gzipSync(text))).toEqual(asLines);
  });

  it('are none in an empty file', async () => {
    expect(await linesOf(Buffer.alloc(0))).toEqual([]);
    expect(await linesOf(gzipSync(Buffer.alloc(0)))).toEqual([]);
  });

  it('are whole where a chunk ends within a character', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `${index} 𝒳 é`);
    const lines = await linesOf(gzipSync(Buffer.from(many.join('\n'))));
    expect(lines).toEqual(many.map((line, index) => ({ number: index + 1, text: line })));
  });

  it('that are not UTF-8 are told, and the others kept', async () => {
    expect(
      await linesOf(Buffer.concat([Buffer.from('a\n'), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('b\n')])),
    ).toEqual([
      { number: 1, text: 'a' },
      { number: 2, why: 'the line is not UTF-8' },
      { number: 3, text: 'b' },
    ]);
  });

  it('that are longer than 1 MB are told, and the others kept', async () => {
    expect(await linesOf(gzipSync(Buffer.from(`a\n${'x'.repeat(3 * 1024 * 1024)}\nb`)))).toEqual([
      { number: 1, text: 'a' },
      { number: 2, why: 'the line is longer than 1 MB' },
      { number: 3, text: 'b' },
    ]);
  });

  it('before the place where a compressed file breaks off are all given, and the place is told', async () => {
    // random enough not to shrink to one block
    const many = Array.from({ length: 5000 }, (_, index) => `${index} ${Math.sin(index)}`);
    const whole = gzipSync(Buffer.from(many.join('\n')));
    const lines = await linesOf(whole.subarray(0, whole.length >> 1));
    const fault = lines.pop();
    expect(fault).toEqual({
      number: lines.length + 1,
      why: 'the compressed file is damaged or broken off here (unexpected end of file)',
      last: true,
    });
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines).toEqual(
      many.slice(0, lines.length).map((line, index) => ({ number: index + 1, text: line })),
    );
  });

  it('before the place where a compressed file is damaged are given, and the place is told', async () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `${index} ${Math.sin(index)}`);
    const whole = gzipSync(Buffer.from(many.join('\n')));
    whole.fill(0xff, whole.length - 9);
    const lines = await linesOf(whole);
    expect(lines.length).toBeGreaterThan(49_000);
    expect(lines.at(-1)).toMatchObject({ last: true, why: expect.stringContaining('damaged') });
  });
});
