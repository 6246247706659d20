import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EntityFileReader } from './EntityFileReader';
import type { RepositoryFileStore } from './RepositoryFileStore';

/** What {@link readDueFiles} reads. */
export interface ReadDueFilesOptions {
  files: Pick<RepositoryFileStore<object>, 'listDue' | 'postpone' | 'saveRead'>;
  logger: LoggerService;
  reader: Pick<EntityFileReader, 'read'>;
  /** When a file is read again although nobody pushed; after 10 minutes by default. */
  rereadAfterMs?: number;
  signal?: AbortSignal;
  /** What is read, as a log names it: `scorecards`. */
  subject: string;
}

/** When a host does not answer. */
const RETRY_MS = 60_000;
const REREAD_AFTER_MS = 10 * 60_000;

/**
 * Reads the files of repositories that are due. Those whose host does not answer
 * stay as they are, and are tried again.
 *
 * @returns after how many milliseconds, where there are any
 */
export async function readDueFiles(
  options: ReadDueFilesOptions,
): Promise<number | undefined> {
  const { files, logger, reader, signal, subject } = options;
  const { rereadAfterMs = REREAD_AFTER_MS } = options;
  const failures: unknown[] = [];
  for (const file of await files.listDue()) {
    if (signal?.aborted) {
      break;
    }
    const { dueAt, source } = file;
    try {
      const named = { path: source, url: source };
      const read = await reader.read(named, { ...file, ...named });
      await files.saveRead({ ...read, dueAt, source }, { rereadAfterMs });
    } catch (error) {
      failures.push(error);
      await files.postpone(file, RETRY_MS);
    }
  }
  if (failures.length > 0) {
    logger.warn(`Some ${subject} could not be read; they are tried again`, {
      failedCount: failures.length,
      firstReason: stringifyError(failures[0]),
    });
    return RETRY_MS;
  }
  return undefined;
}
