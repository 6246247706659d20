/** SQL for the first day of a charge `c`, in UTC. */
export const FIRST_DAY = `(c.charge_start AT TIME ZONE 'UTC')::date`;

/** SQL for how many days a charge `c` is for: the same on each of them. */
export const DAY_COUNT = `greatest(1, ((c.charge_end - interval '1 microsecond')
  AT TIME ZONE 'UTC')::date - ${FIRST_DAY} + 1)`;
