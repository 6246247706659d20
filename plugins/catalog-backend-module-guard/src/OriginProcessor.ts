import {
  findForeignAnnotations,
  REFUSED_ANNOTATIONS_ANNOTATION,
} from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import {
  type ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';

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
    const refused =
      // What the operator's own files say is the operator's business.
      location.type === 'url'
        ? findForeignAnnotations(annotations, {
            file: location.target,
            integrations: this.#integrations,
          })
        : [];
    for (const name of refused) {
      delete annotations[name];
    }
    if (refused.includes(ANNOTATION_SOURCE_LOCATION)) {
      annotations[ANNOTATION_SOURCE_LOCATION] = stringifyLocationRef({
        type: 'url',
        target: this.#integrations.resolveUrl({
          url: './',
          base: location.target,
        }),
      });
    }
    if (refused.length > 0) {
      annotations[REFUSED_ANNOTATIONS_ANNOTATION] = refused.join(', ');
    }
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  }
}
