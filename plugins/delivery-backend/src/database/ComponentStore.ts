import { PageCursor, toPage, toStorableJson } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type DeliveryStatus,
  deliveryStatusSchema,
} from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import {
  type ComponentSelection,
  isSelectedComponent,
} from './ComponentSelection';
import { updateStandings } from './updateStandings';

/** How a component stands. */
export interface ComponentStanding {
  entityRef: string;
  status: DeliveryStatus;
  openIncidents: number;
}

interface StandingRequest {
  components: ComponentSelection;
  limit: number;
  cursor?: string;
}

interface ComponentStoreOptions {
  knex: Knex;
  /** Branches whose runs decide how a component stands. */
  mainBranches: string[];
}

interface StandingRow {
  entity_ref: string;
  status_rank: number;
  open_incidents: number;
}

const statuses = deliveryStatusSchema.options;
const UNKNOWN_RANK = statuses.indexOf('unknown');
const standingCursor = new PageCursor(z.tuple([z.int32().min(0), z.string()]));
/** So that events do not wait long for the rows of a component. */
const BATCH = 1_000;

/** Keeps the components that the catalog has, and how they stand. */
export class ComponentStore {
  readonly #options: ComponentStoreOptions;
  /** Another configuration or version may have written the standings. */
  #isComputed = false;
  /** What was taken over last. */
  #lifecycles: ReadonlyMap<string, string | undefined> | undefined;

  constructor(options: ComponentStoreOptions) {
    this.#options = options;
  }

  /**
   * Takes over what the catalog has: the lifecycles of all components. The same
   * map as before stands for the same.
   */
  async sync(lifecycles: ReadonlyMap<string, string | undefined>) {
    // A catalog that has not answered yet has not lost everything.
    if (lifecycles.size === 0) {
      return;
    }
    const changed =
      lifecycles === this.#lifecycles &&
      (await this.#count()) === lifecycles.size
        ? []
        : await this.#takeOver(lifecycles);
    this.#lifecycles = lifecycles;
    await this.#updateStandings(
      this.#isComputed
        ? [...changed, ...(await this.#listRunning())]
        : [...lifecycles.keys()],
    );
    this.#isComputed = true;
  }

  async #count(): Promise<number> {
    const [{ count }] = await this.#options.knex('components').count();
    return Number(count);
  }

  /** Answers which are new or have another lifecycle. */
  async #takeOver(
    lifecycles: ReadonlyMap<string, string | undefined>,
  ): Promise<string[]> {
    const { knex } = this.#options;
    const refs = [...lifecycles.keys()];
    await knex.raw(
      'DELETE FROM components WHERE NOT (entity_ref = ANY(?::text[]))',
      [refs],
    );
    const { rows } = await knex.raw(
      `INSERT INTO components AS present (entity_ref, lifecycle)
       SELECT * FROM jsonb_to_recordset(?::jsonb)
         AS one(entity_ref text, lifecycle text)
       ORDER BY entity_ref
       ON CONFLICT (entity_ref) DO UPDATE SET lifecycle = excluded.lifecycle
       WHERE present.lifecycle IS DISTINCT FROM excluded.lifecycle
       RETURNING entity_ref`,
      [
        toStorableJson(
          [...lifecycles].map(([entity_ref, lifecycle]) => ({
            entity_ref,
            lifecycle,
          })),
        ),
      ],
    );
    return rows.map(toRef);
  }

  /** Works out anew how all components stand. */
  async refreshStandings(): Promise<void> {
    await this.#updateStandings(await this.listRefs({ all: true }));
  }

  /** The refs of the selected components that the catalog has, in order. */
  async listRefs(
    components: ComponentSelection,
    lifecycle?: string,
  ): Promise<string[]> {
    const { sql, values } = isSelectedComponent(components);
    const { rows } = await this.#options.knex.raw(
      `SELECT entity_ref FROM components
       WHERE ${sql} ${lifecycle === undefined ? '' : 'AND lifecycle = ?'}
       ORDER BY entity_ref`,
      [...values, ...(lifecycle === undefined ? [] : [lifecycle])],
    );
    return rows.map(toRef);
  }

  /** A page of components, worst first. */
  async listStandings({
    components,
    limit,
    cursor,
  }: StandingRequest): Promise<Page<ComponentStanding>> {
    const selected = isSelectedComponent(components);
    const { table, values } = Array.isArray(components)
      ? {
          // One that was made within the last minute is there as well.
          table: `(SELECT r.ref AS entity_ref,
              coalesce(c.status_rank, ${UNKNOWN_RANK}) AS status_rank,
              coalesce(c.open_incidents, 0) AS open_incidents
            FROM unnest(?::text[]) AS r(ref)
            LEFT JOIN components c ON c.entity_ref = r.ref)`,
          values: [components],
        }
      : {
          table: `(SELECT * FROM components WHERE ${selected.sql})`,
          values: selected.values,
        };
    const after = standingCursor.decode(cursor);
    const { rows } = await this.#options.knex.raw(
      `WITH total AS (SELECT count(*)::int AS items FROM ${table} one)
       SELECT total.items, page.* FROM total LEFT JOIN (
         SELECT entity_ref, status_rank, open_incidents FROM ${table} one
         ${after ? 'WHERE (status_rank, entity_ref) > (?::int, ?::text)' : ''}
         ORDER BY status_rank, entity_ref LIMIT ?
       ) page ON true
       ORDER BY page.status_rank, page.entity_ref`,
      [...values, ...values, ...(after ?? []), limit + 1],
    );
    const [{ items: totalItems }] = rows;
    const found: StandingRow[] = rows.filter(
      (row: { entity_ref: string | null }) => row.entity_ref !== null,
    );
    const page = toPage(found, {
      limit,
      totalItems,
      toCursor: row => standingCursor.encode([row.status_rank, row.entity_ref]),
    });
    return { ...page, items: page.items.map(toStanding) };
  }

  /** Those of whom a run is under way, which ends by itself after a day. */
  async #listRunning(): Promise<string[]> {
    const rows = await this.#options
      .knex('components')
      .where('running_pipelines', '>', 0)
      .select('entity_ref');
    return rows.map(toRef);
  }

  async #updateStandings(entityRefs: string[]): Promise<void> {
    const { knex, mainBranches } = this.#options;
    for (let start = 0; start < entityRefs.length; start += BATCH) {
      const batch = entityRefs.slice(start, start + BATCH);
      await knex.transaction(tx =>
        updateStandings(tx, { entityRefs: batch, mainBranches }),
      );
    }
  }
}

function toRef(row: { entity_ref: string }): string {
  return row.entity_ref;
}

function toStanding(row: StandingRow): ComponentStanding {
  return {
    entityRef: row.entity_ref,
    status: statuses[row.status_rank],
    openIncidents: row.open_incidents,
  };
}
