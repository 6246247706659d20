import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type { TechDocsMetadata } from '@backstage/plugin-techdocs-react';
import type { SiteMetadata } from '@atrium/plugin-techdocs-common';
import type { DocsReaderApi } from '../../api/DocsReaderApi';

/**
 * Knows which sites are published, before a page of them is asked for.
 *
 * @remarks The reader asks for the metadata of a site and for a page of it at the same
 * time. Of a site that was never built it would be refused both.
 */
export class PublishedSites {
  readonly #api: Pick<DocsReaderApi, 'getSiteMetadata'>;
  readonly #asked = new Map<string, Promise<SiteMetadata>>();
  readonly #published = new Set<string>();

  constructor(api: Pick<DocsReaderApi, 'getSiteMetadata'>) {
    this.#api = api;
  }

  /** @throws an error with the status 404 where no site is published */
  async getMetadata(entityRef: CompoundEntityRef): Promise<TechDocsMetadata> {
    const { metadata } = await this.#ask(entityRef);
    if (!metadata) {
      throw notPublished(entityRef);
    }
    return metadata;
  }

  /**
   * Passes where a site is published, and where nobody can say.
   *
   * @throws an error with the status 404 where none is
   */
  async requireSite(entityRef: CompoundEntityRef): Promise<void> {
    if (this.#published.has(stringifyEntityRef(entityRef))) {
      return;
    }
    const answer = await this.#ask(entityRef).catch(() => undefined);
    if (answer && !answer.metadata) {
      throw notPublished(entityRef);
    }
  }

  /** Who asks while somebody waits for the same gets the same answer. */
  #ask(entityRef: CompoundEntityRef): Promise<SiteMetadata> {
    const ref = stringifyEntityRef(entityRef);
    const asked = this.#asked.get(ref) ?? this.#read(ref);
    this.#asked.set(ref, asked);
    return asked;
  }

  async #read(ref: string): Promise<SiteMetadata> {
    try {
      const answer = await this.#api.getSiteMetadata(ref);
      if (answer.metadata) {
        this.#published.add(ref);
      }
      return answer;
    } finally {
      this.#asked.delete(ref);
    }
  }
}

function notPublished(entityRef: CompoundEntityRef): Error {
  return Object.assign(
    new NotFoundError(
      `No documentation of '${stringifyEntityRef(entityRef)}' is published`,
    ),
    { statusCode: 404 },
  );
}

export const publishedSitesApiRef = createApiRef<PublishedSites>({
  id: 'plugin.techdocs.atrium-published-sites',
});
