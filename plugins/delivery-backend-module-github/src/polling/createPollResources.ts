import { parseInput } from '@atrium/common';
import {
  type AskHost,
  type DeliveryEventSink,
  type PollItem,
  type PollResource,
  toEventPaths,
  toMergeDetailEvents,
  toIssueEvents,
  toPullRequestEvents,
  toReleaseEvents,
  toReviewEvents,
} from '@atrium/plugin-delivery-node';
import { z } from 'zod';
import type { GithubRepository } from '../mapping/GithubRepository';
import { toRunId } from '../mapping/runId';
import { toDeploymentEvents } from '../mapping/toDeploymentEvents';
import { toJobEvents } from '../mapping/toJobEvents';
import { toPackageUrl } from '../mapping/toPackageUrl';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';
import {
  commitFilesSchema,
  type Deployment,
  deploymentSchema,
  deploymentStatusSchema,
  issueSchema,
  type PullRequest,
  pullRequestSchema,
  releaseSchema,
  reviewSchema,
  type WorkflowRun,
  workflowJobSchema,
  workflowRunSchema,
} from '../payloads/githubObjects';
import { readFirstCommitAt } from '../payloads/readFirstCommitAt';

const PAGE_SIZE = 'per_page=100';
const NEWEST_FIRST = `state=all&sort=updated&direction=desc&${PAGE_SIZE}`;
const FINAL_STATES = new Set(['success', 'failure', 'error', 'inactive']);

/** The lists of a repository that polling reads. */
export function createPollResources(options: {
  incidentLabels: string[];
  sink: Pick<DeliveryEventSink, 'isShared'>;
}): PollResource[] {
  const { incidentLabels, sink } = options;
  return [
    {
      name: 'runs',
      path: `/actions/runs?${PAGE_SIZE}`,
      readPage: (body, repository) =>
        parseInput(
          z.object({ workflow_runs: z.array(workflowRunSchema) }),
          body,
        ).workflow_runs.map(run => toRunItem(run, { repository, sink })),
    },
    {
      name: 'deployments',
      path: `/deployments?${PAGE_SIZE}`,
      readPage: (body, repository) =>
        parseInput(z.array(deploymentSchema), body).map(deployment =>
          toDeploymentItem(deployment, repository),
        ),
    },
    {
      name: 'pulls',
      path: `/pulls?${NEWEST_FIRST}`,
      readPage: (body, repository) =>
        parseInput(z.array(pullRequestSchema), body).map(pullRequest =>
          toPullRequestItem(pullRequest, { repository, sink }),
        ),
    },
    {
      name: 'issues',
      path: `/issues?${NEWEST_FIRST}`,
      readPage: (body, repository) =>
        parseInput(z.array(issueSchema), body).map(issue => ({
          ...at(issue.updated_at),
          events: toIssueEvents({ issue, incidentLabels }, repository),
        })),
    },
    {
      name: 'releases',
      path: `/releases?${PAGE_SIZE}`,
      readPage: (body, repository) =>
        parseInput(z.array(releaseSchema), body).flatMap(release =>
          release.published_at
            ? [
                {
                  ...at(release.published_at),
                  events: toReleaseEvents(
                    {
                      release,
                      packageUrl: toPackageUrl(repository, release.tag_name),
                    },
                    repository,
                  ),
                },
              ]
            : [],
        ),
    },
  ];
}

function at(changed: string, sorted = changed) {
  return {
    sortedAt: Date.parse(sorted),
    changedAt: Date.parse(changed),
    isUnfinished: false,
  };
}

interface ItemContext {
  repository: GithubRepository;
  sink: Pick<DeliveryEventSink, 'isShared'>;
}

/** What a commit changed, where that says which component it is about. */
async function askForPaths(
  { repository, sink }: ItemContext,
  ask: AskHost,
  commit: string | null | undefined,
): Promise<string[] | undefined> {
  return commit && (await sink.isShared(repository.url))
    ? toEventPaths(
        parseInput(
          commitFilesSchema,
          await ask(`/commits/${encodeURIComponent(commit)}`),
        ).files,
      )
    : undefined;
}

function toRunItem(run: WorkflowRun, context: ItemContext): PollItem {
  const { repository } = context;
  const { id, run_attempt: attempt } = run;
  const isFinished = run.status === 'completed';
  return {
    ...at(run.updated_at, run.created_at),
    isUnfinished: !isFinished,
    events: toRunEvents(run, repository),
    more: isFinished
      ? {
          key: toRunId(id, attempt),
          async ask(ask) {
            const { jobs } = parseInput(
              z.object({ jobs: z.array(workflowJobSchema) }),
              await ask(
                `/actions/runs/${id}/attempts/${attempt}/jobs?${PAGE_SIZE}`,
              ),
            );
            const paths = await askForPaths(context, ask, run.head_sha);
            return {
              events: [
                ...(paths ? toRunPathEvents({ run, paths }, repository) : []),
                ...jobs.flatMap(job => toJobEvents(job, repository)),
              ],
            };
          },
        }
      : undefined,
  };
}

function toDeploymentItem(
  deployment: Deployment,
  repository: GithubRepository,
): PollItem {
  return {
    ...at(deployment.updated_at, deployment.created_at),
    events: [],
    more: {
      key: `deployments/${deployment.id}/${deployment.updated_at}`,
      async ask(ask) {
        const statuses = parseInput(
          z.array(deploymentStatusSchema),
          await ask(`/deployments/${deployment.id}/statuses?${PAGE_SIZE}`),
        );
        // Newest first; of two successes the first one was the deployment.
        const events = statuses
          .toReversed()
          .flatMap(status =>
            toDeploymentEvents({ deployment, status }, repository),
          );
        return {
          events,
          isUnfinished: !statuses.some(({ state }) => FINAL_STATES.has(state)),
        };
      },
    },
  };
}

function toPullRequestItem(
  pullRequest: PullRequest,
  context: ItemContext,
): PollItem {
  const { repository } = context;
  const { id, number } = pullRequest;
  return {
    ...at(pullRequest.updated_at),
    events: toPullRequestEvents(pullRequest, repository),
    more: pullRequest.merged_at
      ? {
          key: `pulls/${id}`,
          async ask(ask) {
            const firstCommitAt = readFirstCommitAt(
              await ask(`/pulls/${number}/commits?per_page=1`),
            );
            const reviews = parseInput(
              z.array(reviewSchema),
              await ask(`/pulls/${number}/reviews?${PAGE_SIZE}`),
            );
            const paths = await askForPaths(
              context,
              ask,
              pullRequest.merge_commit_sha,
            );
            return {
              events: [
                ...toMergeDetailEvents(
                  { pullRequest, firstCommitAt, paths },
                  repository,
                ),
                ...reviews.flatMap(review =>
                  toReviewEvents({ pullRequest, review }, repository),
                ),
              ],
            };
          },
        }
      : undefined,
  };
}
