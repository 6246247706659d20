import { z } from 'zod';
import {
  instantSchema,
  issueSchema,
  pullRequestSchema,
  releaseSchema,
  reviewSchema,
  workflowJobSchema,
} from '../objects';
import {
  githubDeploymentSchema,
  githubDeploymentStatusSchema,
  githubWorkflowRunSchema,
  githubWorkflowSchema,
} from './githubObjects';

/** The repository of an event. */
export const githubWebhookRepositorySchema = z.object({
  full_name: z.string().regex(/^[^/]+\/[^/]+$/),
  html_url: z.url(),
  default_branch: z.string(),
});

const repository = githubWebhookRepositorySchema;

const pushedCommit = z.object({
  id: z.string(),
  message: z.string(),
  timestamp: instantSchema,
  url: z.string(),
  author: z.object({ name: z.string(), username: z.string().optional() }),
  added: z.array(z.string()).default([]),
  removed: z.array(z.string()).default([]),
  modified: z.array(z.string()).default([]),
});

/** The bodies of the webhooks that are listened to, by event. */
export const githubWebhookSchemas = {
  workflow_run: z.object({
    repository,
    workflow_run: githubWorkflowRunSchema,
    workflow: githubWorkflowSchema.nullish(),
  }),
  workflow_job: z.object({ repository, workflow_job: workflowJobSchema }),
  deployment_status: z.object({
    repository,
    deployment: githubDeploymentSchema,
    deployment_status: githubDeploymentStatusSchema,
    workflow_run: z
      .object({
        id: z.number(),
        run_attempt: z.number().default(1),
        triggering_actor: z.object({ login: z.string() }).nullish(),
      })
      .nullish(),
  }),
  pull_request: z.object({
    action: z.string(),
    repository,
    pull_request: pullRequestSchema,
  }),
  pull_request_review: z.object({
    action: z.string(),
    repository,
    pull_request: pullRequestSchema.pick({
      id: true,
      number: true,
      title: true,
      html_url: true,
      base: true,
      user: true,
    }),
    review: reviewSchema,
  }),
  issues: z.object({
    action: z.string(),
    repository,
    issue: issueSchema,
    label: z.object({ name: z.string() }).nullish(),
  }),
  release: z.object({ repository, release: releaseSchema }),
  push: z.object({
    ref: z.string(),
    after: z.string(),
    deleted: z.boolean(),
    repository: repository.extend({
      // Seconds here, a time in text everywhere else.
      pushed_at: z.union([z.number(), instantSchema]).nullish(),
    }),
    commits: z.array(pushedCommit),
    head_commit: pushedCommit.nullish(),
    pusher: z.object({ name: z.string() }),
  }),
} as const;

/** An event of GitHub that is listened to. */
export type GithubWebhookEvent = keyof typeof githubWebhookSchemas;

/** The body of one of them, parsed. */
export type GithubWebhook<Event extends GithubWebhookEvent> = z.output<
  (typeof githubWebhookSchemas)[Event]
>;
