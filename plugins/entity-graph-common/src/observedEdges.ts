import { entityRefSchema, instantSchema } from '@atrium/common';
import { z } from 'zod';

/** The most edges that one report names. */
export const MAX_REPORTED_EDGES = 1000;

/** One call that somebody saw. */
export const observedEdgeSchema = z
  .object({
    source: entityRefSchema.describe('What called.'),
    target: entityRefSchema.describe('What was called.'),
    protocol: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .optional()
      .describe('Such as HTTP or PostgreSQL.'),
    requestsPerMinute: z.number().min(0).max(1e12).optional(),
    observedAt: instantSchema.describe('When it was seen last.'),
  })
  .refine(({ source, target }) => source !== target, {
    message: 'must be another entity than the source',
    path: ['target'],
  });

/** One call that somebody saw. */
export type ObservedEdge = z.infer<typeof observedEdgeSchema>;

/** The body of `POST /observed-edges`. */
export const reportEdgesSchema = z.object({
  reporter: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .describe('The tool that saw them, as people call it.'),
  edges: z.array(observedEdgeSchema).min(1).max(MAX_REPORTED_EDGES),
});

/** The body of `POST /observed-edges`. */
export type ReportEdges = z.input<typeof reportEdgesSchema>;

/** The answer of `POST /observed-edges`. */
export const reportedEdgesSchema = z.object({
  accepted: z.number(),
  unknown: z
    .array(z.string())
    .describe('Refs that are no node of the graph; their edges are not kept.'),
  outdated: z
    .number()
    .describe('Edges that were seen longer ago than edges are kept.'),
});

/** The answer of `POST /observed-edges`. */
export type ReportedEdges = z.infer<typeof reportedEdgesSchema>;

/** What a tool saw of an edge. */
export const observationSchema = z.object({
  reporter: z.string().describe('The tool that saw it.'),
  reportedBy: z.string().describe('The account that told of it.'),
  protocol: z.string().optional(),
  requestsPerMinute: z.number().optional(),
  firstObservedAt: z.string(),
  observedAt: z.string(),
});

/** What a tool saw of an edge. */
export type Observation = z.infer<typeof observationSchema>;
