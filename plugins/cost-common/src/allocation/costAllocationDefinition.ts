import { entityRefSchema } from '@atrium/common';
import { documentMetadataSchema, nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { daySchema } from '../wire/terms';

/** One text or several, of which one has to match; `*` stands for any text. */
const patternsSchema = z.union([
  z.string().min(1).max(400),
  z.array(z.string().min(1).max(400)).min(1).max(200),
]);

/** One text or several, of which one has to match; `*` stands for any text. */
export type Patterns = z.infer<typeof patternsSchema>;

/** What a charge has to be like; all that is given has to hold. */
export const chargeMatchSchema = z
  .strictObject({
    source: patternsSchema.optional(),
    provider: patternsSchema.optional(),
    billingAccount: patternsSchema.optional(),
    subAccount: patternsSchema.optional().describe('By its id or its name.'),
    service: patternsSchema.optional(),
    serviceCategory: patternsSchema.optional(),
    region: patternsSchema.optional(),
    resourceId: patternsSchema.optional(),
    resourceName: patternsSchema.optional(),
    resourceType: patternsSchema.optional(),
    tags: z
      .record(z.string().min(1).max(200), patternsSchema)
      .optional()
      .describe('By the name of the tag; `*` needs it to have a value.'),
    kubernetes: z
      .strictObject({
        cluster: patternsSchema.optional(),
        namespace: patternsSchema.optional(),
        labels: z.record(z.string().min(1).max(200), patternsSchema).optional(),
      })
      .optional(),
    provisioned: z
      .literal(true)
      .optional()
      .describe('The resource was made by the portal, which knows its id.'),
  })
  .refine(match => Object.values(match).some(value => value !== undefined), {
    message: 'must say what to match',
  });

/** What a charge has to be like. */
export type ChargeMatch = z.infer<typeof chargeMatchSchema>;

/** The entity ref, or a text that becomes one with `${{ tags.service }}` in it. */
const targetRefSchema = z
  .string()
  .min(3)
  .max(300)
  .describe(
    'Such as `component:default/payment-service`, or with a value of the charge: `component:default/${{ tags.service }}`. Where there is no such entity, the next rule is tried.',
  );

/** Where a charge goes; exactly one of them. */
export const chargeTargetSchema = z
  .strictObject({
    entity: targetRefSchema
      .optional()
      .describe('A component, resource, API, system or group.'),
    pool: nameSchema.optional(),
    provisioned: z
      .literal(true)
      .optional()
      .describe('The resource in the catalog that the portal made.'),
  })
  .refine(
    target =>
      Object.values(target).filter(value => value !== undefined).length === 1,
    { message: "must have exactly one of 'entity', 'pool' and 'provisioned'" },
  );

/** Where a charge goes. */
export type ChargeTarget = z.infer<typeof chargeTargetSchema>;

/** A rule: the first one that matches a charge, and finds its target, decides. */
export const allocationRuleSchema = z.strictObject({
  name: nameSchema,
  description: z.string().max(500).optional(),
  match: chargeMatchSchema,
  to: chargeTargetSchema,
});

/** A rule of allocation. */
export type AllocationRule = z.infer<typeof allocationRuleSchema>;

/** How a pool of shared cost is taken apart. */
export const poolSplitSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('direct-cost').describe('By what each costs directly.'),
  }),
  z.strictObject({ by: z.literal('even') }),
  z.strictObject({
    by: z.literal('weights'),
    weights: z
      .record(entityRefSchema, z.number().nonnegative().max(1e9))
      .describe('By entity; those who are not named have no part.'),
  }),
  z.strictObject({
    by: z.literal('requests').describe('By the requests that SLOs count.'),
  }),
  z.strictObject({
    by: z.literal('metric'),
    unit: z
      .string()
      .max(40)
      .describe('By what is pushed to `POST /api/cost/metrics`.'),
  }),
  z.strictObject({
    by: z.literal('usage').describe('By what OpenCost measured in a cluster.'),
    cluster: z.string().max(200).optional(),
  }),
]);

/** How a pool of shared cost is taken apart. */
export type PoolSplit = z.infer<typeof poolSplitSchema>;

/** Cost that several have together. */
export const costPoolSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1).max(120).optional(),
  description: z.string().max(500).optional(),
  split: poolSplitSchema
    .optional()
    .describe('Without it, the pool keeps its cost.'),
  among: z
    .strictObject({
      kinds: z.array(z.enum(['component', 'resource', 'api'])).optional(),
      types: z.array(z.string().max(63)).optional(),
      systems: z.array(entityRefSchema).optional(),
      owners: z
        .array(entityRefSchema)
        .optional()
        .describe('With every group below them.'),
    })
    .default({})
    .describe(
      'Who has a part; all components by default. With `direct-cost`, those that have cost of their own.',
    ),
});

/** Cost that several have together. */
export type CostPool = z.infer<typeof costPoolSchema>;

/** The rules of allocation as they are written; one document for all. */
export const costAllocationDefinitionSchema = z.strictObject({
  apiVersion: z.literal('atrium.dev/v1', "must be 'atrium.dev/v1'"),
  kind: z.literal('CostAllocation', "must be 'CostAllocation'"),
  metadata: documentMetadataSchema,
  spec: z.strictObject({
    appliesFrom: daySchema
      .optional()
      .describe(
        'The first day, in UTC, whose charges these rules allocate; days before keep the rules that they have. Without it, all days.',
      ),
    rules: z.array(allocationRuleSchema).max(500).default([]),
    pools: z.array(costPoolSchema).max(50).default([]),
  }),
});

/** The rules of allocation as they are written. */
export type CostAllocationDefinition = z.infer<
  typeof costAllocationDefinitionSchema
>;
