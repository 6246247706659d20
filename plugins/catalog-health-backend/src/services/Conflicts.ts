import {
  type CatalogDocument,
  type CatalogYamlReader,
  parseCatalogDocuments,
} from '@atrium/plugin-catalog-health-common';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type {
  Conflict,
  ConflictStore,
  KnownConflict,
} from '../database/ConflictStore';

/** What the catalog publishes it as; its constant is in its backend package. */
const CONFLICTS_TOPIC = 'experimental.catalog.conflict';

const conflictSchema = z.object({
  entityRef: z.string().max(500),
  newLocationKey: z.string().startsWith('url:').max(4_000),
  existingLocationKey: z.string().max(4_000),
});

const entityRefFieldsSchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

/** A push has a file looked at at once; this is for what nobody told of. */
const CHECK_AFTER_MS = 30 * 60_000;
/** The file may still state the entity, so the next look comes earlier. */
const RETRY_AFTER_MS = 5 * 60_000;

/** The rest of the sweep waits for the files, and hosts count what they are asked. */
const MAX_FILES_PER_SWEEP = 30;
const MAX_MS_PER_SWEEP = 20_000;
const MAX_MS_PER_FILE = 5_000;

/** What was found at the address of a file. */
interface FoundFile {
  etag?: string;
  states(entityRef: string): boolean;
}

interface ConflictsOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  reader: UrlReaderService;
  store: ConflictStore;
  yaml: CatalogYamlReader;
}

/**
 * Knows which files state an entity that another file stated first.
 *
 * @remarks The catalog says so once, when it reads the file, before it keeps
 * what it has read: so nothing is missed. It does not say when it is over.
 */
export class Conflicts {
  readonly #options: ConflictsOptions;

  constructor(options: ConflictsOptions) {
    this.#options = options;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'catalog-health-conflicts',
      topics: [CONFLICTS_TOPIC],
      onEvent: ({ eventPayload }) => this.onConflict(eventPayload),
    });
  }

  async onConflict(payload: unknown): Promise<void> {
    const { data } = conflictSchema.safeParse(payload);
    // A Location that several files list is read for each of them.
    if (!data || data.entityRef.startsWith('location:')) {
      return;
    }
    const now = new Date();
    await this.#options.store.save(
      {
        entityRef: data.entityRef,
        url: data.newLocationKey.replace(/^url:/, ''),
        existingUrl: data.existingLocationKey.replace(/^url:/, ''),
      },
      // The catalog has just read the file.
      { now, nextCheckAt: after(now, CHECK_AFTER_MS) },
    );
  }

  /** Has the files that were pushed to looked at with the next sweep. */
  async onPush(push: { repositoryUrl: string; branch: string }): Promise<void> {
    await this.#options.store.markDue(push, new Date());
  }

  /**
   * Those that are still there, as far as is known; the others are forgotten.
   *
   * @param signal - ends looking at files, which then count as they did before
   */
  async list(
    signal: AbortSignal,
  ): Promise<{ conflicts: Conflict[]; isTruncated: boolean }> {
    const { auth, catalog, store } = this.#options;
    const { conflicts, isTruncated } = await store.list();
    if (conflicts.length === 0) {
      return { conflicts, isTruncated };
    }
    // Whether two files are in conflict does not depend on who may see them.
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: conflicts.map(({ entityRef }) => entityRef),
        fields: ['kind', 'metadata'],
      },
      { credentials },
    );
    const open: KnownConflict[] = [];
    const over: KnownConflict[] = [];
    for (const [index, conflict] of conflicts.entries()) {
      (isLost(conflict, items[index]) ? open : over).push(conflict);
    }
    over.push(...(await this.#checkFiles(open, signal)));
    for (const [url, ended] of Map.groupBy(over, conflict => conflict.url)) {
      await store.delete(
        url,
        ended.map(({ entityRef }) => entityRef),
      );
    }
    const ended = new Set(over);
    return {
      conflicts: open.filter(conflict => !ended.has(conflict)),
      isTruncated,
    };
  }

  /**
   * Looks at each file once for which it is time.
   *
   * @returns what is over
   */
  async #checkFiles(
    conflicts: KnownConflict[],
    signal: AbortSignal,
  ): Promise<KnownConflict[]> {
    const over: KnownConflict[] = [];
    const slowHosts = new Set<string>();
    const sweepSignal = AbortSignal.any([
      signal,
      AbortSignal.timeout(MAX_MS_PER_SWEEP),
    ]);
    let fileCount = 0;
    for (const [url, stated] of listDue(conflicts, new Date())) {
      const host = URL.parse(url)?.host ?? url;
      if (sweepSignal.aborted || fileCount >= MAX_FILES_PER_SWEEP) {
        break;
      }
      // One host that does not answer must not take the time of the others.
      if (!slowHosts.has(host)) {
        fileCount += 1;
        const fileSignal = AbortSignal.any([
          sweepSignal,
          AbortSignal.timeout(MAX_MS_PER_FILE),
        ]);
        over.push(...(await this.#checkFile(url, stated, fileSignal)));
        if (fileSignal.aborted) {
          slowHosts.add(host);
        }
      }
    }
    return over;
  }

  async #checkFile(
    url: string,
    conflicts: KnownConflict[],
    signal: AbortSignal,
  ): Promise<KnownConflict[]> {
    const startedAt = new Date();
    const [{ etag }] = conflicts;
    // One that came later was perhaps not in what the host answered then.
    const isEtagOfAll = conflicts.every(conflict => conflict.etag === etag);
    const file = await this.#read(url, {
      etag: isEtagOfAll ? etag : undefined,
      signal,
    });
    const [open, over] = [true, false].map(isOpen =>
      conflicts.filter(
        ({ entityRef }) => (file?.states(entityRef) ?? true) === isOpen,
      ),
    );
    const finishedAt = new Date();
    await this.#options.store.saveCheck({
      url,
      openRefs: open.map(({ entityRef }) => entityRef),
      etag: file?.etag,
      startedAt,
      finishedAt,
      nextCheckAt: after(finishedAt, file ? CHECK_AFTER_MS : RETRY_AFTER_MS),
    });
    return over;
  }

  /** @returns undefined when it cannot be read */
  async #read(
    url: string,
    options: { etag: string | undefined; signal: AbortSignal },
  ): Promise<FoundFile | undefined> {
    const { logger, reader, yaml } = this.#options;
    try {
      const response = await reader.readUrl(url, options);
      const content = (await response.buffer()).toString('utf8');
      const { documents, problems } = await parseCatalogDocuments(
        content,
        yaml,
      );
      const refs = new Set(documents.map(refOf));
      return {
        etag: response.etag,
        states: entityRef => problems.length > 0 || refs.has(entityRef),
      };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return { etag: options.etag, states: () => true };
      }
      if (isError(error) && error.name === 'NotFoundError') {
        return { states: () => false };
      }
      logger.debug('A file in conflict could not be read', { url });
      return undefined;
    }
  }
}

/** Whether the catalog has the entity, and from another file. */
function isLost(conflict: Conflict, entity: Entity | undefined): boolean {
  const used = entity?.metadata.annotations?.[ANNOTATION_LOCATION];
  return entity !== undefined && used !== `url:${conflict.url}`;
}

/** The files to look at with what they stated, the one that waits longest first. */
function listDue(
  conflicts: KnownConflict[],
  now: Date,
): [string, KnownConflict[]][] {
  const dueAt = (stated: KnownConflict[]) =>
    Math.min(...stated.map(({ nextCheckAt }) => nextCheckAt.getTime()));
  return [...Map.groupBy(conflicts, ({ url }) => url)]
    .filter(([, stated]) => dueAt(stated) <= now.getTime())
    .sort(([, one], [, other]) => dueAt(one) - dueAt(other));
}

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}

function refOf({ value }: CatalogDocument): string | undefined {
  const { data } = entityRefFieldsSchema.safeParse(value);
  return data && stringifyEntityRef({ kind: data.kind, ...data.metadata });
}
