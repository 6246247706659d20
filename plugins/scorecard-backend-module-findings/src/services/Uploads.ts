import {
  type AccountCredentials,
  audited,
  type AuditedServices,
  entityNotFound,
  principalRef,
  readerCredentials,
} from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import {
  type RefusedItem,
  scorecardFindingUploadPermission,
  type UploadAnswer,
  type UploadQuery,
} from '@atrium/plugin-scorecard-common';
import type {
  AuditorServiceCreateEventOptions,
  AuthService,
} from '@backstage/backend-plugin-api';
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Readable } from 'node:stream';
import {
  type FindingsConfig,
  findUploaderOwners,
} from '../config/readFindingsConfig';
import type { BomStore } from '../database/BomStore';
import type { ScanStore } from '../database/ScanStore';
import type { KnownBoms } from '../formats/cyclonedx/Bom';
import { detectFormat } from '../formats/detectFormat';
import type { ParsedItem } from '../formats/ParsedItem';
import { readDocument } from '../formats/readDocument';
import { JsonDocument } from '../json/JsonDocument';
import { spoolDocument } from '../json/spoolDocument';
import type { FindingChanges } from './FindingChanges';
import type { FindingMetrics } from './FindingMetrics';

interface UploadsOptions extends AuditedServices {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  boms: Pick<BomStore, 'find'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  changes: Pick<FindingChanges, 'announce'>;
  config: FindingsConfig;
  metrics: FindingMetrics;
  store: Pick<ScanStore, 'write'>;
}

interface UploadOptions {
  credentials: AccountCredentials;
  request: AuditorServiceCreateEventOptions['request'];
}

const MAX_REFUSALS = 100;
/** Clocks of build machines go wrong by this much. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Takes the documents of tools about entities. */
export class Uploads {
  readonly #options: UploadsOptions;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  /**
   * Makes a document what its tools say of an entity. The right to do so is that
   * of whoever sends it: a person who owns the entity, or a program, which may be
   * held to the entities of some owners.
   *
   * @param body - the document, plain or gzip; read once the sender may send it
   *
   * @throws NotFoundError, NotAllowedError, PayloadTooLargeError, and InputError
   * for what is no document, of which nothing is kept
   */
  async upload(
    query: UploadQuery,
    body: Readable,
    { credentials, request }: UploadOptions,
  ): Promise<UploadAnswer> {
    const { entityRef } = query;
    const scannedAt = readScanTime(query);
    const entity = await this.#findEntity(entityRef, { credentials });
    return audited(this.#options, {
      eventId: 'finding-upload',
      severityLevel: 'low',
      request,
      meta: { entityRef, commit: query.commit, category: query.category },
      access: {
        credentials,
        permissions: [
          {
            permission: scorecardFindingUploadPermission,
            resourceRef: entityRef,
          },
        ],
        refusal: () =>
          `You may not say what was found in '${entityRef}'; its owners may`,
      },
      work: async () => {
        this.#checkUploader(entity, credentials);
        const { maxDocumentBytes } = this.#options.config;
        const { path, remove } = await spoolDocument(body, {
          maxBytes: maxDocumentBytes,
        });
        try {
          const uploadedBy = principalRef(credentials);
          const document = new JsonDocument(path);
          return await this.#read(document, {
            ...query,
            scannedAt,
            uploadedBy,
          });
        } finally {
          await remove();
        }
      },
      describe: ({ format, accepted, refused, findings }) => ({
        format,
        accepted,
        refused,
        findings,
      }),
    });
  }

  async #read(
    document: JsonDocument,
    {
      kind = [],
      ...query
    }: Omit<UploadQuery, 'scannedAt'> & { scannedAt: Date; uploadedBy: string },
  ): Promise<UploadAnswer> {
    const { changes, metrics, store } = this.#options;
    const boms: KnownBoms = {
      find: (bom, refs) => this.#options.boms.find(query.entityRef, bom, refs),
    };
    const format = await detectFormat(document);
    if (query.format !== undefined && query.format !== format) {
      // Read as something else, it would seem to find nothing.
      throw new InputError(
        `The document is ${format}, and not '${query.format}'`,
      );
    }
    const count = { accepted: 0, refused: 0 };
    const refusals: RefusedItem[] = [];
    const written = await store.write(
      { ...query, format, kinds: kind },
      counted(readDocument(document, { format, boms }), { count, refusals }),
    );
    metrics.countUpload(format, count);
    changes.announce([query.entityRef]);
    return { format, ...count, refusals, ...written };
  }

  async #findEntity(
    entityRef: string,
    { credentials }: Pick<UploadOptions, 'credentials'>,
  ): Promise<Entity> {
    const { auth, catalog } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await readerCredentials(auth, credentials),
    });
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    return entity;
  }

  #checkUploader(entity: Entity, credentials: AccountCredentials): void {
    const { principal } = credentials;
    const owners =
      principal.type === 'service'
        ? findUploaderOwners(this.#options.config, principal.subject)
        : undefined;
    if (
      owners &&
      !relationTargets(entity, RELATION_OWNED_BY).some(owner =>
        owners.includes(owner.toLocaleLowerCase('en-US')),
      )
    ) {
      throw new NotAllowedError(
        `This token may say what was found in what ${owners.join(
          ', ',
        )} owns; ask the platform team to change 'scorecard.findings.uploaders'`,
      );
    }
  }
}

function readScanTime({ scannedAt }: UploadQuery): Date {
  const now = Date.now();
  const time = scannedAt === undefined ? now : Date.parse(scannedAt);
  if (time > now + MAX_AHEAD_MS) {
    throw new InputError("'scannedAt' lies in the future");
  }
  return new Date(time);
}

/** Counts the items that go through. */
async function* counted(
  items: AsyncIterable<ParsedItem>,
  counts: {
    count: { accepted: number; refused: number };
    refusals: RefusedItem[];
  },
): AsyncGenerator<ParsedItem> {
  const { count, refusals } = counts;
  for await (const item of items) {
    if (item.type === 'refused') {
      count.refused += 1;
      if (refusals.length < MAX_REFUSALS) {
        refusals.push({ path: item.path, reason: item.reason });
      }
    } else if (
      ['finding', 'component', 'check', 'passed'].includes(item.type)
    ) {
      count.accepted += 1;
    }
    yield item;
  }
}
