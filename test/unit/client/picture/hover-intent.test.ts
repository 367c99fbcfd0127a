import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoverIntent } from '../../../../client/picture/hover-intent.ts';

describe('what is pointed at', () => {
  let told: (string | null)[];
  let intent: HoverIntent<string | null>;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    intent = new HoverIntent((pointed) => told.push(pointed));
  });
  afterEach(() => void vi.useRealTimers());

  it('is told after 40 ms', () => {
    intent.over('russia');
    vi.advanceTimersByTime(39);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['russia']);
  });

  it('is not told where the pointer only passes over it: between two nodes nothing flickers', () => {
    intent.over('russia');
    vi.advanceTimersByTime(100);
    for (const passed of [null, 'a claim', null, 'china']) {
      intent.over(passed);
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['russia', 'china']);
  });

  it('is not told once it is cancelled', () => {
    intent.over('russia');
    intent.cancel();
    vi.advanceTimersByTime(100);
    expect(told).toEqual([]);
  });
});
