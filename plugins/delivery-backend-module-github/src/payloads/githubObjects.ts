import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });
const user = z.object({ login: z.string() }).nullish();

/**
 * What is read of GitHub's objects. Webhooks and the REST API describe them
 * alike, so one schema serves both.
 */
export const workflowRunSchema = z.object({
  id: z.number(),
  run_attempt: z.number().default(1),
  name: z.string().nullish(),
  path: z.string().nullish(),
  status: z.string().nullable(),
  conclusion: z.string().nullish(),
  event: z.string(),
  head_branch: z.string().nullish(),
  head_sha: z.string(),
  html_url: z.string(),
  created_at: instant,
  run_started_at: instant.nullish(),
  updated_at: instant,
  actor: user,
  triggering_actor: user,
  head_repository: z
    .object({ full_name: z.string(), owner: user })
    .nullish()
    .catch(undefined),
});

/** One run of a workflow. */
export type WorkflowRun = z.infer<typeof workflowRunSchema>;

/** One job of a run. */
export const workflowJobSchema = z.object({
  id: z.number(),
  run_id: z.number(),
  run_attempt: z.number().default(1),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  html_url: z.string().nullish(),
  created_at: instant.nullish(),
  started_at: instant.nullish(),
  completed_at: instant.nullish(),
});

/** One job of a run. */
export type WorkflowJob = z.infer<typeof workflowJobSchema>;

const deploymentPayload = z
  .object({
    service: z.string().min(1).optional(),
    version: z.string().min(1).optional(),
  })
  // The payload is free text, or any JSON at all.
  .catch({});

/** A request to deploy. */
export const deploymentSchema = z.object({
  id: z.number(),
  sha: z.string(),
  ref: z.string(),
  task: z.string().default('deploy'),
  environment: z.string(),
  description: z.string().nullish(),
  payload: deploymentPayload.optional(),
  transient_environment: z.boolean().nullish(),
  created_at: instant,
  updated_at: instant,
  creator: user,
});

/** A request to deploy. */
export type Deployment = z.infer<typeof deploymentSchema>;

/** How a deployment stands. */
export const deploymentStatusSchema = z.object({
  state: z.string(),
  environment: z.string().nullish(),
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
  created_at: instant,
  creator: user,
});

/** How a deployment stands. */
export type DeploymentStatus = z.infer<typeof deploymentStatusSchema>;

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
  closed_at: instant.nullish(),
  merged_at: instant.nullish(),
  merge_commit_sha: z.string().nullish(),
});

/** A pull request. */
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** A review of a pull request; one that is being written has no time yet. */
export const reviewSchema = z.object({
  id: z.number(),
  user,
  submitted_at: instant.nullish(),
});

const label = z.union([
  z.string(),
  z.object({ name: z.string() }).transform(({ name }) => name),
]);

/** An issue. The REST API lists pull requests among them. */
export const issueSchema = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  state_reason: z.string().nullish(),
  html_url: z.string(),
  labels: z.array(label).nullish(),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  user,
  type: z.object({ name: z.string() }).nullish().catch(undefined),
  created_at: instant,
  updated_at: instant,
  closed_at: instant.nullish(),
  pull_request: z.unknown().optional(),
});

/** A release. */
export const releaseSchema = z.object({
  id: z.number(),
  tag_name: z.string(),
  target_commitish: z.string(),
  draft: z.boolean(),
  html_url: z.string(),
  author: user,
  published_at: instant.nullish(),
});

/** A commit by itself, with at most 300 of the files that it changed. */
export const commitFilesSchema = z.object({
  files: z.array(z.object({ filename: z.string() })).nullish(),
});

/** A commit, as the REST API lists those of a pull request. */
export const commitSchema = z.object({
  commit: z.object({
    author: z.object({ date: instant }).nullish(),
    committer: z.object({ date: instant }).nullish(),
  }),
});
