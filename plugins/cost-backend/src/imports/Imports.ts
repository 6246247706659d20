import type { FinanceRefusals } from '../FinanceRefusals';
import type { TokenAccess } from '../TokenAccess';
import { words } from '../costWords';
import {
  type AccountCredentials,
  audited,
  type AuditedServices,
  principalRef,
} from '@atrium/backend-common';
import { parseQuery } from '@atrium/common';
import {
  type CostImport,
  costImportCreatePermission,
  uploadQuerySchema,
} from '@atrium/plugin-cost-common';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Request } from 'express';
import type { z } from 'zod';
import type { ImportConfig } from '../config/readImportConfig';
import type { ImportStore } from './database/ImportStore';
import type { SourceStore } from './database/SourceStore';
import type { ImportReads } from './ImportReads';
import type { ImportRunner } from './ImportRunner';
import { spoolFile, type SpooledFile, tooLarge } from './spoolFile';
import { removeWorkFolder } from './WorkFolder';

type Upload = z.output<typeof uploadQuerySchema>;

interface ImportsOptions extends AuditedServices {
  config: Pick<ImportConfig, 'maxBytes' | 'maxUnpackedBytes'>;
  finance: Pick<FinanceRefusals, 'create'>;
  imports: ImportStore;
  onProgress(): void;
  reads: ImportReads;
  runner: ImportRunner;
  sources: SourceStore;
  tokens: Pick<TokenAccess, 'requireSender'>;
}

interface CreateImportOptions {
  credentials: AccountCredentials;
  request: Request;
}

const MAX_WAITING = 20;

/** Takes bills that are uploaded. */
export class Imports {
  readonly #options: ImportsOptions;

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  /**
   * Takes a file, and reads it when it is its turn.
   *
   * @throws PayloadTooLargeError before anything of it is read, where it says how
   * large it is
   */
  async create({
    credentials,
    request,
  }: CreateImportOptions): Promise<CostImport> {
    const { name, source } = request.query;
    return audited(this.#options, {
      eventId: 'import-create',
      request,
      meta: {
        object: `${source}/${name}`,
        source: String(source),
        name: String(name),
        changedBy: principalRef(credentials),
      },
      ...(credentials.principal.type === 'user' && {
        access: {
          credentials,
          permissions: [{ permission: costImportCreatePermission }],
          refusal: () =>
            this.#options.finance.create('cost.refusal.import', {
              credentials,
            }),
        },
      }),
      // What is wrong with a request, only those who may send one are told.
      work: () =>
        this.#take(parseQuery(uploadQuerySchema, request.query), {
          credentials,
          request,
        }),
      describe: ({ id }) => ({ importId: id }),
    });
  }

  async #take(
    upload: Upload,
    { credentials, request }: CreateImportOptions,
  ): Promise<CostImport> {
    const { config, imports, onProgress, reads, runner, sources, tokens } =
      this.#options;
    tokens.requireSender({ credentials });
    if (Number(request.headers['content-length'] ?? 0) > config.maxBytes) {
      throw tooLarge(config.maxBytes);
    }
    if (runner.waitingCount >= MAX_WAITING) {
      throw words.error(
        ServiceUnavailableError,
        words.describe('cost.refusal.importsWaiting', { max: MAX_WAITING }),
      );
    }
    const file = await spoolFile(request, config);
    try {
      const { name, source } = upload;
      await sources.add(source);
      const importId = await imports.create({
        ...{ source, name, format: upload.format },
        requestedBy: principalRef(credentials),
        contentHash: file.hash,
        version: undefined,
        bytes: file.bytes,
      });
      void this.#run(importId, { file, upload });
      onProgress();
      return await reads.get(importId);
    } catch (error) {
      await removeWorkFolder(file.folder);
      throw error;
    }
  }

  async #run(
    importId: number,
    { file, upload }: { file: SpooledFile; upload: Upload },
  ): Promise<void> {
    const { config, runner } = this.#options;
    try {
      await runner.run({
        importId,
        source: upload.source,
        format: upload.format,
        focusVersion: upload.focusVersion,
        contentHash: file.hash,
        files: [{ path: file.path, name: upload.name, bytes: file.bytes }],
        folder: file.folder,
        maxUnpackedBytes: config.maxUnpackedBytes,
      });
    } finally {
      await removeWorkFolder(file.folder);
    }
  }
}
