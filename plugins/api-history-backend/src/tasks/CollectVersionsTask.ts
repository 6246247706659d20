import {
  API_VERSION_ADDED_TOPIC,
  type ApiVersion,
  type ApiVersionAdded,
  versionAddedChannel,
  type VersionAddedSignal,
} from '@atrium/plugin-api-history-common';
import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ForwardedError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { SeenApi, Sweep, SweepStore } from '../database/SweepStore';
import type { HistoryMetrics } from '../services/HistoryMetrics';
import type { VersionRecorder } from '../services/VersionRecorder';

/** Small, since the catalog reads whole entities to answer with few fields. */
const PAGE_SIZE = 50;

/** Enough to tell whether an entity has changed. */
const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'metadata.etag'];

/** What {@link CollectVersionsTask} works with. */
export interface CollectVersionsTaskOptions {
  apisPerRun: number;
  auth: AuthService;
  catalog: CatalogService;
  events: Pick<EventsService, 'publish'>;
  logger: LoggerService;
  metrics: HistoryMetrics;
  recorder: Pick<VersionRecorder, 'record'>;
  signals: SignalsService;
  sweeps: Omit<SweepStore, 'markLookedAt' | 'removeDeleted'>;
}

interface Run {
  credentials: BackstageCredentials;
  signal: AbortSignal | undefined;
  failures: unknown[];
}

/**
 * Looks through the APIs of the catalog for changed definitions.
 *
 * @remarks A sweep asks for the
 * etags of all APIs, page by page, and fetches one by one those that are new.
 * Where it is stands in the database, so that any replica goes on from there.
 */
export class CollectVersionsTask {
  readonly #options: CollectVersionsTaskOptions;

  constructor(options: CollectVersionsTaskOptions) {
    this.#options = options;
  }

  /**
   * Goes on with the sweep.
   *
   * @returns whether it is over, with nothing to try again
   */
  async run(signal?: AbortSignal): Promise<boolean> {
    const { apisPerRun, auth, logger, sweeps } = this.#options;
    const run: Run = {
      // Versions are kept of all APIs, whoever may see them.
      credentials: await auth.getOwnServiceCredentials(),
      signal,
      failures: [],
    };
    let sweep = await sweeps.getSweep();
    for (let seen = 0; seen < apisPerRun && !signal?.aborted; ) {
      const page = await this.#readPage(sweep, run.credentials);
      await this.#lookAt(page.items, sweep, run);
      if (signal?.aborted) {
        // The rest of the page has not been looked at; the next run does it.
        break;
      }
      seen += page.items.length;
      sweep = await this.#advance(sweep, page.nextCursor);
      if (sweep.cursor === undefined) {
        break;
      }
    }
    if (run.failures.length > 0) {
      logger.warn('Some API definitions could not be recorded', {
        failedCount: run.failures.length,
        firstReason: String(run.failures[0]),
      });
    }
    return sweep.cursor === undefined && run.failures.length === 0;
  }

  async #readPage(
    sweep: Sweep,
    credentials: BackstageCredentials,
  ): Promise<{ items: Entity[]; nextCursor?: string }> {
    const { catalog } = this.#options;
    const page = { fields: FIELDS, limit: PAGE_SIZE };
    const first = { ...page, filter: { kind: 'api' }, skipTotalItems: true };
    try {
      const { items, pageInfo } = await catalog.queryEntities(
        sweep.cursor === undefined ? first : { ...page, cursor: sweep.cursor },
        { credentials },
      );
      return { items, nextCursor: pageInfo.nextCursor };
    } catch (error) {
      if (sweep.cursor !== undefined && isBadCursor(error)) {
        // A catalog of another version does not know its cursor any more.
        await this.#options.sweeps.saveSweep({ number: sweep.number });
      }
      throw new ForwardedError('The catalog could not be swept', error);
    }
  }

  async #lookAt(items: Entity[], sweep: Sweep, run: Run): Promise<void> {
    const { sweeps } = this.#options;
    const refs = items.map(item => stringifyEntityRef(item));
    const seen = await sweeps.getSeen(refs);
    await sweeps.markSeen(refs, sweep.number);
    for (const [index, entityRef] of refs.entries()) {
      const known = seen.get(entityRef);
      if (known?.etag === (items[index].metadata.etag ?? '')) {
        continue;
      }
      if (run.signal?.aborted) {
        return;
      }
      try {
        await this.#lookAtOne(entityRef, known, run);
      } catch (error) {
        run.failures.push(error);
      }
    }
  }

  async #lookAtOne(
    entityRef: string,
    seen: SeenApi | undefined,
    run: Run,
  ): Promise<void> {
    const { catalog, metrics, recorder } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, run);
    if (!entity) {
      return;
    }
    const version = await recorder.record(entity, seen);
    if (version) {
      metrics.countVersion(version);
      await this.#tell(version);
    }
  }

  async #tell({ entityRef, number }: ApiVersion): Promise<void> {
    const { events, signals } = this.#options;
    const message: VersionAddedSignal = { action: 'version-added', number };
    await signals.publish({
      recipients: { type: 'broadcast' },
      channel: versionAddedChannel(entityRef),
      message,
    });
    await events.publish({
      topic: API_VERSION_ADDED_TOPIC,
      eventPayload: { entityRef } satisfies ApiVersionAdded,
    });
  }

  async #advance(sweep: Sweep, cursor: string | undefined): Promise<Sweep> {
    const { sweeps } = this.#options;
    if (cursor === undefined) {
      await sweeps.markUnseenDeleted(sweep.number, new Date());
    }
    const next =
      cursor === undefined
        ? { number: sweep.number + 1 }
        : { number: sweep.number, cursor };
    await sweeps.saveSweep(next);
    return next;
  }
}

function isBadCursor(error: unknown): boolean {
  return (
    isError(error) && (error.name === 'InputError' || error.statusCode === 400)
  );
}
