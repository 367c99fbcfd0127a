/** The engine of the page could not be loaded, as when the server went away before it was first wanted. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}
