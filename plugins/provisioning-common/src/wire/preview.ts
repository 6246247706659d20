import {
  entityRefSchema,
  fieldMessagesSchema,
  inLanguage,
  moneySchema,
} from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { deletionPolicySchema } from '../definition/resourceDefinition';

/** What somebody wants to have. */
export const resourceInputSchema = z.strictObject({
  type: nameSchema,
  class: nameSchema.default('default'),
  name: z
    .string()
    .regex(/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
      error: () =>
        inLanguage({
          en: 'must start with a letter and have lower-case letters, digits and hyphens only, at most 40',
          de: 'muss mit einem Buchstaben beginnen und darf nur Kleinbuchstaben, Ziffern und Bindestriche haben, höchstens 40',
        }),
    })
    .describe('Unique in its environment for the component, or for the owner.'),
  sharedId: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/)
    .optional()
    .describe(
      'Components that ask for the same type, class and shared id in an environment share one resource (`id` of Score).',
    ),
  environment: nameSchema,
  entityRef: entityRefSchema
    .optional()
    .describe('The component that depends on it.'),
  ownerRef: entityRefSchema
    .optional()
    .describe('Whose it is: by default the owner of the component.'),
  plan: nameSchema.optional().describe('By default that of the definition.'),
  parameters: z.record(z.string(), z.json()).default({}),
  leaseDays: z.int().min(1).max(3650).optional(),
  reason: z.string().trim().max(1000).optional(),
});

/** What somebody wants to have. */
export type ResourceInput = z.infer<typeof resourceInputSchema>;

/** What somebody wants to have otherwise. */
export const resourceChangeInputSchema = z.strictObject({
  resourceId: z.guid(),
  plan: nameSchema.optional().describe('As it is, where absent.'),
  parameters: z.record(z.string(), z.json()).optional(),
});

/** What somebody wants to have otherwise. */
export type ResourceChangeInput = z.infer<typeof resourceChangeInputSchema>;

/** What keeps a request from being made. */
export const violationSchema = z.object({
  field: z
    .string()
    .describe('A path into the input such as `parameters.extensions.0`.'),
  message: z.string(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What the message is made of; absent for what a schema says.'),
});

/** What keeps a request from being made. */
export type Violation = z.infer<typeof violationSchema>;

/** Why somebody has to agree. */
export const approvalReasonSchema = z.object({
  kind: z.enum(['definition', 'error-budget', 'shared']),
  message: z.string(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What the message is made of; absent in those of old requests.'),
});

/** Why somebody has to agree. */
export type ApprovalReason = z.infer<typeof approvalReasonSchema>;

/** What would come of a request, before it is made. */
export const previewSchema = z.object({
  definition: z
    .object({ name: z.string(), title: z.string(), driver: z.string() })
    .optional()
    .describe('Absent where none serves the request.'),
  losers: z.array(z.object({ name: z.string(), reason: z.string() })),
  changes: z
    .array(z.string())
    .describe('What will be made or changed, one thing a line.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What each line of changes is made of.'),
  ownerRef: z.string().optional(),
  plan: z.object({ name: z.string(), title: z.string() }).optional(),
  monthlyPrice: moneySchema.optional(),
  previous: z
    .object({
      plan: z.string(),
      monthlyPrice: moneySchema.optional(),
    })
    .optional()
    .describe('Of a change: what the resource has now.'),
  approval: z.object({
    isRequired: z.boolean(),
    reasons: z.array(approvalReasonSchema),
    approverRefs: z.array(z.string()),
  }),
  lease: z
    .object({ days: z.number(), graceDays: z.number() })
    .optional()
    .describe('Absent where it stays until somebody deletes it.'),
  quota: z
    .object({ limit: z.number(), used: z.number() })
    .optional()
    .describe(
      'Live resources of this definition and owner, this one not in it.',
    ),
  deletion: deletionPolicySchema.optional(),
  violations: z.array(violationSchema),
  planHash: z
    .string()
    .optional()
    .describe(
      'SHA-256 of all that will be made and under which rules. An approval holds for this only.',
    ),
});

/** What would come of a request, before it is made. */
export type Preview = z.infer<typeof previewSchema>;

/** Why somebody has to agree to a request, each with what it is made of if that is known. */
export function approvalReasonsOf({
  approvalReasons,
  preview,
}: {
  approvalReasons: string[];
  preview: Pick<Preview, 'approval'>;
}): Pick<ApprovalReason, 'message' | 'messages'>[] {
  return approvalReasons.map(
    message =>
      preview.approval.reasons.find(reason => reason.message === message) ?? {
        message,
      },
  );
}
