import type { EventCounts } from '@atrium/plugin-delivery-common';
import type { JsonValue } from '@backstage/types';
import { z } from 'zod';

const knownHoursSchema = z.object({
  firstReadAt: z.number(),
  checkedAt: z.number(),
  knownSince: z.number().optional(),
  hours: z.record(z.string(), z.string()),
});

/** The counts of each hour, as of the last time that all of them were read. */
export type KnownHours = z.infer<typeof knownHoursSchema>;

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
/** Events that come later than the settling are noticed after this long. */
const MAX_PAUSE_MINUTES = 15;

/** What was kept, if it is that. */
export function readKnownHours(
  state: JsonValue | undefined,
): KnownHours | undefined {
  return knownHoursSchema.safeParse(state).data;
}

/**
 * Whether to look at all of the past again. That of a new series is likely to
 * be coming in still, so it is looked at more often.
 */
export function isCheckDue(known: KnownHours | undefined, now: number) {
  if (!known) {
    return true;
  }
  const pause = Math.max((now - known.firstReadAt) / 4, 1);
  return now - known.checkedAt >= Math.min(pause, MAX_PAUSE_MINUTES);
}

/** Keeps the counts of the past as they are now. */
export function toKnownHours(
  { knownSince, minutes }: EventCounts,
  { before, now }: { before: KnownHours | undefined; now: number },
): KnownHours {
  const hours: Record<string, string> = {};
  for (const { minute, count } of minutes) {
    const time = toMinute(minute);
    const hour = Math.floor(time / HOUR_MINUTES);
    const counted = `${time % HOUR_MINUTES}x${count}`;
    hours[hour] = hours[hour] ? `${hours[hour]} ${counted}` : counted;
  }
  return {
    firstReadAt: before?.firstReadAt ?? now,
    checkedAt: now,
    knownSince: knownSince === undefined ? undefined : toMinute(knownSince),
    hours,
  };
}

/**
 * The first minute whose count is another one now, of those from one minute to
 * another.
 */
export function findChange(
  before: KnownHours,
  after: KnownHours,
  { from, to }: { from: number; to: number },
): number | undefined {
  const changes = Object.keys({ ...before.hours, ...after.hours })
    .filter(hour => before.hours[hour] !== after.hours[hour])
    .flatMap(hour =>
      differences(before.hours[hour], after.hours[hour]).map(
        minute => Number(hour) * HOUR_MINUTES + minute,
      ),
    );
  const { knownSince = Infinity } = after;
  const isKnownLonger = knownSince < (before.knownSince ?? Infinity);
  const first = Math.min(
    // What is too old to be counted any more has not changed.
    ...changes.filter(minute => minute >= from),
    isKnownLonger ? Math.max(knownSince, from) : Infinity,
  );
  return first < to ? first : undefined;
}

/** The minutes of an hour whose counts differ. */
function differences(before = '', after = ''): number[] {
  const [was, is] = [before.split(' '), after.split(' ')];
  return [
    ...was.filter(minute => !is.includes(minute)),
    ...is.filter(minute => !was.includes(minute)),
  ]
    .filter(Boolean)
    .map(minute => Number.parseInt(minute, 10));
}

/** The minute that an instant is in, since 1970. */
export function toMinute(instant: string): number {
  return Math.floor(Date.parse(instant) / MINUTE_MS);
}
