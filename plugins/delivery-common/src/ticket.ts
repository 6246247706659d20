import { z } from 'zod';

/** A ticket in an issue tracker. */
export const ticketSchema = z.object({
  id: z.string().describe('Identifies it here; opaque.'),
  ticketId: z.string().describe('What the emitter calls it.'),
  source: z.string(),
  state: z.enum(['open', 'closed']),
  entityRef: z.string().optional(),
  repository: z.string().optional(),
  number: z.string().optional(),
  title: z.string().optional(),
  type: z.string().optional(),
  group: z.string().optional().describe('The queue it is in.'),
  priority: z.string().optional(),
  labels: z.array(z.string()),
  creator: z.string().optional(),
  assignees: z.array(z.string()),
  resolution: z.string().optional(),
  url: z.string().optional(),
  createdAt: z.string().optional(),
  closedAt: z.string().optional(),
  updatedAt: z.string().describe('The time of the newest event about it.'),
});

/** A ticket in an issue tracker. */
export type Ticket = z.infer<typeof ticketSchema>;
