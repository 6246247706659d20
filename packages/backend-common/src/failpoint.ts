const NAME_VARIABLE = 'ATRIUM_FAILPOINT';

/**
 * Kills this process at a named point of the code, as a crash would: nothing is
 * flushed and no handler runs.
 *
 * @remarks For the rigs in `bench/faults`, which set `ATRIUM_FAILPOINT` to the
 * point's name and then check what is left behind. It does nothing where the
 * variable is not set, and never where `NODE_ENV` is `production`.
 *
 * @param name - The mechanism and the number of the point in it, in the order
 * of the work: `slo.tick.2`.
 */
export function failpoint(name: string): void {
  if (
    process.env[NAME_VARIABLE] === name &&
    process.env.NODE_ENV !== 'production'
  ) {
    process.kill(process.pid, 'SIGKILL');
  }
}
