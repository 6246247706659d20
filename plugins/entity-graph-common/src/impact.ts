import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { graphNodeSchema, MAX_HOPS } from './graph';
import { impactReasonSchema } from './weighImpact';

/** The query of `GET /impact`, of its exports and of `GET /reliance`. */
export const impactQuerySchema = z.object({
  entityRef: entityRefSchema,
  hops: z.coerce.number<number>().int().min(1).max(MAX_HOPS).default(4),
});

/** The query of `GET /impact`. */
export type ImpactQuery = z.input<typeof impactQuerySchema>;

const reachedNodeSchema = graphNodeSchema.extend({
  via: z
    .array(z.string())
    .describe('The titles of what stands between, in order from what fails.'),
});

/** What fails with something, and how much that matters. */
export const affectedNodeSchema = reachedNodeSchema.extend({
  weight: z.number().describe('From 0 to 100.'),
  reasons: z.array(impactReasonSchema).describe('What the weight comes from.'),
});

/** What fails with something, and how much that matters. */
export type AffectedNode = z.infer<typeof affectedNodeSchema>;

/** A team that has something among what is affected. */
export const affectedTeamSchema = z.object({
  ownerRef: z.string().optional().describe('Absent for what nobody owns.'),
  title: z.string().optional(),
  entities: z.number(),
  weight: z.number().describe('Of its heaviest entity.'),
  contacts: z
    .array(z.object({ title: z.string(), url: z.string() }))
    .describe('How the team is reached, as its entity in the catalog says.'),
});

/** A team that has something among what is affected. */
export type AffectedTeam = z.infer<typeof affectedTeamSchema>;

/** The answer of `GET /impact`: if this fails, what fails with it? */
export const impactSchema = z.object({
  entity: graphNodeSchema,
  hops: z.number(),
  affected: z.array(affectedNodeSchema).describe('Heaviest first.'),
  teams: z.array(affectedTeamSchema).describe('To call, heaviest first.'),
  leftOut: z.number().describe('Found and not in it, for the limit.'),
  facts: z.enum(['ready', 'unavailable']),
  at: z.string().describe('When it was worked out.'),
});

/** The answer of `GET /impact`. */
export type Impact = z.infer<typeof impactSchema>;

/** The answer of `GET /reliance`: what does this rely on? */
export const relianceSchema = z.object({
  entity: graphNodeSchema,
  hops: z.number(),
  reliedOn: z
    .array(reachedNodeSchema)
    .describe('Nearest first, then the one with least budget.'),
  weakest: reachedNodeSchema
    .optional()
    .describe('What has the least error budget left, where any is measured.'),
  measured: z.number().describe('How many of them have an SLO.'),
  leftOut: z.number(),
  facts: z.enum(['ready', 'unavailable']),
});

/** The answer of `GET /reliance`. */
export type Reliance = z.infer<typeof relianceSchema>;

/** An entity that another one relies on. */
export type ReliedOnNode = z.infer<typeof reachedNodeSchema>;
