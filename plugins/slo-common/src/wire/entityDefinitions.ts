import { z } from 'zod';
import { openSloProblemSchema } from '../openslo/openSloProblem';

/** One OpenSLO file of an entity, as it was last read. */
export const sloFileSchema = z.object({
  url: z.string(),
  readAt: z.string(),
  revision: z.string().optional(),
  problems: z.array(openSloProblemSchema),
});

/** One OpenSLO file of an entity, as it was last read. */
export type SloFile = z.infer<typeof sloFileSchema>;

/** What the OpenSLO files of an entity say, and what is wrong with them. */
export const entityDefinitionsSchema = z.object({
  entityRef: z.string(),
  files: z.array(sloFileSchema),
  slos: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isStale: z
        .boolean()
        .describe('Whether an older version counts until it is repaired.'),
    }),
  ),
});

/** What the OpenSLO files of an entity say, and what is wrong with them. */
export type EntityDefinitions = z.infer<typeof entityDefinitionsSchema>;

/** The Prometheus rules of an SLO. */
export interface PrometheusRules {
  /** Rule groups, as a file for Prometheus. */
  yaml: string;
  /** What the rules cannot say, one sentence each. */
  notConverted: string[];
}

/** How a source of counts is doing. */
export interface SloSourceStatus {
  type: string;
  queries: number;
  /** Queries whose last collection failed. */
  failing: number;
  lastCollectedAt?: string;
  lastProblem?: string;
}
