import {
  mapPage,
  type PolledRepository,
  type PollItem,
  type PollResource,
  type PullRequest,
  type RepositoryClient,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { HostSourceContext } from './HostSource';
import { readMergeEvents } from './readMergeEvents';
import { toIssueEvents } from './toIssueEvents';
import { toPackageUrl } from './toPackageUrl';
import { toPullRequestEvents } from './toPullRequestEvents';
import { toReleaseEvents } from './toReleaseEvents';

/** The lists of a repository that every git host has: what is planned and given out. */
export function createPlanningResources(
  context: HostSourceContext,
): PollResource<RepositoryClient, CloudEvent>[] {
  const { hostId, incidentLabels } = context;
  return [
    {
      name: 'pulls',
      readPage: async (polled, page) =>
        mapPage(await polled.client.listPullRequests(page), pullRequest =>
          toPullRequestItem(pullRequest, polled, context),
        ),
    },
    {
      name: 'issues',
      readPage: async ({ client, repository }, page) =>
        mapPage(await client.listIssues(page, page.since), issue => ({
          ...toPollTimes(issue.updated_at),
          events: toIssueEvents({ issue, incidentLabels }, repository),
        })),
    },
    {
      name: 'releases',
      readPage: async ({ client, repository }, page) =>
        mapPage(await client.listReleases(page), release => {
          const packageUrl = toPackageUrl(hostId, repository, release.tag_name);
          return release.published_at
            ? {
                ...toPollTimes(release.published_at),
                events: toReleaseEvents({ release, packageUrl }, repository),
              }
            : [];
        }),
    },
  ];
}

/** Where an entry that is as good as finished stands in its list. */
export function toPollTimes(changed: string, sorted = changed) {
  return {
    sortedAt: Date.parse(sorted),
    changedAt: Date.parse(changed),
    isUnfinished: false,
  };
}

function toPullRequestItem(
  pullRequest: PullRequest,
  polled: PolledRepository<RepositoryClient>,
  { sink }: HostSourceContext,
): PollItem<CloudEvent> {
  return {
    ...toPollTimes(pullRequest.updated_at),
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
