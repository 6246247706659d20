import { z } from 'zod';
import { environmentTierSchema } from './environment';

/** A problem in an environment, usually production. */
export const incidentSchema = z.object({
  id: z.string().describe('Identifies it here; opaque.'),
  incidentId: z.string().describe('What the emitter calls it.'),
  source: z.string(),
  entityRef: z.string().optional(),
  service: z.string().optional(),
  environment: z.string().optional(),
  tier: environmentTierSchema.describe(
    'Production where the emitter names no environment.',
  ),
  description: z.string().optional(),
  artifactId: z.string().optional(),
  url: z.string().optional(),
  detectedAt: z.string().optional(),
  resolvedAt: z.string().optional().describe('Absent while it lasts.'),
  durationSeconds: z.number().optional(),
  deploymentId: z
    .string()
    .optional()
    .describe('The deployment that the DORA definition blames for it.'),
  updatedAt: z.string().describe('The time of the newest event about it.'),
});

/** A problem in an environment, usually production. */
export type Incident = z.infer<typeof incidentSchema>;
