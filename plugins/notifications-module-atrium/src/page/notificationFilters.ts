import { z } from 'zod';

/** What the page shows; all of it stands in its address. */
export const notificationFiltersSchema = z.object({
  view: z.enum(['unread', 'saved', 'all']).default('unread'),
  search: z.string().default(''),
  topic: z.string().optional(),
  /** This severe at least. */
  severity: z.enum(['high', 'critical']).optional(),
});

export type NotificationFilters = z.output<typeof notificationFiltersSchema>;
