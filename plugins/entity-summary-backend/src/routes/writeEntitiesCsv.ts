import {
  type CsvColumns,
  type ScopeOptions,
  writeCsv,
} from '@atrium/backend-common';
import { MAX_PAGE_SIZE } from '@atrium/common';
import type {
  entityExportQuerySchema,
  EntityRow,
} from '@atrium/plugin-entity-summary-common';
import type { z } from 'zod';
import type { EntityLists } from '../services/EntityLists';

const COLUMNS: CsvColumns<EntityRow> = {
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
  currency: row => row.cost?.currency,
};

/**
 * A list as CSV, in pieces. The first page is read before the answer begins, so
 * that what is refused is answered as an error.
 */
export async function writeEntitiesCsv(
  query: z.output<typeof entityExportQuerySchema>,
  lists: Pick<EntityLists, 'list'>,
  options: ScopeOptions,
): Promise<AsyncGenerator<string>> {
  const readPage = (cursor: string | undefined) =>
    lists.list({ ...query, cursor, limit: MAX_PAGE_SIZE }, options);
  const first = await readPage(undefined);
  return writeCsv(COLUMNS, async cursor => (cursor ? readPage(cursor) : first));
}
