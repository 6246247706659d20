import { compareVersions } from '../../deployments/versions.ts';
import type { HistoryWriter } from './HistoryWriter.ts';
import type {
  DeploymentPlan,
  PlannedDeployment,
  PlannedIncident,
} from './planDeployments.ts';
import type { Project } from './readProjects.ts';
import { runId } from './writeRuns.ts';

export function writeDeployments(
  writer: HistoryWriter,
  project: Project,
  plan: DeploymentPlan,
): void {
  const { name } = project;
  for (const { build, version } of plan.releases) {
    const { commit } = build.change;
    const base = {
      subjectId: artifactId(project, version),
      detail: commit,
      atMs: build.run.finishedAtMs - 30_000,
      atrium: { version, commit },
    };
    writer.write({
      ...base,
      name: 'artifact.packaged',
      content: {
        change: {
          id: commit,
          source: writer.repositoryUrl,
        },
      },
    });
    writer.write({ ...base, name: 'artifact.published' });
  }
  const seen = new Set<string>();
  const deployments = [...plan.deployments].sort(
    (left, right) => left.atMs - right.atMs,
  );
  for (const deployment of deployments) {
    const { environment, release, atMs, rollbackCause } = deployment;
    const { version, build } = release;
    writer.write({
      name: `service.${kindOf(deployment, seen.has(environment))}`,
      subjectId: name,
      detail: `${environment}/${build.change.number}${
        rollbackCause ? `/back-at-${Math.round(atMs / 1000)}` : ''
      }`,
      atMs,
      content: {
        environment: { id: environment },
        artifactId: artifactId(project, version),
      },
      atrium: {
        version,
        commit: build.change.commit,
        committedAt: new Date(build.change.closedAtMs).toISOString(),
        actor: build.change.reviewer,
        ...(rollbackCause
          ? { cause: rollbackCause }
          : { runId: writer.subject(runId(build.run)) }),
      },
    });
    seen.add(environment);
  }
}

export function writeIncidents(
  writer: HistoryWriter,
  project: Project,
  incidents: PlannedIncident[],
): void {
  const sorted = [...incidents].sort(
    (left, right) => left.detectedAtMs - right.detectedAtMs,
  );
  for (const [index, incident] of sorted.entries()) {
    const { detectedAtMs, resolvedAtMs, description, version } = incident;
    const subjectId = writer.subject(`incident/${index + 1}`);
    const content = {
      description,
      environment: { id: 'production' },
      service: { id: project.name },
      ...(version && { artifactId: artifactId(project, version) }),
    };
    writer.write({
      name: 'incident.detected',
      subjectId,
      atMs: detectedAtMs,
      content,
    });
    if (resolvedAtMs !== undefined) {
      writer.write({
        name: 'incident.resolved',
        subjectId,
        atMs: resolvedAtMs,
        content,
      });
    }
  }
}

/** The newest version that has reached an environment by its last deployment. */
export function newestVersion(plan: DeploymentPlan): string | undefined {
  return plan.releases
    .map(({ version }) => version)
    .sort(compareVersions)
    .pop();
}

function kindOf(deployment: PlannedDeployment, isKnown: boolean): string {
  if (deployment.rollbackCause) {
    return 'rolledback';
  }
  return isKnown ? 'upgraded' : 'deployed';
}

function artifactId(project: Project, version: string): string {
  return `pkg:oci/${project.name}@${version}`;
}
