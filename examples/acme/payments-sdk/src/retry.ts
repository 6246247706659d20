import { setTimeout as sleep } from 'node:timers/promises';
import { PaymentsError } from './PaymentsError.js';

const BASE_DELAY_MS = 200;

/** Client errors stay the same however often they are repeated. */
function isTemporary(error: unknown): boolean {
  if (error instanceof PaymentsError) {
    return error.status === 429 || error.status >= 500;
  }
  return error instanceof Error && error.name !== 'AbortError';
}

export interface RetryOptions {
  maxAttempts: number;
  delay?: (ms: number) => Promise<unknown>;
}

/** Repeats an action with exponential back-off and full jitter. */
export async function retry<T>(
  action: () => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { maxAttempts, delay = sleep } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (error) {
      if (attempt >= maxAttempts || !isTemporary(error)) {
        throw error;
      }
      await delay(Math.random() * BASE_DELAY_MS * 2 ** attempt);
    }
  }
}
