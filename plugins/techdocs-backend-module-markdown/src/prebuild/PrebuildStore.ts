import { openDatabase } from '@atrium/backend-common';
import type { DocsSummary } from '@atrium/plugin-techdocs-node';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** A site as the catalog describes it. */
export interface DiscoveredSite {
  entityRef: string;
  /** Changes with everything in the entity that decides how a site is built. */
  fingerprint: string;
  /** Repository that the site is built from; undefined for a local folder. */
  repositoryUrl: string | undefined;
}

/** A site that this replica builds for the time being. */
export interface ClaimedSite {
  entityRef: string;
  revision: number;
  /** Attempts since the last success or change, this one not counted. */
  attemptCount: number;
}

export interface SynchronizeResult {
  addedCount: number;
  changedCount: number;
  removedCount: number;
}

/** How an attempt ended, and when the site is looked at next. */
export interface AttemptResult {
  isSuccess: boolean;
  error?: string;
  /** What the published site is like, where that was looked at. */
  summary?: DocsSummary['site'];
  nextInSeconds: number;
}

const TABLE = 'markdown_prebuild_sites';
const BATCH_SIZE = 500;
const MAX_ERROR_LENGTH = 1_000;

interface SiteRow {
  entity_ref: string;
  fingerprint: string;
  repository_url: string | null;
  revision: number;
  attempt_count: number;
}

/** Keeps the list in PostgreSQL, which also settles who builds what. */
export class PrebuildStore {
  static async create(database: DatabaseService) {
    const knex = await openDatabase(database, {
      packageName: '@atrium/plugin-techdocs-backend-module-markdown',
      migrationsTable: 'markdown_prebuild_migrations',
    });
    return new PrebuildStore(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes over what the catalog holds; new and changed sites become due. */
  async synchronize(sites: DiscoveredSite[]): Promise<SynchronizeResult> {
    const known = new Map<string, string>();
    const rows: Pick<SiteRow, 'entity_ref' | 'fingerprint'>[] =
      await this.#knex(TABLE).select('entity_ref', 'fingerprint');
    for (const row of rows) {
      known.set(row.entity_ref, row.fingerprint);
    }
    const different = sites.filter(
      site => known.get(site.entityRef) !== site.fingerprint,
    );
    const present = new Set(sites.map(({ entityRef }) => entityRef));
    const gone = [...known.keys()].filter(ref => !present.has(ref));

    await this.#knex.transaction(async tx => {
      for (let start = 0; start < different.length; start += BATCH_SIZE) {
        await this.#upsert(tx, different.slice(start, start + BATCH_SIZE));
      }
      for (let start = 0; start < gone.length; start += BATCH_SIZE) {
        await tx(TABLE)
          .whereIn('entity_ref', gone.slice(start, start + BATCH_SIZE))
          .delete();
      }
    });
    const changedCount = different.filter(({ entityRef }) =>
      known.has(entityRef),
    ).length;
    return {
      addedCount: different.length - changedCount,
      changedCount,
      removedCount: gone.length,
    };
  }

  /** Makes the sites of these repositories due, and says how many there are. */
  async markChanged(repositoryUrls: string[]): Promise<number> {
    return this.#knex(TABLE)
      .whereIn('repository_url', repositoryUrls)
      .update({
        revision: this.#knex.raw('revision + 1'),
        attempt_count: 0,
        due_at: this.#knex.fn.now(),
      });
  }

  /** Takes the site that has been due longest, so that no other replica does. */
  async claim(leaseSeconds: number): Promise<ClaimedSite | undefined> {
    const next = this.#knex(TABLE)
      .select('entity_ref')
      .where('due_at', '<=', this.#knex.fn.now())
      .where(free =>
        free
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<', this.#knex.fn.now()),
      )
      .orderBy('due_at')
      .limit(1)
      .forUpdate()
      .skipLocked();
    const [row]: SiteRow[] = await this.#knex(TABLE)
      .where('entity_ref', '=', next)
      .update({ claimed_until: this.#inSeconds(leaseSeconds) })
      .returning(['entity_ref', 'revision', 'attempt_count']);
    return row
      ? {
          entityRef: row.entity_ref,
          revision: row.revision,
          attemptCount: row.attempt_count,
        }
      : undefined;
  }

  /** Ends a claim. What changed meanwhile stays due. */
  async finish(site: ClaimedSite, result: AttemptResult): Promise<void> {
    const { isSuccess, error, nextInSeconds, summary } = result;
    const updatedCount = await this.#knex(TABLE)
      .where({ entity_ref: site.entityRef, revision: site.revision })
      .update({
        claimed_until: null,
        due_at: this.#inSeconds(nextInSeconds),
        attempt_count: isSuccess ? 0 : site.attemptCount + 1,
        last_error: error?.slice(0, MAX_ERROR_LENGTH) ?? null,
        ...(summary && { summary: JSON.stringify(summary) }),
        ...(isSuccess ? { checked_at: this.#knex.fn.now() } : {}),
      });
    if (updatedCount === 0) {
      await this.release(site);
    }
  }

  /** How those of some entities are that have a site in the list. */
  async listSummaries(entityRefs: string[]): Promise<DocsSummary[]> {
    const rows: {
      entity_ref: string;
      checked_at: Date | null;
      last_error: string | null;
      summary: DocsSummary['site'] | null;
    }[] = await this.#knex(TABLE)
      .select('entity_ref', 'checked_at', 'last_error', 'summary')
      .whereRaw('entity_ref = ANY (?)', [entityRefs]);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      checkedAt: row.checked_at?.toISOString(),
      error: row.last_error ?? undefined,
      site: row.summary ?? undefined,
    }));
  }

  /** Ends a claim as if it had not been. */
  async release(site: ClaimedSite): Promise<void> {
    await this.#knex(TABLE)
      .where({ entity_ref: site.entityRef })
      .update({ claimed_until: null });
  }

  async #upsert(tx: Knex.Transaction, sites: DiscoveredSite[]) {
    await tx(TABLE)
      .insert(
        sites.map(site => ({
          entity_ref: site.entityRef,
          fingerprint: site.fingerprint,
          repository_url: site.repositoryUrl ?? null,
          due_at: this.#knex.fn.now(),
        })),
      )
      .onConflict('entity_ref')
      .merge({
        fingerprint: this.#knex.raw('excluded.fingerprint'),
        repository_url: this.#knex.raw('excluded.repository_url'),
        revision: this.#knex.raw('??.revision + 1', [TABLE]),
        attempt_count: 0,
        due_at: this.#knex.fn.now(),
      });
  }

  #inSeconds(seconds: number): Knex.Raw {
    return this.#knex.raw('now() + make_interval(secs => ?)', [seconds]);
  }
}
