import { describe, expect, it } from 'vitest';
import { progressText } from '../../../../client/panels/status/work-bar.tsx';

describe('how far it is', () => {
  it('is told in single things, or in megabytes, of as many as it will be', () => {
    expect(progressText({ done: 12, total: 1040 })).toBe('12 of 1,040');
    expect(progressText({ done: 1_234_567, total: 4_500_000, unit: 'bytes' })).toBe('1.2 of 4.5 MB');
    expect(progressText({ done: 64_400, total: 4_500_000, unit: 'bytes' })).toBe('0.1 of 4.5 MB');
    expect(progressText({ done: 12_345, total: 480_000, unit: 'bytes' })).toBe('12 of 480 KB');
    expect(progressText({ done: 400, total: 999_600, unit: 'bytes' })).toBe('0.0 of 1.0 MB');
  });

  it('is told without an end where nobody knows it', () => {
    expect(progressText({ done: 3, total: null })).toBe('3');
    expect(progressText({ done: 64_000, total: null, unit: 'bytes' })).toBe('64 KB');
  });
});
