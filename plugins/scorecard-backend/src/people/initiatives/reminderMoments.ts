/** The days of an initiative, as dates in UTC. */
export interface InitiativeDays {
  startsOn: string;
  dueOn: string;
  /** When it was written down; what lies before was never to be told. */
  createdOn: string;
}

/** Why owners are reminded on a day. */
export interface ReminderMoment {
  kind: 'start' | 'weekly' | 'week-before' | 'due-day';
  on: string;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/**
 * The last moment up to a day at which owners are to be reminded: on start,
 * every week after, 7 days before the end and on the last day. A portal that
 * was stopped on that day so reminds them later, and of the last one only.
 *
 * @returns nothing before the start
 */
export function findReminderMoment(
  { startsOn, dueOn, createdOn }: InitiativeDays,
  today: string,
): ReminderMoment | undefined {
  const start = startsOn < createdOn ? createdOn : startsOn;
  const moments: ReminderMoment[] = [{ kind: 'start', on: start }];
  for (
    let on = addDays(startsOn, WEEK_DAYS);
    on < dueOn && on <= today;
    on = addDays(on, WEEK_DAYS)
  ) {
    moments.push({ kind: 'weekly', on });
  }
  // Of several on one day, the last of the list is told.
  moments.push(
    { kind: 'week-before', on: addDays(dueOn, -WEEK_DAYS) },
    { kind: 'due-day', on: dueOn },
  );
  return moments
    .filter(({ on }) => on >= start && on <= today)
    .reduce<ReminderMoment | undefined>(
      (last, moment) => (last && last.on > moment.on ? last : moment),
      undefined,
    );
}

/** How many days there are from one to another. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}
