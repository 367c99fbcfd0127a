/**
 * Lets everything else that waits for the thread have a turn: timers, sockets, other statements. A message is a
 * macrotask in Node and in the browser alike, and comes sooner than a timer.
 */
export function yieldThread(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      // an open port would keep a process alive
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
