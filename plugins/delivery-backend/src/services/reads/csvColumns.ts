import type { CsvColumns } from '@atrium/backend-common';
import type { Deployment, Run } from '@atrium/plugin-delivery-common';

/** Pipeline runs. */
export const runCsv: CsvColumns<Run> = {
  Component: run => run.entityRef,
  Pipeline: run => run.pipeline,
  Status: run => run.status,
  Outcome: run => run.outcome,
  Branch: run => run.branch,
  Commit: run => run.commit,
  Trigger: run => run.trigger,
  Actor: run => run.actor,
  Queued: run => run.queuedAt,
  Started: run => run.startedAt,
  Finished: run => run.finishedAt,
  'Duration in seconds': run => run.durationSeconds,
  Errors: run => run.errors,
  URL: run => run.url,
};

/** Deployments. */
export const deploymentCsv: CsvColumns<Deployment> = {
  Component: deployment => deployment.entityRef,
  Environment: deployment => deployment.environment,
  Tier: deployment => deployment.tier,
  Kind: deployment => deployment.kind,
  Version: deployment => deployment.version,
  Artifact: deployment => deployment.artifactId,
  Commit: deployment => deployment.commit,
  At: deployment => deployment.at,
  Actor: deployment => deployment.actor,
  Cause: deployment => deployment.cause,
  URL: deployment => deployment.url,
  Service: deployment => deployment.service,
};
