import {
  entityRefSchema,
  fieldMessagesSchema,
  pageQuerySchema,
} from '@atrium/common';
import { z } from 'zod';
import { requestKindSchema, requestStateSchema } from '../life/requestState';
import { previewSchema, resourceInputSchema } from './preview';
import { resourceSchema, timelineEntrySchema } from './resources';

/** The body of `POST /requests`; the header `Idempotency-Key` makes it safe to repeat. */
export const createRequestSchema = resourceInputSchema.extend({
  planHash: z
    .string()
    .max(100)
    .optional()
    .describe('Of the preview; where the plan is another by now, 409.'),
});

/** The body of `POST /requests`. */
export type CreateRequest = z.infer<typeof createRequestSchema>;

/** One thing that somebody asked for. */
export const requestSchema = z.object({
  id: z.string(),
  kind: requestKindSchema,
  state: requestStateSchema,
  stateReason: z.string().optional(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What stateReason is made of; absent where a person wrote it.'),
  requesterRef: z.string(),
  reason: z.string().optional(),
  approverRefs: z.array(z.string()),
  approvalReasons: z.array(z.string()),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  planHash: z.string(),
  resource: resourceSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** One thing that somebody asked for. */
export type ProvisioningRequest = z.infer<typeof requestSchema>;

/** One request, with what was shown before it was made and what came of it. */
export const requestDetailsSchema = requestSchema.extend({
  preview: previewSchema.describe('As it was when it was requested.'),
  timeline: z.array(timelineEntrySchema),
  allowed: z.array(z.enum(['approve', 'reject', 'cancel'])),
});

/** One request, with what was shown before it was made and what came of it. */
export type RequestDetails = z.infer<typeof requestDetailsSchema>;

/** The query of `GET /requests`. */
export const requestQuerySchema = pageQuerySchema.extend({
  state: z.union([requestStateSchema, z.array(requestStateSchema)]).optional(),
  kind: requestKindSchema.optional(),
  entityRef: entityRefSchema.optional(),
  systemRef: entityRefSchema
    .optional()
    .describe('Those for components of this system.'),
  ownerRef: entityRefSchema.optional(),
  requester: entityRefSchema.optional(),
  awaitsMe: z
    .stringbool()
    .optional()
    .describe('Only those that the reader may approve.'),
});

/** The query of `GET /requests`. */
export type RequestQuery = z.input<typeof requestQuerySchema>;

/** The body of `POST /requests/:id/approve`. */
export const approveRequestSchema = z.strictObject({
  planHash: z.string().max(100).describe('What the approver has seen.'),
  comment: z.string().trim().max(1000).optional(),
});

/** The body of `POST /requests/:id/reject`, and of `/cancel`. */
export const declineRequestSchema = z.strictObject({
  reason: z.string().trim().min(1).max(1000),
});
