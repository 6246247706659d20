import { z } from 'zod';
import {
  issueSchema,
  pullRequestSchema,
  releaseSchema,
  workflowJobSchema,
} from '../objects';
import { giteaWorkflowRunSchema } from './giteaObjects';

const repository = z.object({ html_url: z.url() });
/** What happened, such as `reopened` or `label_updated`. */
const action = z.string().optional();

/** The bodies of the webhooks that are listened to, by topic. */
export const giteaWebhookSchemas = {
  'gitea.workflow_run': z.object({
    repository,
    workflow_run: giteaWorkflowRunSchema,
  }),
  'gitea.workflow_job': z.object({
    repository,
    workflow_job: workflowJobSchema,
  }),
  'gitea.pull_request': z.object({
    action,
    repository,
    pull_request: pullRequestSchema,
  }),
  'gitea.issues': z.object({ action, repository, issue: issueSchema }),
  'gitea.release': z.object({ repository, release: releaseSchema }),
};

/** The body of one of them, parsed. */
export type GiteaWebhook<Topic extends keyof typeof giteaWebhookSchemas> =
  z.output<(typeof giteaWebhookSchemas)[Topic]>;
