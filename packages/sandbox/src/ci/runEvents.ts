import { cdEvent } from '../portal/cdEvent.ts';
import type { CdEvent, CdEventOptions } from '../portal/cdEvent.ts';
import type { Environment } from '../deployments/DeploymentStore.ts';
import { compareVersions } from '../deployments/versions.ts';
import type { ActionRun, ActionStep } from '../git/Actions.ts';
import { commitTitle } from '../git/parseCommit.ts';
import type { Commit } from '../git/parseCommit.ts';
import type { Repository } from '../git/Repository.ts';

export const pipelineName = 'ci';

/** What every event of the CI is about. */
export interface EventPlace {
  gitUrl: string;
  repository: Repository;
}

export interface DeploymentStep {
  environment: Environment;
  version: string;
  previousVersion: string | undefined;
  committedAt: string;
}

export function runHref(fullName: string, number: number): string {
  return `/${fullName}/actions/runs/${number}`;
}

/** Where a run is now: queued, started or finished. */
export function describeRun(place: EventPlace, run: ActionRun): CdEvent {
  const { predicate, atMs } = readProgress(run);
  return write(place, {
    name: `pipelinerun.${predicate}`,
    id: `${runId(place, run)}/${predicate}`,
    atMs,
    subjectId: runId(place, run),
    content: {
      pipelineName,
      url: runUrl(place, run),
      ...readEnd(run),
    },
    atrium: {
      branch: run.branch,
      commit: run.commit,
      actor: run.userName,
      trigger: run.trigger,
    },
  });
}

export function describeStep(
  place: EventPlace,
  run: ActionRun,
  step: ActionStep,
): CdEvent {
  const predicate = step.status === 'finished' ? 'finished' : 'started';
  const subjectId = `${runId(place, run)}/${step.name}`;
  const atMs = step.finishedAtMs ?? step.startedAtMs ?? run.queuedAtMs;
  return write(place, {
    name: `taskrun.${predicate}`,
    id: `${subjectId}/${predicate}`,
    atMs,
    subjectId,
    content: {
      taskName: step.name,
      pipelineRun: { id: runId(place, run), source: place.gitUrl },
      url: `${runUrl(place, run)}#${step.name}`,
      ...(step.outcome && { outcome: step.outcome }),
    },
  });
}

/** A pushed commit, which counts as a merged change. */
export function describeCommit(
  place: EventPlace,
  commit: Commit,
  push: { atMs: number; branch: string },
): CdEvent {
  const { repository, gitUrl } = place;
  return write(place, {
    name: 'change.merged',
    id: `${repository.fullName}/commit/${commit.sha}/merged`,
    atMs: push.atMs,
    subjectId: commit.sha,
    atrium: {
      branch: push.branch,
      commit: commit.sha,
      firstCommitAt: new Date(commit.author.date).toISOString(),
      title: commitTitle(commit).slice(0, 500),
      ...(commit.author.name && { actor: commit.author.name.slice(0, 500) }),
      url: `${gitUrl}/${repository.fullName}/commit/${commit.sha}`,
    },
  });
}

export function artifactId(repository: Repository, version: string): string {
  return `pkg:oci/${repository.name}@${version}`;
}

export function describeArtifact(
  place: EventPlace,
  run: ActionRun,
  version: string,
): CdEvent[] {
  const { gitUrl, repository } = place;
  const base = {
    atMs: Date.now(),
    subjectId: artifactId(repository, version),
    atrium: { version, commit: run.commit },
  };
  return [
    write(place, {
      ...base,
      name: 'artifact.packaged',
      id: `${runId(place, run)}/packaged`,
      content: {
        change: {
          id: run.commit,
          source: `${gitUrl}/${repository.fullName}`,
        },
      },
    }),
    write(place, {
      ...base,
      name: 'artifact.published',
      id: `${runId(place, run)}/published`,
    }),
  ];
}

export function describeDeployment(
  place: EventPlace,
  run: ActionRun,
  step: DeploymentStep,
): CdEvent {
  const { repository } = place;
  const { environment, version, previousVersion } = step;
  const isOlder =
    previousVersion !== undefined &&
    compareVersions(version, previousVersion) < 0;
  const upgrade = previousVersion === undefined ? 'deployed' : 'upgraded';
  return write(place, {
    name: `service.${isOlder ? 'rolledback' : upgrade}`,
    id: `${runId(place, run)}/deployed/${environment}`,
    atMs: Date.now(),
    subjectId: repository.name,
    content: {
      environment: { id: environment },
      artifactId: artifactId(repository, version),
    },
    atrium: {
      version,
      commit: run.commit,
      committedAt: step.committedAt,
      actor: run.userName,
      runId: runId(place, run),
      url: runUrl(place, run),
      ...(isOlder && { cause: 'The manifest in git names an older version' }),
    },
  });
}

function write(
  { gitUrl, repository }: EventPlace,
  options: Omit<CdEventOptions, 'source'>,
): CdEvent {
  return cdEvent({
    ...options,
    source: gitUrl,
    atrium: {
      repository: `${gitUrl}/${repository.fullName}`,
      ...options.atrium,
    },
  });
}

function runId({ repository }: EventPlace, run: ActionRun): string {
  return `${repository.fullName}/runs/${run.number}`;
}

function runUrl({ gitUrl, repository }: EventPlace, run: ActionRun): string {
  return `${gitUrl}${runHref(repository.fullName, run.number)}`;
}

function readProgress(run: ActionRun) {
  switch (run.status) {
    case 'queued':
      return { predicate: 'queued', atMs: run.queuedAtMs };
    case 'running':
      return { predicate: 'started', atMs: run.startedAtMs ?? run.queuedAtMs };
    case 'finished':
      return { predicate: 'finished', atMs: run.finishedAtMs ?? Date.now() };
    default:
      throw new Error(`A run is not '${run.status satisfies never}'`);
  }
}

function readEnd(run: ActionRun) {
  const failed = run.steps.find(
    step => step.outcome && step.outcome !== 'success',
  );
  const lastLine = failed?.log.trimEnd().split('\n').pop();
  return {
    ...(run.outcome && { outcome: run.outcome }),
    ...(run.outcome &&
      failed && { errors: `${failed.name}: ${lastLine}`.slice(0, 2_000) }),
  };
}
