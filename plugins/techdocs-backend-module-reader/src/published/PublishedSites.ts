import { PluginClient, type ScopeOptions } from '@atrium/backend-common';
import {
  docsFactsFile,
  docsFactsSchema,
  type DocsPageFacts,
  type FeedbackPageQuery,
  type SiteState,
} from '@atrium/plugin-techdocs-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { isError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod';

interface PublishedSitesOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  discovery: DiscoveryService;
}

const metadataSchema = z.looseObject({
  site_name: z.string().default(''),
  site_description: z.string().default(''),
  files: z.array(z.string()).default([]),
});

/** What is published, as far as whoever asks may read it. */
export class PublishedSites {
  readonly #catalog: PublishedSitesOptions['catalog'];
  readonly #client: PluginClient;

  constructor(options: PublishedSitesOptions) {
    this.#catalog = options.catalog;
    this.#client = new PluginClient('techdocs', options);
  }

  /** @throws NotFoundError when it does not exist or is hidden. */
  async requireEntity(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}'`);
    }
    return entity;
  }

  /**
   * What the engine of a site says of it as a whole; nothing where no site is
   * published, or none that the caller may read.
   */
  async getMetadata(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<z.infer<typeof metadataSchema> | undefined> {
    const answer = await this.#read(
      `/metadata/techdocs/${toUrlPath(entityRef)}`,
      options,
    );
    return answer === undefined ? undefined : metadataSchema.parse(answer);
  }

  /**
   * Sites of any engine have this list, so that nobody answers about pages that
   * are not there.
   *
   * @throws NotFoundError when the caller cannot read such a page
   */
  async requirePage(
    { entityRef, path }: FeedbackPageQuery,
    options: ScopeOptions,
  ): Promise<void> {
    const metadata = await this.getMetadata(entityRef, options);
    if (!metadata?.files.includes(`${path}index.html`)) {
      throw new NotFoundError(
        `The documentation of '${entityRef}' has no page '${path}'`,
      );
    }
  }

  /**
   * The published page that a file of the repository makes.
   *
   * @throws NotFoundError when the caller can read no such page
   */
  async getPage(
    { entityRef, page }: { entityRef: string; page: string },
    options: ScopeOptions,
  ): Promise<DocsPageFacts> {
    const facts = await this.#readFacts(entityRef, options);
    const found = facts?.pages.find(({ sourcePath }) => sourcePath === page);
    if (!found) {
      throw new NotFoundError(
        `The documentation of '${entityRef}' has no page from '${page}'`,
      );
    }
    return found;
  }

  /**
   * Whether a site is there, and since when.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getState(entityRef: string, options: ScopeOptions): Promise<SiteState> {
    await this.requireEntity(entityRef, options);
    const facts = await this.#readFacts(entityRef, options);
    return { builtAt: facts?.builtAt };
  }

  /** Nothing where no site is published, or that of another engine. */
  async #readFacts(entityRef: string, options: ScopeOptions) {
    const answer = await this.#read(
      `/static/docs/${toUrlPath(entityRef)}/${docsFactsFile}`,
      options,
    );
    return docsFactsSchema.safeParse(answer).data;
  }

  async #read(path: string, options: ScopeOptions): Promise<unknown> {
    try {
      return await this.#client.get(path, {}, options);
    } catch (error) {
      if (isError(error) && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }
}

function toUrlPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}
