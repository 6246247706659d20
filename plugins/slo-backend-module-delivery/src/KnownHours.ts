import type { EventCounts } from '@atrium/plugin-delivery-common';
import type { JsonValue } from '@backstage/types';
import { z } from 'zod';

const knownHoursSchema = z.object({
  askedSince: z.number(),
  checkedAt: z.number(),
  knownSince: z.number().optional(),
  hours: z.record(z.string(), z.string()),
});

/** What was told of each hour the last time all of them were looked at. */
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
  const pause = Math.max((now - known.askedSince) / 4, 1);
  return now - known.checkedAt >= Math.min(pause, MAX_PAUSE_MINUTES);
}

/** Keeps what is told of the past now. */
export function toKnownHours(
  { knownSince, minutes }: EventCounts,
  { before, now }: { before: KnownHours | undefined; now: number },
): KnownHours {
  const hours: Record<string, string> = {};
  for (const { minute, count } of minutes) {
    const time = toMinute(minute);
    const hour = Math.floor(time / HOUR_MINUTES);
    const told = `${time % HOUR_MINUTES}x${count}`;
    hours[hour] = hours[hour] ? `${hours[hour]} ${told}` : told;
  }
  return {
    askedSince: before?.askedSince ?? now,
    checkedAt: now,
    knownSince: knownSince === undefined ? undefined : toMinute(knownSince),
    hours,
  };
}

/**
 * The first minute of which another story is told now, of those from one
 * minute to another.
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
    // What is too old to be told any more has not changed.
    ...changes.filter(minute => minute >= from),
    isKnownLonger ? Math.max(knownSince, from) : Infinity,
  );
  return first < to ? first : undefined;
}

/** The minutes of an hour that are told otherwise. */
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
