import type {
  GithubDeployment,
  GithubDeploymentStatus,
  HostRepository,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  createRepositoryEvent,
  toPackageUrl,
} from '@atrium/plugin-delivery-node';

/** A deployment with one of its states. */
export interface DeploymentUpdate {
  deployment: GithubDeployment;
  status: GithubDeploymentStatus;
  /** The run that deployed, and who set it off, where GitHub says so. */
  runId?: string;
  actor?: string;
}

const VERSION_TAG = /^(?:refs\/tags\/)?(v?\d+\.\d+[^/]*)$/;
const SHORT_COMMIT_LENGTH = 12;

/**
 * A deployment that succeeded changes what runs. So does the end of an
 * environment that lived for a pull request only.
 */
export function toDeploymentEvents(
  update: DeploymentUpdate,
  repository: HostRepository,
): CloudEvent[] {
  const { deployment, status } = update;
  const tag = VERSION_TAG.exec(deployment.ref)?.[1];
  const about = {
    subjectId: deployment.payload?.service ?? repository.fullName,
    time: status.created_at,
    content: {
      environment: { id: status.environment || deployment.environment },
      artifactId: toPackageUrl('github', repository, tag ?? deployment.sha),
    },
    atrium: {
      commit: deployment.sha,
      version:
        deployment.payload?.version ??
        tag ??
        deployment.sha.slice(0, SHORT_COMMIT_LENGTH),
      actor: update.actor ?? deployment.creator?.login,
      runId: update.runId,
      url: status.log_url || status.target_url || undefined,
    },
  };
  const fact = `deployments/${deployment.id}`;
  switch (status.state) {
    case 'success':
      if (deployment.task.startsWith('rollback')) {
        return [
          createRepositoryEvent('service.rolledback', repository, {
            ...about,
            fact: `${fact}/rolledback`,
            atrium: {
              ...about.atrium,
              cause: deployment.description || undefined,
            },
          }),
        ];
      }
      return [
        createRepositoryEvent('service.deployed', repository, {
          ...about,
          fact: `${fact}/deployed`,
        }),
      ];
    case 'inactive':
      // Others become inactive when the next one succeeds.
      return deployment.transient_environment
        ? [
            createRepositoryEvent('service.removed', repository, {
              ...about,
              fact: `${fact}/removed`,
            }),
          ]
        : [];
    default:
      return [];
  }
}
