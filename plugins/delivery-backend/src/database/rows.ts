import type {
  Change,
  Deployment,
  Incident,
  Run,
  TaskRun,
  Ticket,
} from '@atrium/plugin-delivery-common';
import {
  changeSchema,
  deploymentSchema,
  incidentSchema,
  runSchema,
  taskRunSchema,
  ticketSchema,
} from '@atrium/plugin-delivery-common';

/** A row as the database gives it. */
export type Row = Record<string, unknown>;

/** What was stored was checked when it came in; this only names it. */
const { outcome: runOutcome, status: runStatus } = runSchema.shape;

/** A row of `runs`. */
export function toRun(row: Row): Run {
  return {
    ...toExecution(row),
    runId: String(row.run_id),
    source: String(row.source),
    pipeline: String(row.pipeline),
    entityRef: text(row.entity_ref),
    repository: text(row.repository),
    branch: text(row.branch),
    commit: text(row.commit),
    actor: text(row.actor),
    trigger: text(row.trigger),
    updatedAt: requiredInstant(row.updated_at),
  };
}

/** A row of `task_runs`. */
export function toTaskRun(row: Row): TaskRun {
  return taskRunSchema.parse({
    ...toExecution(row),
    taskRunId: row.task_run_id,
    task: row.task,
  });
}

/** A row of `deployments`, with the tier and what the artifact knows. */
export function toDeployment(row: Row): Deployment {
  const { kind, tier } = deploymentSchema.shape;
  return {
    id: String(row.id),
    kind: kind.parse(row.kind),
    service: String(row.service),
    source: String(row.source),
    entityRef: text(row.entity_ref),
    environment: String(row.environment),
    tier: tier.parse(row.tier),
    version: text(row.version),
    artifactId: text(row.artifact_id),
    commit: text(row.commit),
    at: requiredInstant(row.at),
    actor: text(row.actor),
    runId: text(row.run_id),
    url: text(row.url),
    cause: text(row.cause),
  };
}

/** A row of `changes`. */
export function toChange(row: Row): Change {
  const { state } = changeSchema.shape;
  return {
    id: String(row.id),
    changeId: String(row.change_id),
    source: String(row.source),
    state: state.parse(row.state),
    entityRef: text(row.entity_ref),
    repository: text(row.repository),
    title: text(row.title),
    number: text(row.number),
    url: text(row.url),
    branch: text(row.branch),
    commit: text(row.commit),
    actor: text(row.actor),
    firstCommitAt: instant(row.first_commit_at),
    createdAt: instant(row.created_at),
    firstReviewedAt: instant(row.first_reviewed_at),
    mergedAt: instant(row.merged_at),
    abandonedAt:
      row.state === 'abandoned' ? instant(row.abandoned_at) : undefined,
    deployedAt: instant(row.deployed_at),
    leadTimeSeconds: number(row.lead_time_seconds),
    updatedAt: requiredInstant(row.updated_at),
  };
}

/** A row of `incidents`, with the tier. */
export function toIncident(row: Row): Incident {
  const { tier } = incidentSchema.shape;
  const resolvedAt = row.state === 'resolved' ? row.resolved_at : undefined;
  return {
    id: String(row.id),
    incidentId: String(row.incident_id),
    source: String(row.source),
    entityRef: text(row.entity_ref),
    service: text(row.service),
    environment: text(row.environment),
    tier: tier.parse(row.tier),
    description: text(row.description),
    artifactId: text(row.artifact_id),
    url: text(row.url),
    detectedAt: instant(row.detected_at),
    resolvedAt: instant(resolvedAt),
    durationSeconds: secondsBetween(row.detected_at, resolvedAt),
    deploymentId: text(row.deployment_id),
    updatedAt: requiredInstant(row.updated_at),
  };
}

/** A row of `tickets`. */
export function toTicket(row: Row): Ticket {
  const isClosed = row.state === 'closed';
  return {
    ...ticketSchema.pick({ state: true, labels: true, assignees: true }).parse({
      state: row.state,
      labels: row.labels ?? [],
      assignees: row.assignees ?? [],
    }),
    id: String(row.id),
    ticketId: String(row.ticket_id),
    source: String(row.source),
    entityRef: text(row.entity_ref),
    repository: text(row.repository),
    number: text(row.number),
    title: text(row.title),
    type: text(row.type),
    group: text(row.ticket_group),
    priority: text(row.priority),
    creator: text(row.creator),
    resolution: isClosed ? text(row.resolution) : undefined,
    url: text(row.url),
    createdAt: instant(row.created_at),
    closedAt: isClosed ? instant(row.closed_at) : undefined,
    updatedAt: requiredInstant(row.updated_at),
  };
}

function toExecution(row: Row) {
  const isFinished = row.status === 'finished';
  return {
    id: String(row.id),
    status: runStatus.parse(row.status),
    outcome: runOutcome.parse(text(row.outcome)),
    queuedAt: instant(row.queued_at),
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    durationSeconds: isFinished
      ? secondsBetween(row.started_at, row.finished_at)
      : undefined,
    url: text(row.url),
    errors: text(row.errors),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function instant(value: unknown): string | undefined {
  return value instanceof Date ? value.toISOString() : undefined;
}

function requiredInstant(value: unknown): string {
  return new Date(value as Date).toISOString();
}

/** None when one is missing, zero when clocks disagree. */
function secondsBetween(from: unknown, to: unknown): number | undefined {
  return from instanceof Date && to instanceof Date
    ? Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000))
    : undefined;
}
