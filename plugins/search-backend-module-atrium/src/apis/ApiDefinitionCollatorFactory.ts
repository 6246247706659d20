import { Readable } from 'node:stream';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { ApiEntity, Entity } from '@backstage/catalog-model';
import { isApiEntity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import type { ApiDefinitionDocument } from './apiDocument';
import { apiDocument } from './apiDocument';
import { DefinitionReader } from './DefinitionReader';
import { apiTypes } from './readElements';

/** Definitions are held in memory page by page, each of them up to 5 MB. */
const PAGE_SIZE = 10;
const MAX_DEFINITION_LENGTH = 5 * 1024 * 1024;
const MAX_READ_MS = 20_000;
const MAX_REPORTED_APIS = 10;

export interface ApiDefinitionCollatorOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
}

interface Failure {
  apiRef: string;
  reason: string;
}

/**
 * Documents for what stands in API definitions: operations, channels, messages,
 * methods, schemas and types.
 */
export class ApiDefinitionCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'api-definition';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: ApiDefinitionCollatorOptions;
  #lastReport = '';

  constructor(options: ApiDefinitionCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collate());
  }

  async *#collate(): AsyncGenerator<ApiDefinitionDocument> {
    const reader = new DefinitionReader({
      maxMs: MAX_READ_MS,
    });
    const failures: Failure[] = [];
    try {
      for await (const entity of this.#readApis()) {
        try {
          yield* await readDocuments(entity, reader);
        } catch (error) {
          failures.push({
            apiRef: stringifyEntityRef(entity),
            reason: error instanceof Error ? error.message : String(error),
          });
        }
      }
    } finally {
      await reader.close();
    }
    this.#report(failures);
  }

  async *#readApis(): AsyncGenerator<ApiEntity> {
    const { auth, catalog } = this.#options;
    let cursor: string | undefined;
    do {
      // The index holds everything; each result is authorised when it is read.
      const credentials = await auth.getOwnServiceCredentials();
      const page: { items: Entity[]; pageInfo: { nextCursor?: string } } =
        await catalog.queryEntities(
          cursor
            ? { cursor, limit: PAGE_SIZE }
            : {
                filter: {
                  kind: 'api',
                  'spec.type': [...apiTypes],
                },
                fields: [
                  'kind',
                  'metadata.name',
                  'metadata.namespace',
                  'metadata.title',
                  'relations',
                  'spec',
                ],
                limit: PAGE_SIZE,
                totalItems: 'exclude',
              },
          { credentials },
        );
      for (const entity of page.items) {
        if (isApiEntity(entity)) {
          yield entity;
        }
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  /** Owners should know, but not every minute about the same. */
  #report(failures: Failure[]): void {
    const report = JSON.stringify(failures);
    if (failures.length > 0 && report !== this.#lastReport) {
      this.#options.logger.warn(
        'Some API definitions cannot be read and are not searched',
        {
          failedCount: failures.length,
          failures: failures
            .slice(0, MAX_REPORTED_APIS)
            .map(({ apiRef, reason }) => `${apiRef}: ${reason}`),
        },
      );
    }
    this.#lastReport = report;
  }
}

async function readDocuments(
  entity: ApiEntity,
  reader: DefinitionReader,
): Promise<ApiDefinitionDocument[]> {
  const { definition } = entity.spec;
  const type = apiTypes.find(known => known === entity.spec.type);
  if (type === undefined) {
    return [];
  }
  if (typeof definition !== 'string' || definition.trim() === '') {
    throw new InputError('The definition is empty');
  }
  if (definition.length > MAX_DEFINITION_LENGTH) {
    throw new InputError('The definition is larger than 5 MB');
  }
  const elements = await reader.read({ type, definition });
  return elements.map(element => apiDocument(entity, element));
}
