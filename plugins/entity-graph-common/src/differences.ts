import { entityRefSchema, pageQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { graphEdgeSchema, graphNodeSchema } from './graph';

/**
 * How what is declared and what was seen differ: `undeclared` was seen and is in
 * no file; `unseen` is in a file, and its source was seen calling others only.
 */
export const differenceKindSchema = z.enum(['undeclared', 'unseen']);

/** How what is declared and what was seen differ. */
export type DifferenceKind = z.infer<typeof differenceKindSchema>;

/** The query of `GET /differences`. */
export const differencesQuerySchema = pageQuerySchema.extend({
  kind: differenceKindSchema.default('undeclared'),
  ownerRef: entityRefSchema
    .optional()
    .describe('Of the source, with every group below it.'),
});

/** The query of `GET /differences`. */
export type DifferencesQuery = z.input<typeof differencesQuerySchema>;

/** The answer of `GET /differences`. */
export const differencesSchema = z.object({
  items: z.array(
    z.object({
      edge: graphEdgeSchema,
      source: graphNodeSchema,
      target: graphNodeSchema,
    }),
  ),
  totalItems: z.number(),
  nextCursor: z.string().optional(),
  totals: z
    .record(differenceKindSchema, z.number())
    .describe('Of both kinds, for the same owner.'),
  observedSources: z
    .number()
    .describe('How many entities were seen calling others at all.'),
});

/** The answer of `GET /differences`. */
export type Differences = z.infer<typeof differencesSchema>;
