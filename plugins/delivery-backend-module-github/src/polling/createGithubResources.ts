import {
  type GithubDeployment,
  type GithubRepository,
  type GithubWorkflowRun,
  mapPage,
  type PolledRepository,
  type PollItem,
  type PollResource,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type DeliveryEventSink,
  findChangedPaths,
  toPollTimes,
} from '@atrium/plugin-delivery-node';
import { toRunId } from '../mapping/runId';
import { toDeploymentEvents } from '../mapping/toDeploymentEvents';
import { toJobEvents } from '../mapping/toJobEvents';
import {
  type RunUpdate,
  toRunEvents,
  toRunPathEvents,
} from '../mapping/toRunEvents';

const FINAL_STATES = new Set(['success', 'failure', 'error', 'inactive']);

type Sink = Pick<DeliveryEventSink, 'isShared'>;
type Polled = PolledRepository<GithubRepository>;
type Item = PollItem<CloudEvent>;

/** What only GitHub has, or has in its own way, as polling reads it. */
export function createGithubResources(
  sink: Sink,
): PollResource<GithubRepository, CloudEvent>[] {
  return [
    {
      name: 'runs',
      async readPage(polled, page) {
        const runs = await polled.client.listRuns(page);
        const names = await readWorkflowNames(runs.items, polled.client);
        return mapPage(runs, run => {
          const workflowName = names.get(run.workflow_id);
          return toRunItem({ run, workflowName }, polled, sink);
        });
      },
    },
    {
      name: 'deployments',
      readPage: async (polled, page) =>
        mapPage(await polled.client.listDeployments(page), deployment =>
          toDeploymentItem(deployment, polled),
        ),
    },
  ];
}

/** The names of the workflows of runs, by id: a run has one of its own. */
async function readWorkflowNames(
  runs: GithubWorkflowRun[],
  client: GithubRepository,
): Promise<Map<number | null | undefined, string>> {
  const workflows = runs.length > 0 ? await client.listWorkflows() : [];
  return new Map(workflows.map(({ id, name }) => [id, name]));
}

function toRunItem(update: RunUpdate, polled: Polled, sink: Sink): Item {
  const { run } = update;
  const { client, repository } = polled;
  const isFinished = run.status === 'completed';
  return {
    ...toPollTimes(run.updated_at, run.created_at),
    isUnfinished: !isFinished,
    events: toRunEvents(update, repository),
    more: isFinished
      ? {
          key: toRunId(run.id, run.run_attempt),
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

function toDeploymentItem(
  deployment: GithubDeployment,
  { client, repository }: Polled,
): Item {
  return {
    ...toPollTimes(deployment.updated_at, deployment.created_at),
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
