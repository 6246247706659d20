import { cursorTime, PageCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type CostImport,
  type CostImportDetail,
  type CostSource,
  type importsQuerySchema,
} from '@atrium/plugin-cost-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { words } from '../costWords';
import type { ImportReadStore } from './database/ImportReadStore';
import type { SourceStore } from './database/SourceStore';
import type { StoredImport } from './database/StoredImport';

interface ImportReadsOptions {
  reads: ImportReadStore;
  sources: SourceStore;
}

const cursor = new PageCursor(z.tuple([cursorTime, z.int32()]));

/** Says how imports went. */
export class ImportReads {
  readonly #options: ImportReadsOptions;

  constructor(options: ImportReadsOptions) {
    this.#options = options;
  }

  /** Newest first. */
  async list(
    query: z.output<typeof importsQuerySchema>,
  ): Promise<Page<CostImport>> {
    const { limit, source, state } = query;
    const { reads } = this.#options;
    const filter = { source, state };
    const [rows, totalItems] = await Promise.all([
      reads.list({ ...filter, limit, before: cursor.decode(query.cursor) }),
      reads.count(filter),
    ]);
    const page = toPage(rows, {
      limit,
      totalItems,
      toCursor: row => cursor.encode([row.received_at.toISOString(), row.id]),
    });
    return { ...page, items: page.items.map(toImport) };
  }

  /** @throws NotFoundError */
  async get(id: number): Promise<CostImport> {
    return toImport(await this.#find(id));
  }

  /** With its report, and what is kept of the invoices. @throws NotFoundError */
  async getDetail(id: number): Promise<CostImportDetail> {
    const row = await this.#find(id);
    return {
      ...toImport(row),
      ...(row.report && { report: row.report }),
      reconciliation: await this.#options.reads.reconcile(id),
    };
  }

  async listSources(): Promise<Page<CostSource>> {
    const items = await this.#options.sources.list();
    return { items, totalItems: items.length };
  }

  async #find(id: number): Promise<StoredImport> {
    const row = await this.#options.reads.find(id);
    if (!row) {
      throw words.error(
        NotFoundError,
        words.describe('cost.refusal.importNotFound', { id: String(id) }),
      );
    }
    return row;
  }
}

function toImport(row: StoredImport): CostImport {
  return {
    id: String(row.id),
    source: row.source,
    name: row.name,
    state: row.state,
    ...(row.message !== null && { message: row.message }),
    ...(row.messages && { messages: row.messages }),
    ...(row.requested_by !== null && { requestedBy: row.requested_by }),
    receivedAt: row.received_at.toISOString(),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
    bytes: row.bytes,
    rowCount: row.row_count,
    months: row.months,
    monthsInForce: row.months_in_force,
    ...(row.is_reconciled !== null && { isReconciled: row.is_reconciled }),
    totals: row.totals,
    errorCount: row.error_count,
    warningCount: row.warning_count,
  };
}
