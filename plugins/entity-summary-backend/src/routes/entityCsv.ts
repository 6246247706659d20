import type { CsvColumns } from '@atrium/backend-common';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';

/** What a spreadsheet has of an entity. */
export const entityCsv: CsvColumns<EntityRow> = {
  entity: row => row.entityRef,
  kind: row => row.kind,
  name: row => row.title ?? row.name,
  description: row => row.description,
  owner: row => row.ownerTitle ?? row.ownerRef,
  system: row => row.systemTitle ?? row.systemRef,
  type: row => row.type,
  lifecycle: row => row.lifecycle,
  tags: row => row.tags.join(' '),
  health: row => row.health,
  health_reason: row => row.healthReason,
  open_incidents: row => row.openIncidents,
  version: row => row.version,
  deployed_at: row => row.deployedAt,
  budget_remaining: row => row.budgetRemaining,
  scorecard: row => row.level?.scorecard,
  level: row => row.level?.level,
  cost_month_to_date: row => row.cost?.amount,
  cost_month: row => row.cost?.month,
  currency: row => row.cost?.currency,
};
