import { z } from 'zod';
import { deploymentSchema } from './deployment';
import { incidentSchema } from './incident';

/** A deployment, and what became of it. */
export const timelineDeploymentSchema = deploymentSchema.extend({
  failedBy: z
    .enum(['incident', 'rollback'])
    .optional()
    .describe('Why the DORA definition counts the release as failed.'),
});

/** A deployment, and what became of it. */
export type TimelineDeployment = z.infer<typeof timelineDeploymentSchema>;

/** What happened to one service in production during a period. */
export const timelineItemSchema = z.object({
  entityRef: z.string(),
  deployments: z.array(timelineDeploymentSchema).describe('Oldest first.'),
  incidents: z
    .array(incidentSchema)
    .describe('Those that lasted during any part of the period, oldest first.'),
});

/** What happened to one service in production during a period. */
export type TimelineItem = z.infer<typeof timelineItemSchema>;

/** What happened to services in production during a period. */
export const timelineSchema = z.object({
  from: z.string(),
  to: z.string(),
  items: z
    .array(timelineItemSchema)
    .describe('Services that something happened to, most failures first.'),
  isTruncated: z
    .boolean()
    .describe('True when there was more; then the oldest is missing.'),
});

/** What happened to services in production during a period. */
export type Timeline = z.infer<typeof timelineSchema>;
