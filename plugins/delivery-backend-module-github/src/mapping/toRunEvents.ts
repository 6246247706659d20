import type { GithubWorkflowRun, HostRepository } from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { createRepositoryEvent } from '@atrium/plugin-delivery-node';
import { toRunId } from './runId';
import { toRunOutcome } from './toRunOutcome';

/** A run, with the name of its workflow where GitHub still knows that. */
export interface RunUpdate {
  run: GithubWorkflowRun;
  workflowName?: string;
}

/**
 * Everything that the state of a run tells, also what earlier webhooks should
 * have told: if one of them was lost, the next one makes up for it.
 */
export function toRunEvents(
  update: RunUpdate,
  repository: HostRepository,
): CloudEvent[] {
  const { run } = update;
  const startedAt = run.run_started_at ?? run.created_at;
  const about = {
    subjectId: toRunId(run.id, run.run_attempt),
    content: {
      pipelineName: toPipelineName(update),
      url: toAttemptUrl(run),
    },
    atrium: {
      branch: toBranch(run, repository),
      commit: run.head_sha,
      actor: run.triggering_actor?.login ?? run.actor?.login,
      trigger: run.event,
    },
  };
  const events = [
    createRepositoryEvent('pipelinerun.queued', repository, {
      ...about,
      fact: 'queued',
      time: toQueuedAt(run),
    }),
  ];
  const isFinished = run.status === 'completed';
  if (isFinished || run.status === 'in_progress') {
    events.push(
      createRepositoryEvent('pipelinerun.started', repository, {
        ...about,
        fact: 'started',
        time: startedAt,
      }),
    );
  }
  const outcome = toRunOutcome(run.conclusion);
  if (isFinished && outcome) {
    events.push(
      createRepositoryEvent('pipelinerun.finished', repository, {
        ...about,
        fact: 'finished',
        time: run.updated_at,
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
  context: { run: GithubWorkflowRun; paths: string[] },
  repository: HostRepository,
): CloudEvent[] {
  const { run, paths } = context;
  return [
    createRepositoryEvent('pipelinerun.queued', repository, {
      subjectId: toRunId(run.id, run.run_attempt),
      fact: 'paths',
      time: toQueuedAt(run),
      content: {},
      atrium: { paths },
    }),
  ];
}

/**
 * What all runs of a workflow have in common. Not their own names: those of
 * Dependabot differ, and so do those that a `run-name` makes.
 */
function toPipelineName({ run, workflowName }: RunUpdate): string {
  const { id, name, path } = run;
  // A workflow without a name is called by its file.
  if (path && (!name || name === path)) {
    return path;
  }
  const isRunByGithub = path?.startsWith('dynamic/');
  return workflowName || (isRunByGithub ? path : name) || String(id);
}

/** The time of creation is that of the first attempt. */
function toQueuedAt(run: GithubWorkflowRun): string {
  return run.run_attempt > 1
    ? run.run_started_at ?? run.created_at
    : run.created_at;
}

/** The page of a run shows its newest attempt; each has one of its own. */
function toAttemptUrl(run: GithubWorkflowRun): string {
  return run.run_attempt > 1
    ? `${run.html_url}/attempts/${run.run_attempt}`
    : run.html_url;
}

/** A fork may have a `main` too, whose runs say nothing about ours. */
function toBranch(
  run: GithubWorkflowRun,
  repository: HostRepository,
): string | undefined {
  const branch = run.head_branch || undefined;
  const owner = findForkOwner(run, repository);
  return branch && owner ? `${owner}:${branch}` : branch;
}

/** Whose fork a run builds; undefined where it builds a branch of ours. */
function findForkOwner(
  { event, head_repository: head }: GithubWorkflowRun,
  repository: HostRepository,
): string | undefined {
  if (!head) {
    // That of a pull request is missing where the fork was deleted since.
    return event.startsWith('pull_request') ? 'unknown' : undefined;
  }
  const isFork =
    head.full_name.toLowerCase() !== repository.fullName.toLowerCase();
  return isFork ? head.owner?.login ?? head.full_name.split('/')[0] : undefined;
}
