import { afterEach, describe, expect, it } from 'vitest';
import { useScreen } from '../../../../client/state/screen.ts';
import { Stopped, useWork, work } from '../../../../client/state/work.ts';

/** As `fetch` does: ends when its signal is aborted, with the signal's reason. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

afterEach(() => useWork.setState({ running: [], outcome: null }));

describe('what is under way', () => {
  it('is listed with how far it is, until it is done', async () => {
    let go = (): void => {};
    const done = work('Expand Russia', async (_signal, report) => {
      report({ done: 1, total: 3 });
      await new Promise<void>((resolve) => (go = resolve));
      return 'done';
    });
    expect(useWork.getState().running.map(({ title, progress }) => [title, progress])).toEqual([
      ['Expand Russia', { done: 1, total: 3 }],
    ]);
    go();
    expect(await done).toBe('done');
    expect(useWork.getState().running).toEqual([]);
  });

  it('ends when the reader stops it, says so, and is no failure of its own', async () => {
    const stopped = work('Expand Russia', untilAborted);
    useWork.getState().running[0]?.stop();
    await expect(stopped).rejects.toBeInstanceOf(Stopped);
    expect(useWork.getState()).toMatchObject({
      running: [],
      outcome: 'Stopped: Expand Russia. The picture is as it was.',
    });
    expect(useScreen.getState().announcement).toBe('Stopped: Expand Russia. The picture is as it was.');
  });

  it('counts as stopped however the task tells that it was', async () => {
    const stopped = work('Expand Russia', async (signal) => {
      await untilAborted(signal).catch(() => {});
      throw new Error('The answer broke off');
    });
    useWork.getState().running[0]?.stop();
    await expect(stopped).rejects.toBeInstanceOf(Stopped);
  });

  it('ends with what it belongs to, which is no stop by the reader', async () => {
    const page = new AbortController();
    const ended = work('Expand Russia', untilAborted, page.signal);
    page.abort(new Error('the page is gone'));
    await expect(ended).rejects.toThrow('the page is gone');
    expect(useWork.getState()).toMatchObject({ running: [], outcome: null });
  });

  it('is no longer listed when it fails', async () => {
    await expect(work('Expand Russia', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(useWork.getState().running).toEqual([]);
  });

  it('of several, only the one that is stopped ends', async () => {
    const first = work('one', untilAborted);
    let go = (): void => {};
    const second = work('two', () => new Promise<string>((resolve) => (go = () => resolve('two'))));
    useWork.getState().running[0]?.stop();
    await expect(first).rejects.toBeInstanceOf(Stopped);
    expect(useWork.getState().running.map(({ title }) => title)).toEqual(['two']);
    go();
    expect(await second).toBe('two');
  });
});
