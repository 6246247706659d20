import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { readMkdocsConfig } from '../site/readMkdocsConfig';
import { SourceFolder } from '../site/SourceFolder';

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

  /** @param preparer - the stock one for the protocol `dir` */
  constructor(preparer: PreparerBase) {
    this.#preparer = preparer;
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
    const etag = prepared.etag || fingerprint(prepared.preparedDir);
    if (etag === options?.etag) {
      throw new NotModifiedError();
    }
    return { ...prepared, etag };
  }
}

/** Over what a site can be made of: the settings and the files of its folder. */
function fingerprint(directory: string): string {
  const folder = new SourceFolder(directory);
  const { docsDir } = readMkdocsConfig(folder);
  const paths = [
    'mkdocs.yml',
    'mkdocs.yaml',
    'README.md',
    ...folder.listFiles(docsDir).files.map(file => file.path),
  ];
  const hash = createHash('sha256');
  for (const path of paths) {
    if (folder.fileSize(path) !== undefined) {
      hash.update(`${path}\0`).update(folder.readBytes(path)).update('\0');
    }
  }
  return hash.digest('hex');
}
