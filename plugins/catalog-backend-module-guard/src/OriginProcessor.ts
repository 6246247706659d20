import {
  parseRepositoryUrl,
  REFUSED_ANNOTATIONS_ANNOTATION,
  type RepositoryAddress,
} from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import {
  type ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';

/** Read by the stock documentation plugin, with the rights of the portal. */
const TECHDOCS_ANNOTATION = 'backstage.io/techdocs-ref';

/** The stock processor that fills the source in comes with the default of 20. */
const AFTER_STOCK_PROCESSORS = 100;

/**
 * Takes annotations from an entity that lead the portal to a repository other
 * than the one it was read from, and names them in an annotation of its own.
 *
 * @remarks Stock plugins read files and folders by these annotations, with
 * credentials that open every repository. `location` is what the catalog itself
 * read, so it is compared with that.
 */
export class OriginProcessor implements CatalogProcessor {
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: { integrations: ScmIntegrationRegistry }) {
    this.#integrations = options.integrations;
  }

  static fromConfig(config: RootConfigService): OriginProcessor {
    return new OriginProcessor({
      integrations: ScmIntegrations.fromConfig(config),
    });
  }

  getProcessorName(): string {
    return 'OriginProcessor';
  }

  getPriority(): number {
    return AFTER_STOCK_PROCESSORS;
  }

  async preProcessEntity(
    entity: Entity,
    location: { type: string; target: string },
  ): Promise<Entity> {
    const { [REFUSED_ANNOTATIONS_ANNOTATION]: _, ...annotations } =
      entity.metadata.annotations ?? {};
    const refused: string[] = [];
    // What the operator's own files say is the operator's business.
    if (location.type === 'url') {
      const source = annotations[ANNOTATION_SOURCE_LOCATION];
      if (source && !this.#isOwnSource(source, location.target)) {
        refused.push(ANNOTATION_SOURCE_LOCATION);
        annotations[ANNOTATION_SOURCE_LOCATION] = stringifyLocationRef({
          type: 'url',
          target: this.#folderOf(location.target),
        });
      }
      const docs = annotations[TECHDOCS_ANNOTATION];
      if (docs && !this.#isOwnDocs(docs, location.target)) {
        refused.push(TECHDOCS_ANNOTATION);
        delete annotations[TECHDOCS_ANNOTATION];
      }
    }
    if (refused.length > 0) {
      annotations[REFUSED_ANNOTATIONS_ANNOTATION] = refused.join(', ');
    }
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  }

  #isOwnSource(ref: string, file: string): boolean {
    const { type, target } = tryParseLocationRef(ref);
    return type === 'url' && this.#isSameRepository(target, file);
  }

  #isOwnDocs(ref: string, file: string): boolean {
    const { type, target } = tryParseLocationRef(ref);
    switch (type) {
      case 'url':
        return this.#isSameRepository(target, file);
      case 'dir':
        return isPathInside(target);
      default:
        return false;
    }
  }

  #isSameRepository(url: string, file: string): boolean {
    const own = this.#tryParse(file);
    const other = this.#tryParse(url);
    if (own && other) {
      return own.repository === other.repository && own.branch === other.branch;
    }
    // Addresses of other hosts are not taken apart: what is below the folder
    // of the file is in its repository and branch, whatever the host.
    return !own && isBelow(url, this.#folderOf(file));
  }

  #tryParse(url: string): RepositoryAddress | undefined {
    try {
      return parseRepositoryUrl(url, this.#integrations);
    } catch {
      return undefined;
    }
  }

  #folderOf(file: string): string {
    return this.#integrations.resolveUrl({ url: './', base: file });
  }
}

function tryParseLocationRef(ref: string): { type: string; target: string } {
  try {
    return parseLocationRef(ref);
  } catch {
    return { type: '', target: '' };
  }
}

function isBelow(url: string, folder: string): boolean {
  // Only what stays as it is when it is read as an address.
  return URL.canParse(url) && new URL(url).href === url
    ? url.startsWith(folder) && !/%2f|%2e|%5c/i.test(url)
    : false;
}

/** Whether a path stays in the folder that it starts from, or its repository. */
function isPathInside(path: string): boolean {
  return (
    !path.split('/').includes('..') &&
    // eslint-disable-next-line no-control-regex
    !/[\\\x00-\x1f\x7f?#%:]/.test(path) &&
    !path.startsWith('//')
  );
}
