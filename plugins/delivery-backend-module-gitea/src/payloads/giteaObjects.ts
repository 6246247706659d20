import { z } from 'zod';

/** Gitea writes a time that has not come as one of long ago. */
const FIRST_REAL_YEAR = Date.parse('2000-01-01T00:00:00Z');

const instant = z.iso.datetime({ offset: true });
const maybeInstant = instant
  .nullish()
  .transform(value =>
    value && Date.parse(value) >= FIRST_REAL_YEAR ? value : undefined,
  );
const user = z.object({ login: z.string() }).nullish();

/**
 * What is read of Gitea's objects. Webhooks and the REST API describe them
 * alike, so one schema serves both.
 */
export const workflowRunSchema = z.object({
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
  created_at: maybeInstant,
  started_at: maybeInstant,
  completed_at: maybeInstant,
  actor: user,
  trigger_actor: user,
});

/** One run of a workflow. */
export type WorkflowRun = z.infer<typeof workflowRunSchema>;

/** One job of a run. */
export const workflowJobSchema = z.object({
  id: z.number(),
  run_id: z.number(),
  run_attempt: z.number().default(0),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  html_url: z.string().nullish(),
  created_at: maybeInstant,
  started_at: maybeInstant,
  completed_at: maybeInstant,
});

/** One job of a run. */
export type WorkflowJob = z.infer<typeof workflowJobSchema>;

/** A pull request. */
export const pullRequestSchema = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  user,
  base: z.object({ ref: z.string() }),
  created_at: instant,
  updated_at: instant,
  closed_at: maybeInstant,
  merged_at: maybeInstant,
  merge_commit_sha: z.string().nullish(),
});

/** A pull request. */
export type PullRequest = z.infer<typeof pullRequestSchema>;

const GIVEN = new Set(['APPROVED', 'REQUEST_CHANGES', 'COMMENT']);

/** A review of a pull request; one that was only asked for has no time. */
export const reviewSchema = z
  .object({
    id: z.number(),
    user,
    state: z.string(),
    submitted_at: maybeInstant,
  })
  .transform(({ state, submitted_at, ...review }) => ({
    ...review,
    submitted_at: GIVEN.has(state) ? submitted_at : undefined,
  }));

/** An issue. */
export const issueSchema = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  user,
  labels: z
    .array(z.object({ name: z.string() }).transform(({ name }) => name))
    .nullish(),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  created_at: instant,
  updated_at: instant,
  closed_at: maybeInstant,
  pull_request: z.unknown(),
});

/** A release. */
export const releaseSchema = z.object({
  id: z.number(),
  tag_name: z.string(),
  target_commitish: z.string(),
  draft: z.boolean(),
  html_url: z.string(),
  author: user,
  published_at: maybeInstant,
});

/** A commit by itself, with the files that it changed. */
export const commitFilesSchema = z.object({
  files: z.array(z.object({ filename: z.string() })).nullish(),
});

/** A commit of a pull request. */
export const commitSchema = z.object({
  commit: z.object({ author: z.object({ date: instant }).nullish() }),
});
