import { z } from 'zod';
import { deploymentSchema, productionDeploymentsSchema } from './deployment';
import { runSchema } from './run';

/** How the delivery of an entity stands, from worst to best. */
export const deliveryStatusSchema = z.enum([
  'incident',
  'failed',
  'running',
  'passed',
  'unknown',
]);

/** How the delivery of an entity stands. */
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

/** One entity in the overview. */
export const overviewItemSchema = z.object({
  entityRef: z.string(),
  status: deliveryStatusSchema.describe(
    'incident: an incident in production is open. failed: the newest finished run of a pipeline on a main branch failed. running: one is under way there. unknown: none of it.',
  ),
  openIncidents: z.number(),
  runs: z
    .array(runSchema)
    .describe(
      'The newest run of each pipeline on a main branch, failed ones first.',
    ),
  lastDeployment: deploymentSchema
    .optional()
    .describe('The newest one in any environment.'),
  ...productionDeploymentsSchema.shape,
});

/** One entity in the overview. */
export type OverviewItem = z.infer<typeof overviewItemSchema>;
