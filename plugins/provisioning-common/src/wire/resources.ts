import {
  entityRefSchema,
  instantSchema,
  moneySchema,
  pageQuerySchema,
  fieldMessagesSchema,
} from '@atrium/common';
import { z } from 'zod';
import { deletionPolicySchema } from '../definition/resourceDefinition';
import { resourceStateSchema } from '../life/resourceState';

/** How far something at the provider is from what the portal wants. */
export const driftSchema = z.object({
  checkedAt: z.string().optional().describe('Absent: it was not checked yet.'),
  differences: z
    .array(z.string())
    .describe('What is not as it was made; nothing is put right by itself.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What each difference is made of; absent where a text is all.'),
});

/** A resource, as everybody who sees its owner may see it. */
export const resourceSchema = z.object({
  id: z.string(),
  catalogRef: z.string().describe('Its entity in the catalog, once ready.'),
  type: z.string(),
  class: z.string(),
  name: z.string(),
  providerName: z.string().describe('What it is called at the provider.'),
  sharedId: z.string().optional(),
  environment: z.string(),
  entityRefs: z
    .array(z.string())
    .describe('Components that depend on it; several where it is shared.'),
  ownerRef: z.string(),
  definition: z.string(),
  driver: z.string(),
  plan: z.string(),
  parameters: z.record(z.string(), z.json()),
  monthlyPrice: moneySchema.optional(),
  state: resourceStateSchema,
  stateReason: z.string().optional(),
  isSuspended: z.boolean().describe('Nobody gets in; its data is kept.'),
  lease: z
    .object({
      endsAt: z.string(),
      removedAt: z
        .string()
        .optional()
        .describe(
          'When the grace period is over and the data is deleted, at the earliest. It is counted from the moment access is taken away: absent while the lease is over and that has not happened.',
        ),
      maximumDays: z.number(),
    })
    .optional(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What stateReason is made of; absent where a person wrote it.'),
  deletion: deletionPolicySchema,
  health: z
    .object({
      status: z.enum(['ok', 'degraded', 'unknown']),
      message: z.string().optional(),
      messages: fieldMessagesSchema
        .optional()
        .describe('What the message is made of; absent where a text is all.'),
    })
    .optional(),
  drift: driftSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** A resource, as everybody who sees its owner may see it. */
export type ProvisionedResource = z.infer<typeof resourceSchema>;

/** Where a secret of a resource is. */
export const credentialReferenceSchema = z.object({
  generation: z.number(),
  outputs: z.array(z.string()).describe('The names of the outputs in it.'),
  store: z
    .enum(['portal', 'shown', 'kubernetes', 'file'])
    .describe(
      'portal: kept encrypted until somebody takes it. shown: somebody took it, and it is not kept any more.',
    ),
  reference: z
    .string()
    .optional()
    .describe('Where the store has it, such as `cluster/namespace/secret`.'),
  takenBy: z.string().optional(),
  takenAt: z.string().optional(),
});

/** Where a secret of a resource is. */
export type CredentialReference = z.infer<typeof credentialReferenceSchema>;

/** Something that happened to a resource. */
export const timelineEntrySchema = z.object({
  at: z.string(),
  kind: z
    .enum(['state', 'step', 'note'])
    .describe(
      'state: it went on to another state. step: something was done at the provider. note: reminders, credentials taken, drift.',
    ),
  title: z.string(),
  detail: z.string().optional(),
  messages: fieldMessagesSchema.optional().describe('Of title and detail.'),
  status: z.enum(['running', 'done', 'failed', 'unknown']).optional(),
  from: resourceStateSchema.optional(),
  to: resourceStateSchema.optional(),
  actorRef: z.string().optional().describe('Absent: the portal by itself.'),
  requestId: z.string().optional(),
});

/** Something that happened to a resource. */
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** What a resource was when it was removed, and that it is gone. */
export const deletionProofSchema = z.object({
  removed: z.array(z.string()),
  checkedAbsentAt: z.string(),
  deletedBy: z.string().optional().describe('Absent: its lease was over.'),
  snapshot: z.string().optional().describe('Where the data was kept.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What each line of removed, and snapshot, are made of.'),
});

/** One resource, with all that its page shows. */
export const resourceDetailsSchema = resourceSchema.extend({
  actualCost: z
    .object({
      monthToDate: moneySchema,
      expected: moneySchema
        .optional()
        .describe('What all of the month will have cost.'),
    })
    .optional()
    .describe(
      'What bills have for it this month. Absent where no charge is known to be for it, or the reader may not know.',
    ),
  outputs: z
    .record(z.string(), z.json())
    .describe('What a workload needs, without secrets.'),
  credentials: z.array(credentialReferenceSchema),
  timeline: z.array(timelineEntrySchema).describe('The oldest first.'),
  evidence: z
    .string()
    .optional()
    .describe('What is known where a person has to decide.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What stateReason and evidence are made of.'),
  proof: deletionProofSchema.optional(),
  allowed: z
    .array(
      z.enum([
        'update',
        'rotate',
        'extend',
        'delete',
        'retry',
        'adopt',
        'abandon',
        'take-credentials',
      ]),
    )
    .describe('What the reader may do with it now.'),
});

/** One resource, with all that its page shows. */
export type ResourceDetails = z.infer<typeof resourceDetailsSchema>;

/** The query of `GET /resources`. */
export const resourceQuerySchema = pageQuerySchema.extend({
  entityRef: z
    .union([entityRefSchema, z.array(entityRefSchema).min(1).max(100)])
    .optional()
    .describe('The component it is for; of several, those for any of them.'),
  systemRef: entityRefSchema
    .optional()
    .describe('Those for components of this system.'),
  catalogRef: z
    .union([entityRefSchema, z.array(entityRefSchema).min(1).max(100)])
    .optional()
    .describe('Its entity in the catalog; of several, those of any of them.'),
  ownerRef: entityRefSchema
    .optional()
    .describe('An owner; of a person, also their groups and those below.'),
  state: z
    .union([resourceStateSchema, z.array(resourceStateSchema)])
    .optional(),
  type: z.string().max(63).optional(),
  environment: z.string().max(63).optional(),
  hasDrift: z.stringbool().optional(),
  text: z.string().trim().max(200).optional(),
  sort: z
    .enum(['-updatedAt', 'name', 'leaseEndsAt', '-monthlyPrice'])
    .default('-updatedAt'),
});

/** The query of `GET /resources`. */
export type ResourceQuery = z.input<typeof resourceQuerySchema>;

/** The body of `POST /resources/:id/extend`. */
export const extendResourceSchema = z.strictObject({
  until: instantSchema
    .optional()
    .describe('By default as long as the definition lends by default.'),
});

/** The body of `POST /resources/:id/delete`: the name, typed by a person. */
export const deleteResourceSchema = z.strictObject({
  confirmName: z.string().max(100),
  reason: z.string().trim().max(1000).optional(),
});

/** The body of `POST /resources/:id/update`. */
export const updateResourceSchema = z.strictObject({
  plan: z.string().max(63).optional(),
  parameters: z.record(z.string(), z.json()).optional(),
  planHash: z.string().max(100).optional(),
});

/** The answer of `POST /resources/:id/credentials`: shown once. */
export const credentialsSchema = z.object({
  resourceId: z.string(),
  generation: z.number(),
  outputs: z
    .record(z.string(), z.json())
    .describe('All outputs, secrets among them.'),
});

/** All outputs of a resource, secrets among them. */
export type Credentials = z.infer<typeof credentialsSchema>;

/** Something at a provider that nobody needs, or nobody knows. */
export const leftoverSchema = z.object({
  kind: z
    .enum(['unknown-to-portal', 'unused'])
    .describe(
      'unknown-to-portal: it carries the mark of this portal, which has no such resource. unused: no component depends on it, or its owner is gone.',
    ),
  driver: z.string(),
  location: z.string().describe('Which server or cluster.'),
  providerName: z.string(),
  resourceId: z.string().optional(),
  ownerRef: z.string().optional(),
  reason: z.string(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What location and reason are made of, as far as is known.'),
  monthlyPrice: moneySchema.optional(),
  firstSeenAt: z.string(),
  checkedAt: z.string(),
  isRemovable: z
    .boolean()
    .describe('The portal deleted it, so it is proven to be its own.'),
});

/** Something at a provider that nobody needs, or nobody knows. */
export type Leftover = z.infer<typeof leftoverSchema>;

/** The body of `POST /leftovers/remove`: which one, and its name typed again. */
export const removeLeftoverSchema = z.strictObject({
  driver: z.string().max(63),
  location: z.string().max(500),
  providerName: z.string().max(200),
  confirmName: z.string().max(200),
});

/** The body of `POST /leftovers/remove`. */
export type RemoveLeftover = z.infer<typeof removeLeftoverSchema>;

/** The answer of `POST /leftovers/remove`. */
export const leftoverRemovalSchema = z.object({
  resourceId: z.string().describe('What it was left of.'),
  removed: z.array(z.string()),
  checkedAbsentAt: z.string(),
  snapshot: z.string().optional().describe('Where the data was kept.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What each line of removed, and snapshot, are made of.'),
});

/** What was removed, and that it is gone. */
export type LeftoverRemoval = z.infer<typeof leftoverRemovalSchema>;
