import { PageCursor, toPage } from '@atrium/backend-common';
import { MAX_PAGE_SIZE, type Page } from '@atrium/common';
import type { FindingScan } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { z } from 'zod';

const ORDER = ['entity_ref', 'tool', 'category'];
const scanCursor = new PageCursor(
  z.tuple([z.string(), z.string(), z.string()]),
);

interface ScanRow {
  entity_ref: string;
  tool: string;
  category: string;
  format: string;
  commit: string | null;
  scanned_at: Date;
  has_scan_time: boolean;
  uploaded_by: string;
  checks: FindingScan['checks'] | null;
  score: string | null;
}

/** Reads when which tool last looked at what. */
export class ScanReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The last scan of each of some entities by each tool, in order of the refs. */
  async list(
    entityRefs: string[],
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<FindingScan>> {
    const after = scanCursor.decode(cursor);
    const ofEntities = () =>
      this.#knex('finding_scans').whereRaw('entity_ref = ANY (?)', [
        entityRefs,
      ]);
    const [rows, [{ count }]]: [ScanRow[], { count?: unknown }[]] =
      await Promise.all([
        ofEntities()
          .modify(query => {
            if (after) {
              query.whereRaw(`(${ORDER.join(', ')}) > (?, ?, ?)`, after);
            }
          })
          .orderBy(ORDER)
          .limit(limit + 1),
        ofEntities().count({ count: '*' }),
      ]);
    const page = toPage(rows, {
      limit,
      totalItems: Number(count),
      toCursor: ({ entity_ref, tool, category }) =>
        scanCursor.encode([entity_ref, tool, category]),
    });
    return { ...page, items: page.items.map(toScan) };
  }

  /**
   * The tools that looked at some entities, whether they found something or not, by name;
   * no more than a page of them.
   */
  async listTools(entityRefs: string[]): Promise<Page<string>> {
    const { rows } = await this.#knex.raw<{
      rows: { tool: string; total: string }[];
    }>(
      `SELECT tool, count(*) OVER () AS total FROM (
         SELECT DISTINCT tool FROM finding_scans WHERE entity_ref = ANY (?)
       ) looked
       ORDER BY lower(tool), tool LIMIT ?`,
      [entityRefs, MAX_PAGE_SIZE],
    );
    return {
      items: rows.map(({ tool }) => tool),
      totalItems: Number(rows.at(0)?.total ?? 0),
    };
  }
}

function toScan(row: ScanRow): FindingScan {
  return {
    entityRef: row.entity_ref,
    tool: row.tool,
    category: row.category,
    format: row.format,
    commit: row.commit ?? undefined,
    scannedAt: row.has_scan_time ? row.scanned_at.toISOString() : undefined,
    uploadedBy: row.uploaded_by,
    checks: row.checks ?? undefined,
    score: row.score === null ? undefined : Number(row.score),
  };
}
