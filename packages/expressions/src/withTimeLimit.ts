import { createContext, runInContext } from 'node:vm';
import { ExpressionError } from './ExpressionError';

/**
 * Does work that must not take longer, on this thread: only this interrupts it.
 *
 * @throws ExpressionError when it takes longer
 */
export function withTimeLimit<Result>(
  work: () => Result,
  timeoutMs: number,
): Result {
  const context = createContext({ work });
  try {
    return runInContext('work()', context, { timeout: timeoutMs });
  } catch (error) {
    if (isTimeout(error)) {
      throw new ExpressionError(`Takes longer than ${timeoutMs} milliseconds`);
    }
    throw error;
  }
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
