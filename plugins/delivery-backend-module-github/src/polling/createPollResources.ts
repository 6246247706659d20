import {
  type GithubDeployment,
  type GithubRepository,
  type GithubWorkflowRun,
  mapPage,
  type PolledRepository,
  type PollItem,
  type PollResource,
  type PullRequest,
} from '@atrium/git-hosts';
import {
  type CloudEvent,
  toEventPaths,
  toIssueEvents,
  toMergeDetailEvents,
  toPullRequestEvents,
  toReleaseEvents,
  toReviewEvents,
} from '@atrium/plugin-delivery-common';
import type { DeliveryEventSink } from '@atrium/plugin-delivery-node';
import { toRunId } from '../mapping/runId';
import { toDeploymentEvents } from '../mapping/toDeploymentEvents';
import { toJobEvents } from '../mapping/toJobEvents';
import { toPackageUrl } from '../mapping/toPackageUrl';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';

const FINAL_STATES = new Set(['success', 'failure', 'error', 'inactive']);

type Sink = Pick<DeliveryEventSink, 'isShared'>;
type Polled = PolledRepository<GithubRepository>;
type Item = PollItem<CloudEvent>;

/** The lists of a repository that polling reads. */
export function createPollResources(options: {
  incidentLabels: string[];
  sink: Sink;
}): PollResource<GithubRepository, CloudEvent>[] {
  const { incidentLabels, sink } = options;
  return [
    {
      name: 'runs',
      readPage: async (polled, page) =>
        mapPage(await polled.client.listRuns(page), run =>
          toRunItem(run, polled, sink),
        ),
    },
    {
      name: 'deployments',
      readPage: async (polled, page) =>
        mapPage(await polled.client.listDeployments(page), deployment =>
          toDeploymentItem(deployment, polled),
        ),
    },
    {
      name: 'pulls',
      readPage: async (polled, page) =>
        mapPage(await polled.client.listPullRequests(page), pullRequest =>
          toPullRequestItem(pullRequest, polled, sink),
        ),
    },
    {
      name: 'issues',
      readPage: async ({ client, repository }, page) =>
        mapPage(await client.listIssues(page), issue => ({
          ...at(issue.updated_at),
          events: toIssueEvents({ issue, incidentLabels }, repository),
        })),
    },
    {
      name: 'releases',
      readPage: async ({ client, repository }, page) =>
        mapPage(await client.listReleases(page), release => {
          const packageUrl = toPackageUrl(repository, release.tag_name);
          return release.published_at
            ? {
                ...at(release.published_at),
                events: toReleaseEvents({ release, packageUrl }, repository),
              }
            : [];
        }),
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

/** What a commit changed, where that says which component it is about. */
async function findPaths(
  commit: string | null | undefined,
  { client, repository }: Polled,
  sink: Sink,
): Promise<string[] | undefined> {
  return commit && (await sink.isShared(repository.url))
    ? toEventPaths(await client.listChangedFiles(commit))
    : undefined;
}

function toRunItem(run: GithubWorkflowRun, polled: Polled, sink: Sink): Item {
  const { client, repository } = polled;
  const isFinished = run.status === 'completed';
  return {
    ...at(run.updated_at, run.created_at),
    isUnfinished: !isFinished,
    events: toRunEvents(run, repository),
    more: isFinished
      ? {
          key: toRunId(run.id, run.run_attempt),
          async read() {
            const jobs = await client.listJobs(run);
            const paths = await findPaths(run.head_sha, polled, sink);
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
  deployment: GithubDeployment,
  { client, repository }: Polled,
): Item {
  return {
    ...at(deployment.updated_at, deployment.created_at),
    events: [],
    more: {
      key: `deployments/${deployment.id}/${deployment.updated_at}`,
      async read() {
        const statuses = await client.listDeploymentStatuses(deployment.id);
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
  polled: Polled,
  sink: Sink,
): Item {
  const { client, repository } = polled;
  const { id, number, merge_commit_sha: commit } = pullRequest;
  return {
    ...at(pullRequest.updated_at),
    events: toPullRequestEvents(pullRequest, repository),
    more: pullRequest.merged_at
      ? {
          key: `pulls/${id}`,
          async read() {
            const firstCommitAt = await client.findFirstCommitAt(number);
            const reviews = await client.listReviews(number);
            const paths = await findPaths(commit, polled, sink);
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
