import { deliveryStatusSchema } from '@atrium/plugin-delivery-common';
import type { EntityParts } from '@atrium/plugin-entity-summary-common';
import { findingSeveritySchema } from '@atrium/plugin-scorecard-common';
import { sloStateSchema } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import type { SUMMED_PARTS } from '../parts/partKinds';
import { HEALTHS } from './entityRow';

/** What the parts of several entities come to together. */
export type SummedParts = Partial<
  Pick<EntityParts, (typeof SUMMED_PARTS)[number]>
>;

/** What {@link SUM_PARTS} needs; each order has the worst first. */
export const SUM_PARTS_BINDINGS = {
  healths: HEALTHS,
  statuses: deliveryStatusSchema.options,
  states: sloStateSchema.options,
  severities: findingSeveritySchema.options,
} as unknown as Record<string, Knex.RawBinding>;

/** Sums up the parts of `members` as one JSON document. */
export const SUM_PARTS = `
  , p AS MATERIALIZED (
    SELECT name_key, entity_ref, parts -> 'delivery' AS delivery,
      parts -> 'slo' AS slo, parts -> 'runtime' AS runtime,
      parts -> 'findings' AS findings
    FROM members
  ), worst_runtime AS (
    SELECT runtime FROM p WHERE runtime ->> 'health' IN ('bad', 'warning')
    ORDER BY runtime ->> 'health', name_key, entity_ref LIMIT 1
  ), severities AS (
    SELECT jsonb_object_agg(severity, open) AS open FROM (
      SELECT severity, sum(open::numeric) AS open
      FROM p, jsonb_each_text(findings -> 'bySeverity') AS one (severity, open)
      WHERE severity = ANY(:severities::text[]) GROUP BY severity) AS each
    WHERE open <> 0
  )
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'delivery', CASE WHEN count(delivery) > 0 THEN jsonb_build_object(
      'health', ${worst('delivery', 'health', 'healths')},
      'status', ${worst('delivery', 'status', 'statuses')},
      'openIncidents', ${sum('delivery', 'openIncidents')},
      'deployedAt', max((delivery ->> 'deployedAt') COLLATE "C"),
      'finishedRuns', ${sum('delivery', 'finishedRuns')},
      'failedRuns', ${sum('delivery', 'failedRuns')}) END,
    'slo', CASE WHEN count(slo) > 0 THEN jsonb_build_object(
      'health', ${worst('slo', 'health', 'healths')},
      'slos', ${sum('slo', 'slos')},
      'state', ${worst('slo', 'state', 'states')},
      'budgetRemaining', min((slo ->> 'budgetRemaining')::float8),
      'firingAlerts', ${sum('slo', 'firingAlerts')}) END,
    'runtime', CASE WHEN count(runtime) > 0 THEN jsonb_build_object(
      -- What the first of the worst says, where it is not well.
      'reason', (SELECT runtime -> 'reason' FROM worst_runtime),
      'messages', (SELECT runtime -> 'messages' FROM worst_runtime),
      'health', ${worst('runtime', 'health', 'healths')},
      'workloads', ${sum('runtime', 'workloads')},
      'desiredPods', ${sum('runtime', 'desiredPods')},
      'readyPods', ${sum('runtime', 'readyPods')},
      'readAt', min((runtime ->> 'readAt') COLLATE "C")) END,
    'findings', CASE WHEN count(findings) > 0 THEN jsonb_build_object(
      'health', ${worst('findings', 'health', 'healths')},
      'open', ${sum('findings', 'open')},
      'bySeverity', coalesce((SELECT open FROM severities), '{}'),
      'overdue', ${sum('findings', 'overdue')}) END
  )) AS parts FROM p`;

function sum(part: string, name: string): string {
  return `coalesce(sum((${part} ->> '${name}')::numeric), 0)`;
}

function worst(part: string, name: string, order: string): string {
  const options = `:${order}::text[]`;
  return `(${options})[coalesce(
    min(array_position(${options}, ${part} ->> '${name}')),
    cardinality(${options}))]`;
}
