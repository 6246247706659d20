import type { HostRepository, WorkflowJob } from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { createRepositoryEvent } from '@atrium/plugin-delivery-node';
import { toRunId } from './runId';
import { toRunOutcome } from './toRunOutcome';

/** Everything that the state of a job tells. */
export function toJobEvents(
  job: WorkflowJob,
  repository: HostRepository,
): CloudEvent[] {
  const about = {
    subjectId: `actions/jobs/${job.id}`,
    content: {
      taskName: job.name,
      url: job.html_url ?? undefined,
      pipelineRun: { id: toRunId(job.run_id, job.run_attempt) },
    },
  };
  const isFinished = job.status === 'completed';
  const outcome = toRunOutcome(job.conclusion);
  const events: CloudEvent[] = [];
  if (job.created_at) {
    events.push(
      createRepositoryEvent('taskrun.queued', repository, {
        ...about,
        fact: 'queued',
        time: job.created_at,
      }),
    );
  }
  // GitHub gives a waiting and a skipped job a time of start as well.
  const hasStarted =
    job.status === 'in_progress' ||
    (isFinished && job.conclusion !== 'skipped');
  if (hasStarted && job.started_at) {
    events.push(
      createRepositoryEvent('taskrun.started', repository, {
        ...about,
        fact: 'started',
        time: job.started_at,
      }),
    );
  }
  if (isFinished && job.completed_at && outcome) {
    events.push(
      createRepositoryEvent('taskrun.finished', repository, {
        ...about,
        fact: 'finished',
        time: job.completed_at,
        content: { ...about.content, outcome },
      }),
    );
  }
  return events;
}
