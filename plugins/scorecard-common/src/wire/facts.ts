import { entityRefSchema, instantSchema } from '@atrium/common';
import { z } from 'zod';
import {
  factDescriptionSchema,
  factProviderDescriptionSchema,
  factValueSchema,
} from '../facts/factDescription';
import { factEvidenceSchema } from './results';

/** A fact, and how many entities it is known of. */
export const factCoverageSchema = factDescriptionSchema.extend({
  name: z.string().describe('As expressions name it: `slo.count`.'),
  knownCount: z.number(),
  staleCount: z.number(),
});

/** A provider, its facts and how it is doing. */
export const factProviderStatusSchema = factProviderDescriptionSchema
  .omit({ facts: true })
  .extend({
    kinds: z.array(z.string()),
    facts: z.array(factCoverageSchema),
    entityCount: z.number().describe('That it is asked about.'),
    lastCollectedAt: z.string().optional(),
    failure: z
      .object({ message: z.string(), since: z.string() })
      .optional()
      .describe('Where its last round failed.'),
  });

/** A provider, its facts and how it is doing. */
export type FactProviderStatus = z.infer<typeof factProviderStatusSchema>;

/** The answer of `GET /facts`. */
export const factsSchema = z.object({
  items: z.array(factProviderStatusSchema),
  totalItems: z.number(),
  functions: z
    .array(z.object({ signature: z.string(), description: z.string() }))
    .describe('What expressions may call, for the editor.'),
});

/** All facts that checks may use. */
export type Facts = z.infer<typeof factsSchema>;

/** The query of `GET /facts/entity`. */
export const entityFactsQuerySchema = z.object({ entityRef: entityRefSchema });

/** The answer of `GET /facts/entity`: all facts of one entity. */
export const entityFactsSchema = z.object({
  entityRef: z.string(),
  items: z.array(factEvidenceSchema),
});

/** All facts of one entity. */
export type EntityFactValues = z.infer<typeof entityFactsSchema>;

/** The most items of one `POST /facts`. */
export const MAX_PUSHED_FACTS = 10_000;

/** What somebody tells of one entity. */
export const pushedFactsItemSchema = z.strictObject({
  entityRef: entityRefSchema,
  provider: z
    .string()
    .describe(
      'One of `scorecard.pushedFacts`, or any for the time before the portal looked for itself.',
    ),
  values: z
    .record(z.string(), factValueSchema)
    .describe('All that is known: what is left out is unknown from then on.'),
  urls: z.record(z.string(), z.url({ protocol: /^https?$/ })).optional(),
  observedAt: instantSchema
    .optional()
    .describe('When it was measured; now by default.'),
});

/** The body of `POST /facts`; each item stands for itself. */
export const pushFactsSchema = z.strictObject({
  items: z.array(z.unknown()).min(1).max(MAX_PUSHED_FACTS),
});

/** The answer of `POST /facts`. */
export const pushedFactsResultSchema = z.object({
  accepted: z.number(),
  refused: z.array(
    z.object({
      index: z.number().describe('Of the item, from 0.'),
      path: z.string().describe('Such as `values.count`; empty for all of it.'),
      message: z.string(),
    }),
  ),
});

/** Which facts were taken. */
export type PushedFactsResult = z.infer<typeof pushedFactsResultSchema>;
