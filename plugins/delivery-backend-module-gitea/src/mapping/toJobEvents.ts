import type { HostRepository, WorkflowJob } from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { createRepositoryEvent } from '@atrium/plugin-delivery-node';
import { toRunId } from './toRunId';
import { toRunOutcome } from './toRunOutcome';

/** Everything that the state of a job tells. */
export function toJobEvents(
  job: WorkflowJob,
  repository: HostRepository,
): CloudEvent[] {
  const { created_at, started_at, completed_at } = job;
  const about = {
    subjectId: `actions/jobs/${job.id}`,
    content: {
      taskName: job.name,
      url: job.html_url ?? undefined,
      pipelineRun: { id: toRunId(job.run_id, job.run_attempt) },
    },
  };
  const events: CloudEvent[] = [];
  if (created_at) {
    events.push(
      createRepositoryEvent('taskrun.queued', repository, {
        ...about,
        fact: 'queued',
        time: created_at,
      }),
    );
  }
  if (started_at && job.conclusion !== 'skipped') {
    events.push(
      createRepositoryEvent('taskrun.started', repository, {
        ...about,
        fact: `started/${started_at}`,
        time: started_at,
      }),
    );
  }
  const outcome = toRunOutcome(job.conclusion);
  if (job.status === 'completed' && completed_at && outcome) {
    events.push(
      createRepositoryEvent('taskrun.finished', repository, {
        ...about,
        fact: `finished/${completed_at}`,
        time: completed_at,
        content: { ...about.content, outcome },
      }),
    );
  }
  return events;
}
