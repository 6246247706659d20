import {
  type EntityFileReader,
  hashJson,
  type ReadFile,
} from '@atrium/backend-common';
import type { OpenSloDocument } from '@atrium/plugin-slo-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CheckedDefinition } from '../database/CheckedDefinition';
import type {
  DefinitionStore,
  DueDefinition,
} from '../database/DefinitionStore';
import { checkFiles } from '../services/definitions/checkFiles';
import type { DefinedEntity } from '../services/definitions/findDefinitions';
import type { QuerySource } from '../services/definitions/QuerySource';

interface DefinitionsTaskOptions {
  find(): Promise<DefinedEntity[]>;
  reader: Pick<EntityFileReader, 'read'>;
  store: DefinitionStore;
  sharedDocuments: OpenSloDocument[];
  sources: ReadonlyMap<string, QuerySource>;
  rereadAfterMs: number;
  logger: LoggerService;
  /** Told whose SLOs may have changed. */
  onChanged(entityRefs: string[]): Promise<void>;
}

/** As many as are read before others get their turn. */
const FILES_PER_RUN = 500;
const READERS = 4;
/** When a host does not answer. */
const RETRY_MS = 60_000;

/** Keeps the definitions as they are in the repositories. */
export class DefinitionsTask {
  readonly #options: DefinitionsTaskOptions;
  /** Digests of the files that this process has checked and saved, by entity. */
  readonly #saved = new Map<string, string>();

  constructor(options: DefinitionsTaskOptions) {
    this.#options = options;
  }

  /**
   * Looks who has definitions, and reads those that are due.
   *
   * @returns after how many milliseconds there is more to read, if it knows
   */
  async run(signal?: AbortSignal): Promise<number | undefined> {
    const { find, store, logger, onChanged } = this.#options;
    const now = new Date();
    await store.sync(await find(), now);
    const due = await store.listDue(now, FILES_PER_RUN);
    const isFull = due.length === FILES_PER_RUN;
    const changed: string[] = [];
    const failures: unknown[] = [];
    await Promise.all(
      Array.from({ length: READERS }, async () => {
        // Each takes the next one until none is left.
        for (let one = due.shift(); one; one = due.shift()) {
          if (signal?.aborted) {
            return;
          }
          try {
            if (await this.#update(one, now)) {
              changed.push(one.entityRef);
            }
          } catch (error) {
            failures.push(error);
            await store.postpone(one, new Date(now.getTime() + RETRY_MS));
          }
        }
      }),
    );
    if (failures.length > 0) {
      logger.warn('Some SLO files could not be read; they are tried again', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
    if (changed.length > 0) {
      await onChanged(changed);
    }
    if (isFull) {
      return 0;
    }
    return failures.length > 0 ? RETRY_MS : undefined;
  }

  /**
   * Reads the files of an entity. What is as it was in the database, and as this
   * process checked it, is neither checked nor saved again.
   *
   * @returns whether anything is different
   */
  async #update(due: DueDefinition, now: Date): Promise<boolean> {
    const { reader, store, sharedDocuments, sources } = this.#options;
    const { entityRef } = due;
    const read = await Promise.all(
      due.namedFiles.map(named =>
        reader.read(
          named,
          due.files.find(({ path }) => path === named.path),
        ),
      ),
    );
    const times = {
      readAt: now,
      wasDueAt: due.wasDueAt,
      dueAt: new Date(now.getTime() + this.#options.rereadAfterMs),
    };
    const digest = digestOf(read);
    if (
      digest === this.#saved.get(entityRef) &&
      digest === digestOf(due.files)
    ) {
      const readAt = now.toISOString();
      const files = due.files.map(file => ({ ...file, readAt }));
      await store.markRead({ entityRef, files, ...times });
      return false;
    }
    const checked: CheckedDefinition = {
      entityRef,
      ...checkFiles(read, { entityRef, sharedDocuments, sources, readAt: now }),
      ...times,
    };
    await store.save(checked);
    this.#saved.set(entityRef, digest);
    return contentOf(due.files) !== contentOf(checked.files);
  }
}

function digestOf(files: ReadFile[]): string {
  return hashJson(
    files.map(({ content, etag, path, problem, url }) => ({
      content,
      etag,
      path,
      problem,
      url,
    })),
  );
}

function contentOf(files: { content?: string; problems: unknown }[]): string {
  return JSON.stringify(
    files.map(({ content, problems }) => [content, problems]),
  );
}
