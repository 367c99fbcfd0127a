import { describe, expect, it } from 'vitest';
import { progressText } from '../../../../client/panels/status/work-bar.tsx';

describe('how far it is', () => {
  it('is told in single things, or in megabytes, of as many as it will be', () => {
    expect(progressText({ done: 12, total: 1040 })).toBe('12 of 1,040');
    expect(progressText({ done: 1_234_567, total: 4_500_000, unit: 'bytes' })).toBe('1.2 of 4.5 MB');
  });

  it('is told without an end where nobody knows it', () => {
    expect(progressText({ done: 3, total: null })).toBe('3');
    expect(progressText({ done: 64_000, total: null, unit: 'bytes' })).toBe('0.1 MB');
  });
});
