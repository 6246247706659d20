import { Readable } from 'node:stream';
import { readEntitiesByRef } from '@atrium/backend-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { ApiEntity, Entity } from '@backstage/catalog-model';
import { isApiEntity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import type { DocumentSource } from '../changes/DocumentSource';
import type { ApiDefinitionDocument } from './apiDocument';
import { apiDocument } from './apiDocument';
import { DefinitionReader } from './DefinitionReader';
import { apiTypes } from './readElements';

/** Definitions are held in memory page by page, each of them up to 5 MB. */
const PAGE_SIZE = 10;
const MAX_DEFINITION_LENGTH = 5 * 1024 * 1024;
const MAX_READ_MS = 20_000;
const MAX_REPORTED_APIS = 10;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'relations',
  'spec',
];

export interface ApiDefinitionCollatorOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
}

/**
 * Documents for what stands in API definitions: operations, channels, messages,
 * methods, schemas and types.
 */
export class ApiDefinitionCollatorFactory
  implements DocumentCollatorFactory, DocumentSource
{
  readonly type = 'api-definition';
  readonly kinds = ['api'];
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: ApiDefinitionCollatorOptions;
  #lastReport = '';

  constructor(options: ApiDefinitionCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collate());
  }

  async readDocuments(entityRefs: string[]): Promise<ApiDefinitionDocument[]> {
    const { auth, catalog } = this.#options;
    const documents: ApiDefinitionDocument[] = [];
    const refs = [...entityRefs];
    const apis = async function* readPages() {
      while (refs.length > 0) {
        const page = await readEntitiesByRef(refs.splice(0, PAGE_SIZE), {
          catalog,
          // The index holds everything; each result is authorised when it is read.
          credentials: await auth.getOwnServiceCredentials(),
          fields: FIELDS,
        });
        yield* [...page.values()].filter(isApiEntity);
      }
    };
    // What cannot be read is reported by the next full pass.
    for await (const document of this.#readAll(apis(), new Map())) {
      documents.push(document);
    }
    return documents;
  }

  async *#collate(): AsyncGenerator<ApiDefinitionDocument> {
    const failures = new Map<string, string>();
    yield* this.#readAll(this.#readApis(), failures);
    this.#report(failures);
  }

  async *#readAll(
    apis: AsyncIterable<ApiEntity>,
    failures: Map<string, string>,
  ): AsyncGenerator<ApiDefinitionDocument> {
    const reader = new DefinitionReader({
      maxMs: MAX_READ_MS,
    });
    try {
      for await (const entity of apis) {
        try {
          yield* await readElementDocuments(entity, reader);
        } catch (error) {
          failures.set(
            stringifyEntityRef(entity),
            error instanceof Error ? error.message : String(error),
          );
        }
      }
    } finally {
      await reader.close();
    }
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
                fields: FIELDS,
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
  #report(failures: Map<string, string>): void {
    const report = JSON.stringify([...failures]);
    if (failures.size > 0 && report !== this.#lastReport) {
      this.#options.logger.warn(
        'Some API definitions cannot be read and are not searched',
        {
          failedCount: failures.size,
          failures: [...failures]
            .slice(0, MAX_REPORTED_APIS)
            .map(([apiRef, reason]) => `${apiRef}: ${reason}`),
        },
      );
    }
    this.#lastReport = report;
  }
}

async function readElementDocuments(
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
