import { z } from 'zod';
import { maybeInstantSchema, reviewSchema, userSchema } from '../objects';

/** One run of a workflow of Gitea Actions. */
export const giteaWorkflowRunSchema = z.object({
  id: z.number(),
  /** Zero before Gitea 1.26, which did not count. */
  run_attempt: z.number().default(0),
  /** The file of the workflow and the ref, with an `@` between them. */
  path: z.string().nullish(),
  event: z.string().nullish(),
  status: z.string(),
  conclusion: z.string().nullish(),
  head_branch: z.string().nullish(),
  head_sha: z.string(),
  html_url: z.string(),
  created_at: maybeInstantSchema,
  started_at: maybeInstantSchema,
  completed_at: maybeInstantSchema,
  actor: userSchema,
  trigger_actor: userSchema,
});

/** One run of a workflow of Gitea Actions. */
export type GiteaWorkflowRun = z.infer<typeof giteaWorkflowRunSchema>;

/** The states of a review that was given; others were only asked for. */
const GIVEN = new Set(['APPROVED', 'REQUEST_CHANGES', 'COMMENT']);

/** A review of a pull request; one that was only asked for has no time. */
export const giteaReviewSchema = reviewSchema
  .extend({ state: z.string() })
  .transform(({ state, submitted_at, ...review }) => ({
    ...review,
    submitted_at: GIVEN.has(state) ? submitted_at : undefined,
  }));
