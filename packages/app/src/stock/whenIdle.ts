/** Later than this nobody waits for quiet. */
const PATIENCE_MS = 4_000;

/** Once the browser has nothing to do for the page. */
export function whenIdle(): Promise<void> {
  return new Promise(resolve => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    } else {
      setTimeout(resolve, PATIENCE_MS);
    }
  });
}
