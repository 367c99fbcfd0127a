import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { Conversation } from '../../../../../server/store/thread/conversation.ts';
import type { Reply } from '../../../../../server/store/thread/protocol.ts';

const REPLY: Reply = { kind: 'begun', tx: 1 };

it('leaves nothing behind at a signal that outlives many waits', async () => {
  const { signal } = new AbortController();
  for (let round = 0; round < 20; round++) {
    const conversation = new Conversation('statement', 1, 0);
    const next = conversation.next(signal);
    conversation.hear(REPLY);
    expect(await next).toBe(REPLY);
  }
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('ends a wait with the reason of its signal', async () => {
  const stop = new AbortController();
  const next = new Conversation('statement', 1, 0).next(stop.signal);
  stop.abort(new Error('the reader has left'));
  await expect(next).rejects.toThrow('the reader has left');
});
