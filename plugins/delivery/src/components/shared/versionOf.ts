import type { Deployment } from '@atrium/plugin-delivery-common';
import { t } from '../../translation';

const SHORT_COMMIT = 7;

/** What people call what was deployed: its version, else its commit. */
export function versionOf(deployment: Deployment): string {
  const { version, commit, artifactId } = deployment;
  return (
    version ??
    (commit && shortCommit(commit)) ??
    artifactId ??
    t('versionOf.unknown')
  );
}

/** The version, after the name of the service where the component has several. */
export function namedVersionOf(
  deployment: Deployment,
  hasSeveral: boolean,
): string {
  const version = versionOf(deployment);
  return hasSeveral ? `${deployment.service} ${version}` : version;
}

/** The beginning of a commit id, as git shows it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, SHORT_COMMIT);
}
