import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';
import { apiVersionSchema, changeCountsSchema } from './apiVersion';

/**
 * What a change means to a consumer that follows the old definition: it stops
 * working, it may stop working, or it does not notice.
 */
export const changeSeveritySchema = z.enum(['breaking', 'risky', 'compatible']);

/** What a change means to a consumer that follows the old definition. */
export type ChangeSeverity = z.infer<typeof changeSeveritySchema>;

/** One difference between two definitions, in words. */
export const apiChangeSchema = z.object({
  severity: changeSeveritySchema,
  /** The rule that found it, kebab-case, such as `request-property-required`. */
  rule: z.string(),
  /**
   * Where it is felt, at most 20: operations (`POST /refunds`), channels, types,
   * services. A change of a shared schema is one change at several places. Empty
   * when it concerns the whole API.
   */
  locations: z.array(z.string()),
  /** How many places there are altogether. */
  totalLocations: z.number().int().min(0),
  /** The spot inside, such as `request body › Refund.amount`. */
  path: z.string().optional(),
  /** A sentence that says what changed. */
  message: z.string(),
  /** What the sentence is made of; absent in those of old versions. */
  messages: fieldMessagesSchema.optional(),
  /** The old value in short, where there is one. */
  before: z.string().optional(),
  /** The new value in short, where there is one. */
  after: z.string().optional(),
});

/** One difference between two definitions, in words. */
export type ApiChange = z.infer<typeof apiChangeSchema>;

/** What changed in meaning between two versions of an API. */
export const apiDiffSchema = z.object({
  entityRef: z.string(),
  from: apiVersionSchema,
  to: apiVersionSchema,
  /**
   * False when the two could not be compared in meaning: one is invalid or was
   * not kept, or the portal does not know the type. `reason` says which, and
   * the lines can still be compared.
   */
  isSemantic: z.boolean(),
  /** Why there are no changes to tell, as a sentence. */
  reason: z.string().optional(),
  /** What the reason is made of; absent in those of old versions. */
  messages: fieldMessagesSchema.optional(),
  /** Counts of all changes, of those that are left out of `changes` too. */
  counts: changeCountsSchema,
  /** Breaking ones first, then risky, then compatible; at most 500. */
  changes: z.array(apiChangeSchema),
  /** Whether there are more changes than `changes` holds. */
  isTruncated: z.boolean(),
});

/** What changed in meaning between two versions of an API. */
export type ApiDiff = z.infer<typeof apiDiffSchema>;

/** A run of lines around one or more differences. */
export const lineHunkSchema = z.object({
  /** The first line of the hunk in the old text, counted from 1. */
  fromLine: z.number().int().min(0),
  /** The first line of the hunk in the new text, counted from 1. */
  toLine: z.number().int().min(0),
  lines: z.array(
    z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }),
  ),
});

/** A run of lines around one or more differences. */
export type LineHunk = z.infer<typeof lineHunkSchema>;

/** What changed in the text between two versions of an API. */
export const apiLineDiffSchema = z.object({
  entityRef: z.string(),
  from: apiVersionSchema,
  to: apiVersionSchema,
  /** Three lines of context around each difference; at most 2,000 lines. */
  hunks: z.array(lineHunkSchema),
  addedLines: z.number().int().min(0),
  removedLines: z.number().int().min(0),
  /**
   * Whether lines are left out: there are more than `hunks` holds, or the texts
   * differ too much to be compared line by line in reasonable time.
   */
  isTruncated: z.boolean(),
});

/** What changed in the text between two versions of an API. */
export type ApiLineDiff = z.infer<typeof apiLineDiffSchema>;

/** A version that broke something, for overviews. */
export const breakingVersionSchema = z.object({
  version: apiVersionSchema,
  /** Its first breaking changes, at most 5; `version.counts` has the number. */
  changes: z.array(apiChangeSchema),
});

/** A version that broke something, for overviews. */
export type BreakingVersion = z.infer<typeof breakingVersionSchema>;
