/**
 * Lets V8 collect everything it can and give the memory back to the system, which by itself it keeps for long where nothing more is allocated.
 * Stops this thread for as long as a full collection takes: 0.1 s where 25 MB live in it. Does nothing where Node was built without
 * its inspector, the only way to ask for this.
 */
export async function giveBackMemory(): Promise<void> {
  if (!process.features.inspector) return;
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } catch {
    // V8 does so by itself, some time
  } finally {
    session.disconnect();
  }
}
