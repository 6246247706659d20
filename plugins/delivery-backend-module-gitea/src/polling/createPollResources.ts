import {
  type GiteaRepository,
  type GiteaWorkflowRun,
  mapPage,
  type PolledRepository,
  type PollItem,
  type PollResource,
  type PullRequest,
} from '@atrium/git-hosts';
import {
  type CloudEvent,
  toIssueEvents,
  toPullRequestEvents,
  toReleaseEvents,
} from '@atrium/plugin-delivery-common';
import type { DeliveryEventSink } from '@atrium/plugin-delivery-node';
import { findChangedPaths } from '../mapping/findChangedPaths';
import { readMergeEvents } from '../mapping/readMergeEvents';
import { toJobEvents } from '../mapping/toJobEvents';
import { toPackageUrl } from '../mapping/toPackageUrl';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';
import { toRunId } from '../mapping/toRunId';

type Sink = Pick<DeliveryEventSink, 'isShared'>;
type Polled = PolledRepository<GiteaRepository>;
type Item = PollItem<CloudEvent>;

/** The lists of a repository that polling reads. */
export function createPollResources(options: {
  incidentLabels: string[];
  sink: Sink;
}): PollResource<GiteaRepository, CloudEvent>[] {
  const { incidentLabels, sink } = options;
  return [
    {
      name: 'runs',
      readPage: async (polled, page) =>
        mapPage(await polled.client.listRuns(page), (run, index, runs) => ({
          ...toRunItem(run, polled, sink),
          sortedAt: findSortedAt(runs.slice(index)),
        })),
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
        mapPage(await client.listIssues(page, page.since), issue => ({
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

function at(changed: string) {
  const changedAt = Date.parse(changed);
  return { sortedAt: changedAt, changedAt, isUnfinished: false };
}

/**
 * When the first of some runs was made, newest first.
 *
 * @remarks A run that has not started may say no time at all. It is younger than
 * the one below it, which is all that polling has to know.
 */
function findSortedAt(runs: GiteaWorkflowRun[]): number {
  const [madeAt] = runs.flatMap(
    ({ created_at: createdAt, started_at: startedAt }) =>
      createdAt ?? startedAt ?? [],
  );
  return madeAt ? Date.parse(madeAt) : Date.now();
}

function toRunItem(
  run: GiteaWorkflowRun,
  polled: Polled,
  sink: Sink,
): Omit<Item, 'sortedAt'> {
  const { client, repository } = polled;
  const changed = run.completed_at ?? run.started_at ?? run.created_at;
  const isFinished = run.status === 'completed';
  return {
    changedAt: changed ? Date.parse(changed) : Date.now(),
    isUnfinished: !isFinished,
    events: toRunEvents(run, repository),
    more: isFinished
      ? {
          key: `${toRunId(run.id, run.run_attempt)}/${run.completed_at}`,
          async read() {
            const jobs = await client.listJobs(run);
            const paths = await findChangedPaths(run.head_sha, polled, sink);
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

function toPullRequestItem(
  pullRequest: PullRequest,
  polled: Polled,
  sink: Sink,
): Item {
  return {
    ...at(pullRequest.updated_at),
    events: toPullRequestEvents(pullRequest, polled.repository),
    more: pullRequest.merged_at
      ? {
          key: `pulls/${pullRequest.id}`,
          read: async () => ({
            events: await readMergeEvents(pullRequest, polled, sink),
          }),
        }
      : undefined,
  };
}
