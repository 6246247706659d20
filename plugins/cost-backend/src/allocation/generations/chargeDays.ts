const START = `c.charge_start AT TIME ZONE 'UTC'`;
const END = `c.charge_end AT TIME ZONE 'UTC'`;

/** SQL for the first day of a charge `c`, in UTC. */
export const FIRST_DAY = `(${START})::date`;

/** SQL for how many days a charge `c` is for: the same on each of them. */
export const DAY_COUNT = `greatest(1, (${END} - interval '1 microsecond')::date
  - ${FIRST_DAY} + 1)`;

/**
 * SQL for whether a charge `c` is for several days. Each partition has an index of
 * those that are, which is used where the condition says just this.
 */
export const HAS_SEVERAL_DAYS = severalDays('c.');

/** The same of a table without a name. */
export const HAS_SEVERAL_DAYS_INDEX = severalDays('');

function severalDays(prefix: string): string {
  return `(${prefix}charge_end AT TIME ZONE 'UTC')
    > date_trunc('day', ${prefix}charge_start AT TIME ZONE 'UTC') + interval '1 day'`;
}
