import { z } from 'zod';
import { instantSchema, userSchema } from '../objects';

/** One run of a workflow of GitHub Actions. */
export const githubWorkflowRunSchema = z.object({
  id: z.number(),
  run_attempt: z.number().default(1),
  /** The name of this run: that of its workflow, unless it has one of its own. */
  name: z.string().nullish(),
  path: z.string().nullish(),
  workflow_id: z.number().nullish(),
  status: z.string().nullable(),
  conclusion: z.string().nullish(),
  event: z.string(),
  head_branch: z.string().nullish(),
  head_sha: z.string(),
  html_url: z.string(),
  created_at: instantSchema,
  run_started_at: instantSchema.nullish(),
  updated_at: instantSchema,
  actor: userSchema,
  triggering_actor: userSchema,
  head_repository: z
    .object({ full_name: z.string(), owner: userSchema })
    .nullish()
    .catch(undefined),
});

/** A workflow of GitHub Actions, also one that GitHub runs by itself. */
export const githubWorkflowSchema = z.object({
  id: z.number(),
  name: z.string(),
});

/** A workflow of GitHub Actions. */
export type GithubWorkflow = z.infer<typeof githubWorkflowSchema>;

/** One run of a workflow of GitHub Actions. */
export type GithubWorkflowRun = z.infer<typeof githubWorkflowRunSchema>;

const deploymentPayloadSchema = z
  .object({
    service: z.string().min(1).optional(),
    version: z.string().min(1).optional(),
  })
  // The payload is free text, or any JSON at all.
  .catch({});

/** A request to deploy. */
export const githubDeploymentSchema = z.object({
  id: z.number(),
  sha: z.string(),
  ref: z.string(),
  task: z.string().default('deploy'),
  environment: z.string(),
  description: z.string().nullish(),
  payload: deploymentPayloadSchema.optional(),
  transient_environment: z.boolean().nullish(),
  created_at: instantSchema,
  updated_at: instantSchema,
  creator: userSchema,
});

/** A request to deploy. */
export type GithubDeployment = z.infer<typeof githubDeploymentSchema>;

/** How a deployment stands. */
export const githubDeploymentStatusSchema = z.object({
  state: z.string(),
  environment: z.string().nullish(),
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
  created_at: instantSchema,
  creator: userSchema,
});

/** How a deployment stands. */
export type GithubDeploymentStatus = z.infer<
  typeof githubDeploymentStatusSchema
>;
