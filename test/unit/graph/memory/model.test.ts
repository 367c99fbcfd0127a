import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Run, anyStep } from './model-run.ts';

describe('MemoryGraph beside a plain model', () => {
  it('agrees after any changes, with snapshots, savepoints, rollbacks and reopening, and keeps nothing for nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 80, size: 'max' }), async (steps) => {
        const run = new Run();
        await run.start();
        for (const [i, step] of steps.entries()) {
          await run.step(step);
          if (i % 5 === 4) run.check();
        }
        expect(run.end()).toBe(0);
      }),
      { numRuns: Number(process.env['MODEL_RUNS'] ?? 60) },
    );
  });
});
