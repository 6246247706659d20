import { z } from 'zod';

/** What became of one event of a request. */
export const ingestResultSchema = z.object({
  index: z.number().describe('Its place in the request, from 0.'),
  source: z.string().optional(),
  id: z.string().optional(),
  status: z.enum(['accepted', 'duplicate', 'refused']),
  reason: z.string().optional().describe('Why it was refused.'),
});

/** What became of one event of a request. */
export type IngestResult = z.infer<typeof ingestResultSchema>;

/** What became of the events of a request. */
export const ingestAnswerSchema = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  refused: z.number(),
  results: z.array(ingestResultSchema),
});

/** What became of the events of a request. */
export type IngestAnswer = z.infer<typeof ingestAnswerSchema>;

/** What has come in so far. */
export interface IngestStatus {
  /** Per source and type, the busiest first. */
  counts: IngestCount[];
  /** The newest first. */
  refusals: IngestRefusal[];
  /** Repositories and services that belong to no entity yet. */
  unresolved: IngestUnresolved[];
}

/** How many events of one type one source has sent. */
export interface IngestCount {
  source: string;
  type: string;
  /** False when delivery keeps no state for this type. */
  isKnown: boolean;
  accepted: number;
  duplicates: number;
  refused: number;
  lastAt: string;
}

/** An event that was refused. */
export interface IngestRefusal {
  at: string;
  source?: string;
  id?: string;
  type?: string;
  reason: string;
}

/** A repository or service that events name and no entity claims. */
export interface IngestUnresolved {
  repository?: string;
  service?: string;
  subjects: number;
  reason: 'unknown' | 'ambiguous';
}
