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
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { Conflict, ConflictStore } from '../database/ConflictStore';

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
    await this.#options.store.save(
      {
        entityRef: data.entityRef,
        url: data.newLocationKey.replace(/^url:/, ''),
        existingUrl: data.existingLocationKey.replace(/^url:/, ''),
      },
      new Date(),
    );
  }

  /** Those that are still there; the others are forgotten. */
  async list(): ReturnType<ConflictStore['list']> {
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
    const open: Conflict[] = [];
    for (const [index, conflict] of conflicts.entries()) {
      if (await this.#isOpen(conflict, items[index])) {
        open.push(conflict);
      } else {
        await store.delete(conflict);
      }
    }
    return { conflicts: open, isTruncated };
  }

  async #isOpen(
    conflict: Conflict,
    entity: Entity | undefined,
  ): Promise<boolean> {
    const used = entity?.metadata.annotations?.[ANNOTATION_LOCATION];
    return (
      entity !== undefined &&
      used !== `url:${conflict.url}` &&
      (await this.#states(conflict))
    );
  }

  /** Whether the file still states the entity, as far as it can be read. */
  async #states({ entityRef, url }: Conflict): Promise<boolean> {
    const { logger, reader, yaml } = this.#options;
    try {
      const response = await reader.readUrl(url);
      const content = (await response.buffer()).toString('utf8');
      const { documents, problems } = await parseCatalogDocuments(
        content,
        yaml,
      );
      return (
        problems.length > 0 ||
        documents.some(document => refOf(document) === entityRef)
      );
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFoundError') {
        return false;
      }
      logger.debug('A file in conflict could not be read', { url });
      return true;
    }
  }
}

function refOf({ value }: CatalogDocument): string | undefined {
  const { data } = entityRefFieldsSchema.safeParse(value);
  return data && stringifyEntityRef({ kind: data.kind, ...data.metadata });
}
