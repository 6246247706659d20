import { fieldMessagesSchema, moneySchema } from '@atrium/common';
import { z } from 'zod';
import { entityRowSchema } from './entityRow';
import { healthSchema } from './health';
import { entityPartsSchema } from './parts';

const missing = {
  /** It has nothing of the kind, or it is of no kind that can. */
  absent: z.object({ state: z.literal('absent') }),
  /** Its plugin failed, or had not answered when the others had. */
  unavailable: z.object({
    state: z.literal('unavailable'),
    reason: z.enum(['failed', 'late']),
  }),
  /** Who asks may not see it. */
  hidden: z.object({ state: z.literal('hidden') }),
};

/** A part as it is answered. */
const answered = <Part extends z.ZodType>(part: Part) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('ready'), value: part }),
    missing.absent,
    missing.unavailable,
    missing.hidden,
  ]);

/** An incident that is open. */
export const openIncidentSchema = z.object({
  id: z.string(),
  entityRef: z
    .string()
    .optional()
    .describe('Whose it is, on the page of a system or a team.'),
  description: z.string().optional(),
  environment: z.string().optional(),
  since: z.string().optional(),
  url: z.string().optional(),
  suspect: z
    .object({
      deploymentId: z.string(),
      version: z.string().optional(),
      deployedAt: z.string().optional(),
      url: z.string().optional(),
    })
    .optional()
    .describe('The deployment that it probably comes from.'),
});

/** An incident that is open. */
export type OpenIncident = z.infer<typeof openIncidentSchema>;

/** What changed about an entity. */
export const entityChangeSchema = z.object({
  kind: z.enum([
    'deployment',
    'rollback',
    'incident-opened',
    'incident-resolved',
    'alert',
    'level',
    'api-version',
    'cost-anomaly',
    'provisioning',
  ]),
  at: z.string(),
  entityRef: z
    .string()
    .optional()
    .describe('Whose it is, where it is not of the entity itself.'),
  title: z
    .string()
    .describe('What it is about in its own name: a version, an SLO, a level.'),
  detail: z.string().optional().describe('An environment, a reason.'),
  messages: fieldMessagesSchema.optional().describe('Of `title` and `detail`.'),
  amount: moneySchema.optional().describe('How much more something cost.'),
  health: healthSchema.optional(),
  url: z.string().optional().describe('Outside of the portal.'),
  targetId: z
    .string()
    .optional()
    .describe('The id of the thing in its plugin.'),
});

/** What changed about an entity. */
export type EntityChange = z.infer<typeof entityChangeSchema>;

/** The answer of `GET /entities/:kind/:namespace/:name`. */
export const entitySummarySchema = z.object({
  entity: entityRowSchema,
  parts: z.object({
    delivery: answered(entityPartsSchema.shape.delivery),
    slo: answered(entityPartsSchema.shape.slo),
    runtime: answered(entityPartsSchema.shape.runtime),
    provisioning: answered(entityPartsSchema.shape.provisioning),
    level: answered(entityPartsSchema.shape.level),
    cost: answered(entityPartsSchema.shape.cost),
    findings: answered(entityPartsSchema.shape.findings),
  }),
  incidents: z.array(openIncidentSchema).describe('Open ones, oldest first.'),
  changes: z
    .array(entityChangeSchema)
    .describe('Of the last 7 days, newest first, at most 50.'),
  changesUnavailable: z
    .array(z.string())
    .describe('Plugins whose changes are not in it, since they failed.'),
  neighbours: z.object({
    dependsOn: z.array(entityRowSchema).describe('At most 20, worst first.'),
    dependsOnTotal: z.number(),
    usedBy: z.array(entityRowSchema).describe('At most 20, worst first.'),
    usedByTotal: z.number(),
    parts: z
      .array(entityRowSchema)
      .describe('Of a system or domain, or what a group owns; worst first.'),
    partsTotal: z.number(),
    partsHealth: z.partialRecord(healthSchema, z.number()),
  }),
});

/** The answer of `GET /entities/:kind/:namespace/:name`. */
export type EntitySummary = z.infer<typeof entitySummarySchema>;
