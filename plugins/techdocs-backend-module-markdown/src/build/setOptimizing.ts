import { setFlagsFromString } from 'node:v8';

/**
 * Says whether V8 may use its second optimising compiler from now on. What it makes saves
 * time only later, and most sites are built before that.
 *
 * @remarks As an option of the process it would cost Node the compiled code of its own
 * modules, which V8 takes, and keeps, only under the usual flags.
 */
export function setOptimizing(isOptimizing: boolean): void {
  setFlagsFromString(isOptimizing ? '--turbofan' : '--no-turbofan');
}
