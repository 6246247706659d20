import { useEffect, useState } from 'react';
import type { StatusSnapshot } from './status';

const POLL_MS = 60_000;

export interface UseStatusResult {
  snapshot?: StatusSnapshot;
  hasFailed: boolean;
}

/** Polls the snapshot that the monitors write; keeps the last good one. */
export function useStatus(): UseStatusResult {
  const [result, setResult] = useState<UseStatusResult>({ hasFailed: false });

  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      try {
        const response = await fetch('/api/snapshot.json', {
          cache: 'no-cache',
          signal: controller.signal,
        });
        if (!response.ok) {
          throw new Error(`Snapshot answered ${response.status}`);
        }
        const snapshot: StatusSnapshot = await response.json();
        setResult({ snapshot, hasFailed: false });
      } catch {
        if (!controller.signal.aborted) {
          setResult(last => ({ ...last, hasFailed: true }));
        }
      }
    };
    void load();
    const timer = setInterval(load, POLL_MS);
    return () => {
      controller.abort();
      clearInterval(timer);
    };
  }, []);

  return result;
}
