import type { SkippedRefs } from '@atrium/common';
import { z } from 'zod';
import { productionDeploymentsSchema } from './deployment';
import { deliveryStatusSchema } from './overview';

/** How the delivery of one component went over a period, and stands now. */
export const deliverySummarySchema = z.object({
  entityRef: z.string(),
  status: deliveryStatusSchema,
  openIncidents: z.number().describe('In production, now.'),
  finishedRuns: z
    .number()
    .describe(
      'Runs on a main branch in the period that passed or failed; cancelled ones aside.',
    ),
  failedRuns: z.number().describe('Of these, how many failed.'),
  lastSuccess: z
    .object({ at: z.string(), url: z.string().optional() })
    .optional()
    .describe('The newest run on a main branch that passed, whenever it was.'),
  ...productionDeploymentsSchema.shape,
});

/** How the delivery of one component went over a period, and stands now. */
export type DeliverySummary = z.infer<typeof deliverySummarySchema>;

/** The summaries of several components, in the order asked. */
export interface DeliverySummaries {
  items: DeliverySummary[];
  skipped: SkippedRefs;
}
