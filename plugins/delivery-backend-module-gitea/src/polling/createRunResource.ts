import {
  type GiteaRepository,
  type GiteaWorkflowRun,
  mapPage,
  type PolledRepository,
  type PollItem,
  type PollResource,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type DeliveryEventSink,
  findChangedPaths,
} from '@atrium/plugin-delivery-node';
import { toJobEvents } from '../mapping/toJobEvents';
import { toRunEvents, toRunPathEvents } from '../mapping/toRunEvents';
import { toRunId } from '../mapping/toRunId';

type Sink = Pick<DeliveryEventSink, 'isShared'>;

/** The runs of a repository, as polling reads them. */
export function createRunResource(
  sink: Sink,
): PollResource<GiteaRepository, CloudEvent> {
  return {
    name: 'runs',
    readPage: async (polled, page) =>
      mapPage(await polled.client.listRuns(page), (run, index, runs) => ({
        ...toRunItem(run, polled, sink),
        sortedAt: findSortedAt(runs.slice(index)),
      })),
  };
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
  polled: PolledRepository<GiteaRepository>,
  sink: Sink,
): Omit<PollItem<CloudEvent>, 'sortedAt'> {
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
