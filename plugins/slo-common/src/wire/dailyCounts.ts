import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { sloExclusionSchema } from './exclusions';

const MAX_DAYS = 400;
/** Farther than anybody plans, and well within what a database can hold. */
const LATEST_DAY = '2999-12-31';
const DAY_MS = 24 * 3_600_000;

/** A name of the IANA time zone database, such as `Europe/Berlin`. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, {
  message: 'must be a name of the IANA time zone database',
});

/** Whose days to count. */
export const dailyCountQuerySchema = z
  .strictObject({
    entityRef: entityRefSchema,
    sloName: z.string().min(1).max(63),
    objectiveId: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('The first objective by default.'),
    firstDay: z.iso.date(),
    lastDay: z.iso
      .date()
      .refine(day => day <= LATEST_DAY, {
        message: `must not be after ${LATEST_DAY}`,
      })
      .describe(`At most ${MAX_DAYS} days after the first.`),
    timeZone: timeZoneSchema.describe('By whose clocks a day goes.'),
    excludedKinds: z
      .array(sloExclusionSchema.shape.kind)
      .describe('Which exclusions are taken out.'),
  })
  .refine(
    ({ firstDay, lastDay }) => {
      const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS;
      return days >= 0 && days <= MAX_DAYS;
    },
    {
      message: `must be 0 to ${MAX_DAYS} days after 'firstDay'`,
      path: ['lastDay'],
    },
  );

/** Whose days to count. */
export type DailyCountQuery = z.infer<typeof dailyCountQuerySchema>;

/** The body of `POST /daily-counts/by-query`. */
export const dailyCountQueriesSchema = z.strictObject({
  queries: z.array(dailyCountQuerySchema).max(200),
});

/** One day of an objective, as far as it is over. */
export const dailyCountSchema = z.object({
  day: z.iso.date(),
  good: z.number().int(),
  total: z.number().int(),
  countedMinutes: z
    .number()
    .describe('How many have passed, those that were taken out aside.'),
  measuredMinutes: z.number().describe('For how many of these there is data.'),
  excludedMinutes: z.number(),
  hasLostMinutes: z
    .boolean()
    .optional()
    .describe(
      'true: it or an exclusion begins or ends within an hour whose minutes are no longer kept. It cannot be measured any more, and has no counts.',
    ),
});

/** What an objective counted, day by day. */
export const dailyCountsSchema = z.object({
  unit: z
    .number()
    .describe('How much one event, or one slice, is in `good` and `total`.'),
  exclusions: z
    .array(sloExclusionSchema)
    .describe('Those that were taken out of these days.'),
  days: z.array(dailyCountSchema),
});

/** What an objective counted, day by day; zeros where nobody measures it. */
export type DailyCounts = z.infer<typeof dailyCountsSchema>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
