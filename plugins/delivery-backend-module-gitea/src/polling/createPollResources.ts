import { parseInput } from '@atrium/common';
import {
  type DeliveryEventSink,
  type HostRepository,
  type PollItem,
  type PollResource,
  toIssueEvents,
  toPullRequestEvents,
  toReleaseEvents,
} from '@atrium/plugin-delivery-node';
import { z } from 'zod';
import { toJobEvents } from '../mapping/toJobEvents';
import { toPackageUrl } from '../mapping/toPackageUrl';
import { askForPaths } from '../mapping/askForPaths';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';
import { toRunId } from '../mapping/toRunId';
import {
  issueSchema,
  type PullRequest,
  pullRequestSchema,
  releaseSchema,
  type WorkflowRun,
  workflowJobSchema,
  workflowRunSchema,
} from '../payloads/giteaObjects';
import { askAboutMerge } from '../mapping/askAboutMerge';

/** As many as Gitea gives at once, unless it is set up otherwise. */
const PAGE_SIZE = 'limit=50';

const runListSchema = z.object({
  workflow_runs: z.array(workflowRunSchema).nullable(),
});
const jobsSchema = z.array(workflowJobSchema).nullish();
// They were called otherwise at first.
const jobListSchema = z.object({ jobs: jobsSchema, workflow_jobs: jobsSchema });

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
      readPage: (body, repository) => {
        const { workflow_runs: runs } = parseInput(runListSchema, body);
        return (runs ?? []).map((run, index, all) => ({
          ...toRunItem(run, { repository, sink }),
          sortedAt: findSortedAt(all.slice(index)),
        }));
      },
    },
    {
      name: 'pulls',
      path: `/pulls?state=all&sort=recentupdate&${PAGE_SIZE}`,
      readPage: (body, repository) =>
        parseInput(z.array(pullRequestSchema), body).map(pullRequest =>
          toPullRequestItem(pullRequest, { repository, sink }),
        ),
    },
    {
      name: 'issues',
      // The list cannot be sorted by change in every version.
      path: since =>
        `/issues?state=all&type=issues&since=${since.toISOString()}&${PAGE_SIZE}`,
      readPage: (body, repository) =>
        parseInput(z.array(issueSchema), body).map(issue => ({
          ...at(issue.updated_at),
          events: toIssueEvents({ issue, incidentLabels }, repository),
        })),
    },
    {
      name: 'releases',
      path: `/releases?draft=false&${PAGE_SIZE}`,
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
function findSortedAt(runs: WorkflowRun[]): number {
  const [madeAt] = runs.flatMap(
    ({ created_at: createdAt, started_at: startedAt }) =>
      createdAt ?? startedAt ?? [],
  );
  return madeAt ? Date.parse(madeAt) : Date.now();
}

interface ItemContext {
  repository: HostRepository;
  sink: Pick<DeliveryEventSink, 'isShared'>;
}

function toRunItem(
  run: WorkflowRun,
  { repository, sink }: ItemContext,
): Omit<PollItem, 'sortedAt'> {
  const changed = run.completed_at ?? run.started_at ?? run.created_at;
  const isFinished = run.status === 'completed';
  return {
    changedAt: changed ? Date.parse(changed) : Date.now(),
    isUnfinished: !isFinished,
    events: toRunEvents(run, repository),
    more: isFinished
      ? {
          key: `${toRunId(run.id, run.run_attempt)}/${run.completed_at}`,
          async ask(ask) {
            const { jobs, workflow_jobs: earlierJobs } = parseInput(
              jobListSchema,
              await ask(`/actions/runs/${run.id}/jobs?${PAGE_SIZE}`),
            );
            const paths = await askForPaths(run.head_sha, {
              repository,
              sink,
              ask,
            });
            return {
              events: [
                ...(paths ? toRunPathEvents({ run, paths }, repository) : []),
                ...(jobs ?? earlierJobs ?? []).flatMap(job =>
                  toJobEvents(job, repository),
                ),
              ],
            };
          },
        }
      : undefined,
  };
}

function toPullRequestItem(
  pullRequest: PullRequest,
  { repository, sink }: ItemContext,
): PollItem {
  return {
    ...at(pullRequest.updated_at),
    events: toPullRequestEvents(pullRequest, repository),
    more: pullRequest.merged_at
      ? {
          key: `pulls/${pullRequest.id}`,
          ask: async ask => ({
            events: await askAboutMerge({ pullRequest, ask, sink }, repository),
          }),
        }
      : undefined,
  };
}
