import { entityRefSchema, periodQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { environmentTierSchema } from './environment';
import type { SkippedRefs } from '@atrium/common';

const text = z.string().min(1).max(500);

const commonFields = {
  key: text.describe('Names the query in the answer.'),
  entityRef: entityRefSchema.describe('A component.'),
};

/** Which events to count, minute by minute. */
export const eventCountQuerySchema = z.discriminatedUnion('measure', [
  z.strictObject({
    ...commonFields,
    measure: z.literal('deployments'),
    environment: text.optional().describe('Its name. Without it, any.'),
    tier: environmentTierSchema.optional(),
    failsWithinMinutes: z
      .number()
      .int()
      .min(1)
      .max(7 * 24 * 60)
      .describe('For how long a deployment may still turn out to be bad.'),
    withIncidents: z
      .boolean()
      .optional()
      .describe(
        'Whether it fails by incidents, too, and not by roll-back only.',
      ),
    result: z
      .enum(['success', 'failure'])
      .optional()
      .describe('failure: it failed within that time. Without it, either.'),
  }),
  z.strictObject({
    ...commonFields,
    measure: z.literal('runs'),
    pipeline: text.optional(),
    branch: text.optional(),
    maxDurationSeconds: z
      .number()
      .positive()
      .optional()
      .describe('Only runs that are known to have taken no longer.'),
    result: z.enum(['success', 'failure']).optional(),
  }),
]);

/** Which events to count, minute by minute. */
export type EventCountQuery = z.output<typeof eventCountQuerySchema>;

/** How many queries one request may have. */
export const MAX_COUNT_QUERIES = 200;

const MAX_COUNT_DAYS = 100;

/** The body of `POST /event-counts`. */
export const eventCountsRequestSchema = periodQuerySchema
  .refine(
    ({ from, to }) =>
      Date.parse(to) - Date.parse(from) <= MAX_COUNT_DAYS * 24 * 3_600_000,
    {
      message: `must be within ${MAX_COUNT_DAYS} days of 'from'`,
      path: ['to'],
    },
  )
  .and(
    z.object({
      queries: z.array(eventCountQuerySchema).min(1).max(MAX_COUNT_QUERIES),
    }),
  );

/** What to count, and when. */
export type EventCountsRequest = z.output<typeof eventCountsRequestSchema>;

/** What the queries of a request came to, in the order asked. */
export interface EventCountsAnswer {
  items: EventCounts[];
  /** Components whose queries are left out. */
  skipped: SkippedRefs;
}

/** What one query came to. */
export interface EventCounts {
  key: string;
  /**
   * The minute of the first event that is known of the entity; absent where
   * there is none. Nobody knows what was before.
   */
  knownSince?: string;
  /** The minutes with events, in order. The others since then have none. */
  minutes: { minute: string; count: number }[];
}
