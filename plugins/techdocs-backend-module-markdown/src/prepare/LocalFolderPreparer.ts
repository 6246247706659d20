import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { SourceFolder } from '../site/SourceFolder';
import { listSources } from './listSources';

/**
 * Says when documentation that lies on this machine has changed.
 *
 * @remarks
 * The stock preparer gives such folders no version, so that TechDocs builds
 * them anew each time that somebody opens them, and tells the reader that there
 * is something newer.
 */
export class LocalFolderPreparer implements PreparerBase {
  readonly #preparer: PreparerBase;
  readonly #limits: Pick<EngineLimits, 'maxPageBytes'>;

  /** @param preparer - the stock one for the protocol `dir` */
  constructor(
    preparer: PreparerBase,
    limits: Pick<EngineLimits, 'maxPageBytes'>,
  ) {
    this.#preparer = preparer;
    this.#limits = limits;
  }

  shouldCleanPreparedDirectory(): boolean {
    return this.#preparer.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const prepared = await this.#preparer.prepare(entity, options);
    // A repository on a git host has its commit for a version.
    const etag =
      prepared.etag || fingerprint(prepared.preparedDir, this.#limits);
    if (etag === options?.etag) {
      throw new NotModifiedError();
    }
    return { ...prepared, etag };
  }
}

/** Over the files that the site is made of. */
function fingerprint(
  directory: string,
  limits: Pick<EngineLimits, 'maxPageBytes'>,
): string {
  const folder = new SourceFolder(directory);
  const hash = createHash('sha256');
  for (const path of listSources(folder, limits)) {
    if (folder.fileSize(path) !== undefined) {
      hash.update(`${path}\0`).update(folder.readBytes(path)).update('\0');
    }
  }
  return hash.digest('hex');
}
