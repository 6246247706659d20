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

/** The beginning of a commit id, as git shows it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, SHORT_COMMIT);
}
