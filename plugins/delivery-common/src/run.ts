import { z } from 'zod';

/** How a finished run ended. */
export const runOutcomeSchema = z.enum([
  'success',
  'failure',
  'error',
  'cancelled',
]);

/** How a finished run ended. */
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

/** Whether a run failed, or could not even be run. */
export function isFailedOutcome(outcome: RunOutcome | undefined): boolean {
  return outcome === 'failure' || outcome === 'error';
}

/** Where a run is. */
export const runStatusSchema = z.enum(['queued', 'running', 'finished']);

const execution = {
  id: z.string().describe('Identifies it here; opaque.'),
  status: runStatusSchema,
  outcome: runOutcomeSchema
    .optional()
    .describe('Set once finished, if the emitter said how.'),
  queuedAt: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  durationSeconds: z
    .number()
    .optional()
    .describe('From start to finish, where both are known.'),
  url: z.string().optional().describe('The log, for people.'),
  errors: z.string().optional(),
};

/** One run of a pipeline. */
export const runSchema = z.object({
  ...execution,
  runId: z.string().describe('What the emitter calls it.'),
  source: z.string(),
  pipeline: z.string(),
  entityRef: z.string().optional(),
  repository: z.string().optional(),
  branch: z.string().optional(),
  commit: z.string().optional(),
  actor: z.string().optional(),
  trigger: z.string().optional(),
  updatedAt: z.string().describe('The time of the newest event about it.'),
});

/** One run of a pipeline. */
export type Run = z.infer<typeof runSchema>;

/** One step of a run. */
export const taskRunSchema = z.object({
  ...execution,
  taskRunId: z.string(),
  task: z.string(),
});

/** One step of a run. */
export type TaskRun = z.infer<typeof taskRunSchema>;

/** A run with its steps, in the order they started. */
export interface RunDetails extends Run {
  tasks: TaskRun[];
  /** Whether the host of this run lets the portal start it again. */
  canRerun: boolean;
}

/** One week of a pipeline, for its trend. */
export interface RunTrendWeek {
  /** The Monday, `YYYY-MM-DD`, UTC. */
  weekStart: string;
  /** Finished runs, cancelled ones aside. */
  runs: number;
  /** Of these, how many ended in failure or error. */
  failedRuns: number;
  /** Commits that both failed and passed: the result depended on luck. */
  flakyCommits: number;
  /** Commits that ran at all, which flakyCommits is a part of. */
  commits: number;
  durationP50Seconds?: number;
  durationP90Seconds?: number;
}

/** How one pipeline of one entity has been doing. */
export interface RunTrend {
  entityRef: string;
  pipeline: string;
  weeks: RunTrendWeek[];
}
