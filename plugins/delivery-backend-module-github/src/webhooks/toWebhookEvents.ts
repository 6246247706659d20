import { parseInput } from '@atrium/common';
import {
  type GithubWebhook,
  type GithubWebhookEvent,
  githubWebhookSchemas,
  type HostRepository,
  toGithubRepository,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  isIncident,
  toIssueEvents,
  toPackageUrl,
  toPullRequestEvents,
  toReleaseEvents,
  toReopenedPullRequestEvents,
  toReviewEvents,
} from '@atrium/plugin-delivery-node';
import { toRunId } from '../mapping/runId';
import { toDeploymentEvents } from '../mapping/toDeploymentEvents';
import { toJobEvents } from '../mapping/toJobEvents';
import { toRunEvents } from '../mapping/toRunEvents';

/** How to read what comes. */
export interface WebhookOptions {
  incidentLabels: string[];
}

/** Whether an event of GitHub is one of those that are listened to. */
export function isWebhookEvent(event: string): event is GithubWebhookEvent {
  return Object.hasOwn(githubWebhookSchemas, event);
}

/**
 * What a webhook tells by itself. A push tells nothing before it is known that
 * no pull request made it.
 */
export function toWebhookEvents(
  event: GithubWebhookEvent,
  body: unknown,
  options: WebhookOptions,
): CloudEvent[] {
  switch (event) {
    case 'workflow_run': {
      const payload = parseInput(githubWebhookSchemas.workflow_run, body);
      const { workflow_run: run, workflow } = payload;
      return toRunEvents(
        { run, workflowName: workflow?.name },
        placeOf(payload),
      );
    }
    case 'workflow_job': {
      const payload = parseInput(githubWebhookSchemas.workflow_job, body);
      return toJobEvents(payload.workflow_job, placeOf(payload));
    }
    case 'deployment_status': {
      const payload = parseInput(githubWebhookSchemas.deployment_status, body);
      const { deployment, deployment_status: status, workflow_run } = payload;
      return toDeploymentEvents(
        {
          deployment,
          status,
          runId: workflow_run
            ? toRunId(workflow_run.id, workflow_run.run_attempt)
            : undefined,
          actor: workflow_run?.triggering_actor?.login,
        },
        placeOf(payload),
      );
    }
    case 'pull_request': {
      const payload = parseInput(githubWebhookSchemas.pull_request, body);
      const { action, pull_request: pullRequest } = payload;
      const toEvents =
        action === 'reopened'
          ? toReopenedPullRequestEvents
          : toPullRequestEvents;
      return toEvents(pullRequest, placeOf(payload));
    }
    case 'pull_request_review': {
      const payload = parseInput(
        githubWebhookSchemas.pull_request_review,
        body,
      );
      const { action, pull_request: pullRequest, review } = payload;
      return action === 'submitted'
        ? toReviewEvents({ pullRequest, review }, placeOf(payload))
        : [];
    }
    case 'issues': {
      const payload = parseInput(githubWebhookSchemas.issues, body);
      return fromIssue(payload, options);
    }
    case 'release': {
      const payload = parseInput(githubWebhookSchemas.release, body);
      const { release } = payload;
      const place = placeOf(payload);
      const packageUrl = toPackageUrl('github', place, release.tag_name);
      return toReleaseEvents({ release, packageUrl }, place);
    }
    case 'push':
      return [];
    default:
      throw new Error(`'${event satisfies never}' is not listened to`);
  }
}

function fromIssue(
  payload: GithubWebhook<'issues'>,
  { incidentLabels }: WebhookOptions,
): CloudEvent[] {
  const { action, issue, label } = payload;
  const isAboutIncident =
    label &&
    isIncident({ issue: { ...issue, labels: [label.name] }, incidentLabels });
  return toIssueEvents(
    {
      issue,
      incidentLabels,
      change: {
        isGone: action === 'deleted' || action === 'transferred',
        isEscalated: Boolean(isAboutIncident) && action === 'labeled',
        isDeescalated: Boolean(isAboutIncident) && action === 'unlabeled',
      },
    },
    placeOf(payload),
  );
}

function placeOf(payload: {
  repository: { html_url: string };
}): HostRepository {
  return toGithubRepository(payload.repository.html_url);
}
