import { useCallback, useEffect, useState } from 'react';
import { loadRuntimeConfig, type RuntimeConfig } from './runtimeConfig';

export type RuntimeConfigState =
  | { status: 'loading' }
  | { status: 'failed'; message: string; retry: () => void }
  | { status: 'ready'; config: RuntimeConfig };

/** Loads the configuration once, and again when asked to. */
export function useRuntimeConfig(): RuntimeConfigState {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<RuntimeConfigState>({ status: 'loading' });
  const retry = useCallback(() => {
    setState({ status: 'loading' });
    setAttempt(current => current + 1);
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    loadRuntimeConfig(controller.signal).then(
      config => setState({ status: 'ready', config }),
      (error: unknown) => {
        if (!controller.signal.aborted) {
          const message = error instanceof Error ? error.message : String(error);
          setState({ status: 'failed', message, retry });
        }
      },
    );
    return () => controller.abort();
  }, [attempt, retry]);

  return state;
}
