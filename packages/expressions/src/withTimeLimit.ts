import { createContext, runInContext } from 'node:vm';

/**
 * Does work that must not take longer, on this thread: only this interrupts it.
 *
 * @throws Error when it takes longer
 */
export function withTimeLimit<Result>(
  work: () => Result,
  timeoutMs: number,
): Result {
  const context = createContext({ work });
  return runInContext('work()', context, { timeout: timeoutMs });
}
