import { entityRefSchema, moneySchema } from '@atrium/common';
import { documentMetadataSchema, nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';

const jsonObjectSchema = z.record(z.string(), z.json());

/** For which requests a definition is meant; what is absent fits any. */
export const matchSchema = z.strictObject({
  environmentType: nameSchema
    .optional()
    .describe('`env_type` of Score: the type of an environment.'),
  entity: entityRefSchema
    .optional()
    .describe('`app` of Score: the component it is for.'),
  environment: nameSchema.optional().describe('`env`: one environment.'),
  resource: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/)
    .optional()
    .describe('`res`: the name of the resource, or its shared id.'),
  class: nameSchema.optional().describe('The class that was asked for.'),
});

/** For which requests a definition is meant. */
export type DefinitionMatch = z.infer<typeof matchSchema>;

/** A price as people write it: an amount in quotes, not below zero. */
const priceSchema = z.strictObject({
  amount: z
    .string("must be an amount in quotes, such as '12.50'")
    .regex(
      /^\d{1,12}(?:\.\d{1,4})?$/,
      "must be an amount in quotes, such as '12.50'",
    ),
  currency: moneySchema.shape.currency,
});

/** A size that one may choose. */
export const planSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1).max(100).optional(),
  description: z.string().max(500).optional(),
  inputs: jsonObjectSchema
    .default({})
    .describe(
      'What it sets for the driver, over the inputs of the definition.',
    ),
  monthlyPrice: priceSchema
    .optional()
    .describe('Absent where nobody knows; that is not free of charge.'),
});

/** A size that one may choose. */
export type ResourcePlan = z.infer<typeof planSchema>;

/** Who has to agree before anything is made. */
export const approvalRuleSchema = z.strictObject({
  required: z.boolean().default(true),
  approvers: z
    .array(entityRefSchema)
    .min(1)
    .optional()
    .describe('Groups or people; the platform team where nobody is named.'),
});

/** For how long a resource is lent. */
export const leaseRuleSchema = z
  .strictObject({
    defaultDays: z.int().min(1).max(3650),
    maximumDays: z
      .int()
      .min(1)
      .max(3650)
      .describe('From any moment on; each extension starts anew.'),
    graceDays: z
      .int()
      .min(0)
      .max(365)
      .default(7)
      .describe('For how long data is kept, without access, after the lease.'),
  })
  .refine(({ defaultDays, maximumDays }) => defaultDays <= maximumDays, {
    message: "must not be more than 'maximumDays'",
    path: ['defaultDays'],
  });

/** What becomes of the data when a resource is deleted. */
export const deletionPolicySchema = z
  .enum(['protect', 'snapshot-then-delete', 'delete'])
  .describe(
    'protect: it cannot be deleted in the portal, and no lease ends it.',
  );

/** What becomes of the data when a resource is deleted. */
export type DeletionPolicy = z.infer<typeof deletionPolicySchema>;

/** Which driver makes a type of resource, for whom, and under which rules. */
export const resourceDefinitionSchema = z.strictObject({
  apiVersion: z.literal('atrium.dev/v1'),
  kind: z.literal('ResourceDefinition'),
  metadata: documentMetadataSchema,
  spec: z
    .strictObject({
      type: nameSchema.describe('The name of a ResourceType.'),
      driver: nameSchema,
      match: matchSchema.prefault({}),
      inputs: jsonObjectSchema
        .default({})
        .describe(
          'For the driver, by its own schema: which server, what kind.',
        ),
      defaults: jsonObjectSchema
        .default({})
        .describe('Parameters, where the requester says nothing.'),
      plans: z.array(planSchema).min(1),
      defaultPlan: nameSchema.optional().describe('The first by default.'),
      quota: z
        .strictObject({ perOwner: z.int().min(0).max(100_000) })
        .optional()
        .describe('How many live resources of it one owner may have.'),
      approval: approvalRuleSchema.prefault({ required: false }),
      lease: leaseRuleSchema
        .optional()
        .describe('Absent: the resource stays until somebody deletes it.'),
      deletion: deletionPolicySchema.default('delete'),
    })
    .refine(
      ({ plans }) =>
        new Set(plans.map(({ name }) => name)).size === plans.length,
      { message: 'must have different names', path: ['plans'] },
    )
    .refine(
      ({ plans, defaultPlan }) =>
        defaultPlan === undefined ||
        plans.some(({ name }) => name === defaultPlan),
      { message: 'must be one of the plans', path: ['defaultPlan'] },
    )
    .refine(
      ({ deletion, lease }) => deletion !== 'protect' || lease === undefined,
      {
        message: 'cannot end what is protected from deletion',
        path: ['lease'],
      },
    ),
});

/** Which driver makes a type of resource, for whom, and under which rules. */
export type ResourceDefinition = z.infer<typeof resourceDefinitionSchema>;
