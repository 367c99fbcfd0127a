/**
 * Calls `step` on every frame with the eased share of the way, 0 < share ≤ 1; the last call has share 1.
 * `done` resolves after it, or as soon as `stop` is called.
 */
export function tween(
  durationMs: number,
  step: (share: number) => void,
): { done: Promise<void>; stop: () => void } {
  let frame = 0;
  let finish = (): void => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
    const start = performance.now();
    const next = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / durationMs));
      step(1 - (1 - share) ** 3);
      if (share < 1) frame = requestAnimationFrame(next);
      else resolve();
    };
    frame = requestAnimationFrame(next);
  });
  return {
    done,
    stop: () => {
      cancelAnimationFrame(frame);
      finish();
    },
  };
}
