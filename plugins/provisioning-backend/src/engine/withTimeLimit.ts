import type { MessageDescriptor } from '@atrium/common';
import { words } from '../provisioningWords';

/**
 * Waits for a call for so long, and no longer even where it takes no notice of
 * its signal.
 *
 * @param stop - ends the call earlier, as when the process stops
 * @throws Error when the time is over
 */
export async function withTimeLimit<T>(
  call: (signal: AbortSignal) => Promise<T>,
  { limitMs, stop }: { limitMs: number; stop: AbortSignal },
): Promise<T> {
  const controller = new AbortController();
  let onStop = () => {};
  const ended = new Promise<never>((_, reject) => {
    const end = (message: MessageDescriptor) => {
      const error = words.error(Error, message);
      reject(error);
      controller.abort(error);
    };
    const timer = setTimeout(
      () =>
        end(
          words.describe('provisioning.engine.noAnswer', {
            seconds: limitMs / 1000,
          }),
        ),
      limitMs,
    );
    const onAbort = () => end(words.describe('provisioning.engine.stopped'));
    stop.addEventListener('abort', onAbort, { once: true });
    onStop = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onAbort);
    };
    if (stop.aborted) {
      onAbort();
    }
  });
  ended.catch(() => {});
  try {
    return await Promise.race([call(controller.signal), ended]);
  } finally {
    onStop();
  }
}
