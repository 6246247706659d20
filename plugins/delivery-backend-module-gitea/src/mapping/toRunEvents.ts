import type { GiteaWorkflowRun, HostRepository } from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { createRepositoryEvent } from '@atrium/plugin-delivery-node';
import { toRunId } from './toRunId';
import { toRunOutcome } from './toRunOutcome';

/** Everything that the state of a run tells. */
export function toRunEvents(
  run: GiteaWorkflowRun,
  repository: HostRepository,
): CloudEvent[] {
  const { created_at: createdAt, started_at: startedAt } = run;
  const about = {
    subjectId: toRunId(run.id, run.run_attempt),
    content: {
      pipelineName: run.path?.split('@')[0] || 'actions',
      url: run.html_url,
    },
    atrium: {
      branch: run.head_branch || undefined,
      commit: run.head_sha,
      actor: run.trigger_actor?.login ?? run.actor?.login,
      trigger: run.event || undefined,
    },
  };
  const events: CloudEvent[] = [];
  const queuedAt = toQueuedAt(run);
  if (queuedAt) {
    events.push(
      createRepositoryEvent('pipelinerun.queued', repository, {
        ...about,
        fact: 'queued',
        time: queuedAt,
      }),
    );
  }
  if (startedAt) {
    events.push(
      createRepositoryEvent('pipelinerun.started', repository, {
        ...about,
        fact: `started/${startedAt}`,
        time: startedAt,
      }),
    );
  }
  const outcome = toRunOutcome(run.conclusion);
  const completedAt = run.completed_at ?? startedAt ?? createdAt;
  if (run.status === 'completed' && outcome && completedAt) {
    events.push(
      createRepositoryEvent('pipelinerun.finished', repository, {
        ...about,
        // Before attempts were counted, a second one had the same id.
        fact: `finished/${completedAt}`,
        time: completedAt,
        content: { ...about.content, outcome },
      }),
    );
  }
  return events;
}

/**
 * What the commit of a run changed. An event of its own: it has to be asked for,
 * and the others may have been told without it.
 */
export function toRunPathEvents(
  context: { run: GiteaWorkflowRun; paths: string[] },
  repository: HostRepository,
): CloudEvent[] {
  const { run, paths } = context;
  const time = toQueuedAt(run);
  return time
    ? [
        createRepositoryEvent('pipelinerun.queued', repository, {
          subjectId: toRunId(run.id, run.run_attempt),
          fact: 'paths',
          time,
          content: {},
          atrium: { paths },
        }),
      ]
    : [];
}

/** A run that was started again keeps the time of its creation. */
function toQueuedAt(run: GiteaWorkflowRun): string | undefined {
  return run.run_attempt > 1
    ? run.started_at
    : run.created_at ?? run.started_at;
}
