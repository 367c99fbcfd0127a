/** The Cypher engine in a thread of its own, over the copy of the screen that the page sends. */
import { Answers } from './answers.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

const post = (message: FromEngine): void => postMessage(message, []);
const answers = new Answers(post);
addEventListener('message', ({ data }: MessageEvent<ToEngine>) => void answers.receive(data));
post({ kind: 'ready' });
