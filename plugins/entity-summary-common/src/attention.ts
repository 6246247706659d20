import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';

/** Something that waits for somebody, most urgent first. */
export const attentionKindSchema = z.enum([
  'incident',
  'slo-alert',
  'slo-breached',
  'pipeline-failed',
  'workload-degraded',
  'finding-overdue',
  'approval',
  'resource-attention',
  'lease-expiring',
  'exemption-request',
  'initiative-due',
  'breaking-change',
  'catalog-problem',
]);

/** What kind of thing it is. */
export type AttentionKind = z.infer<typeof attentionKindSchema>;

/** One thing that waits for the person who asks. */
export const attentionItemSchema = z.object({
  kind: attentionKindSchema,
  severity: z.enum(['bad', 'warning', 'info']),
  entityRef: z.string().optional(),
  entityTitle: z.string().optional(),
  title: z.string().describe('The thing in its own name, such as of an SLO.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What `title` is made of, where it is a sentence of the portal.'),
  since: z.string().optional(),
  due: z.string().optional(),
  count: z.number().optional().describe('Of how many, where it is several.'),
  targetId: z
    .string()
    .optional()
    .describe('The id of the thing in its plugin.'),
});

/** One thing that waits for the person who asks. */
export type AttentionItem = z.infer<typeof attentionItemSchema>;

/** The answer of `GET /attention`: about what is the person's own. */
export const attentionSchema = z.object({
  items: z.array(attentionItemSchema).describe('At most 100.'),
  totalItems: z.number(),
  unavailable: z
    .array(z.string())
    .describe('Plugins that could not be asked, by id.'),
});

/** The answer of `GET /attention`. */
export type Attention = z.infer<typeof attentionSchema>;
