import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { apiVersionSchema } from './apiVersion';

/** How many APIs one question may name. */
export const MAX_SUMMARY_REFS = 500;

/** `POST /summaries/by-entity` */
export const summariesQuerySchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).max(MAX_SUMMARY_REFS),
});

/** How one API stands, and what it broke in the last 90 days. */
export const apiSummarySchema = z.object({
  entityRef: z.string(),
  latest: apiVersionSchema,
  /** Versions with breaking changes, newest first, at most 20. */
  broken: z.array(
    z.object({
      number: z.number().int(),
      createdAt: z.string(),
      version: z.string().optional(),
      /** What the definition called itself that it was compared with. */
      previousVersion: z.string().optional(),
    }),
  ),
});

/** How one API stands, and what it broke in the last 90 days. */
export type ApiSummary = z.infer<typeof apiSummarySchema>;
