import { createContext, Script } from 'node:vm';

/** What V8 ends a script with that takes too long. */
const TIMEOUT_CODE = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

const sandbox: { work: () => void } = { work: () => undefined };
const context = createContext(sandbox);
const script = new Script('work()');

/**
 * Runs code that a regular expression may keep at work for ever, and ends it then.
 *
 * @remarks V8 itself ends what it runs, which nothing written in JavaScript can do. What
 * the code has changed until then stays.
 *
 * @param maxMs - by the clock
 * @returns whether the code came to its end
 */
export function runInTime(work: () => void, maxMs: number): boolean {
  sandbox.work = work;
  try {
    script.runInContext(context, { timeout: Math.max(Math.ceil(maxMs), 1) });
    return true;
  } catch (error) {
    if (isTimeout(error)) {
      return false;
    }
    throw error;
  } finally {
    sandbox.work = () => undefined;
  }
}

/** The error is of V8's own realm, which may not be that of this code. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === TIMEOUT_CODE
  );
}
