import {
  type GitHosts,
  findRepositoryAddress,
  type RepositoryAddress,
  toRepositoryUrl,
} from '@atrium/git-hosts';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { PlaceholderResolverParams } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';
import { minimatch } from 'minimatch';
import type { PlaceholderConfig } from './readPlaceholderConfig';

interface IncludedFilesOptions extends PlaceholderConfig {
  gitHosts: GitHosts;
  integrations: ScmIntegrationRegistry;
  reader: UrlReaderService;
}

/** A file that another one includes. */
export interface IncludedFile {
  content: string;
  url: string;
}

const MAX_BYTES = 5 * 1024 * 1024;
/** For how long the host is believed that a repository is public. */
const PUBLIC_FOR_MS = 60_000;
const MAX_PUBLIC = 1_000;

/**
 * Reads the files that catalog files include, and no others.
 *
 * @remarks The portal reads with its own credentials, and shows what it has read
 * to everybody. So beyond its own repository a file may include what anybody can
 * read anyway, and what the configuration shares.
 */
export class IncludedFiles {
  readonly #options: IncludedFilesOptions;
  readonly #public = new LRUCache<string, true>({
    max: MAX_PUBLIC,
    ttl: PUBLIC_FOR_MS,
  });

  constructor(options: IncludedFilesOptions) {
    this.#options = options;
  }

  /** @throws InputError or NotAllowedError with what is wrong with the reference. */
  async read(params: PlaceholderResolverParams): Promise<IncludedFile> {
    const { key, value } = params;
    if (typeof value !== 'string') {
      throw new InputError(
        `Placeholder $${key} takes a path or an address, not ${typeof value}`,
      );
    }
    const url = this.#resolve(value, params);
    const content = await this.#readFrom(url, params);
    if (content.length > MAX_BYTES) {
      throw new InputError(
        `Placeholder $${key}: '${value}' is larger than 5 MB, which is as much as is read`,
      );
    }
    return { content: content.toString('utf8'), url };
  }

  #resolve(value: string, params: PlaceholderResolverParams): string {
    try {
      return params.resolveUrl(value, params.baseUrl);
    } catch {
      throw new InputError(
        `Placeholder $${params.key}: '${value}' is no path and no address`,
      );
    }
  }

  /** Whether everybody may see what is at an address. */
  async isOpen(url: string): Promise<boolean> {
    const { integrations } = this.#options;
    const target = findRepositoryAddress(url, integrations);
    return target !== undefined && this.#isOpen(target);
  }

  async #isOpen(target: RepositoryAddress): Promise<boolean> {
    return this.#isShared(target) || this.#isPublic(target);
  }

  async #readFrom(
    url: string,
    params: PlaceholderResolverParams,
  ): Promise<Buffer> {
    const { integrations } = this.#options;
    const target = findRepositoryAddress(url, integrations);
    const base = findRepositoryAddress(params.baseUrl, integrations);
    if (target && base) {
      return target.repository === base.repository
        ? this.#readOwn(toRepositoryUrl(target), params)
        : this.#readOther(target, params);
    }
    if (!integrations.gitea.byUrl(url)) {
      return this.#readOwn(url, params);
    }
    // The catalog's own guard lets pass what it cannot take apart, and Gitea is asked by
    // the position of segments, whatever stands between them.
    if (!target) {
      throw new NotAllowedError(
        `Placeholder $${params.key}: '${params.value}' is no file on a branch of a repository (…/src/branch/…), or the file that names it is none`,
      );
    }
    return this.#readOther(target, params);
  }

  /** The catalog itself guards what is not in another repository. */
  async #readOwn(
    url: string,
    { key, value, read }: PlaceholderResolverParams,
  ): Promise<Buffer> {
    try {
      return await read(url);
    } catch (error) {
      throw new InputError(
        `Placeholder $${key} could not read location ${value}: ${reasonOf(
          error,
        )}`,
      );
    }
  }

  async #readOther(
    target: RepositoryAddress,
    { key, value }: PlaceholderResolverParams,
  ): Promise<Buffer> {
    if (!(await this.#isOpen(target))) {
      throw new NotAllowedError(
        `Placeholder $${key}: '${value}' is in another repository, which is neither public nor among those that the platform team shares (catalog.placeholders.repositories)`,
      );
    }
    try {
      const response = await this.#options.reader.readUrl(
        toRepositoryUrl(target),
      );
      return await response.buffer();
    } catch (error) {
      throw new InputError(
        `Placeholder $${key} could not read location ${value}: ${reasonOf(
          error,
        )}`,
      );
    }
  }

  #isShared({ repository }: RepositoryAddress): boolean {
    return this.#options.sharedRepositories.some(pattern =>
      minimatch(repository, pattern),
    );
  }

  async #isPublic(target: RepositoryAddress): Promise<boolean> {
    const { repository } = target;
    if (this.#public.has(repository)) {
      return true;
    }
    const isPublic = await this.#askHost(target);
    if (isPublic) {
      this.#public.set(repository, true);
    }
    return isPublic;
  }

  /** What the host does not say is not public. */
  async #askHost(target: RepositoryAddress): Promise<boolean> {
    try {
      const { gitHosts } = this.#options;
      const { client } = gitHosts.openFile(toRepositoryUrl(target));
      return (await client.getInfo()).isPublic;
    } catch {
      return false;
    }
  }
}

/** Without what the host answered, which may quote what it would not show. */
function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (error instanceof Error && /same repository/.test(error.message)) {
    return 'it may only include files of its own repository from there';
  }
  return name === 'NotFoundError'
    ? 'NotFoundError, there is no such file, or the portal may not read it'
    : 'the host did not give it';
}
