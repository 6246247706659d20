import {
  DEFAULT_BRANCH_ANNOTATION,
  EntityOrigins,
  findForeignAnnotations,
  REFUSED_ANNOTATIONS_ANNOTATION,
} from '@atrium/backend-common';
import { isPlainAddress } from '@atrium/git-hosts';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  type ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { DefaultBranches } from './DefaultBranches';

interface OriginProcessorOptions {
  defaultBranches: Pick<DefaultBranches, 'find'>;
  integrations: ScmIntegrationRegistry;
  origins: Pick<EntityOrigins, 'isChosenElsewhere'>;
}

interface Location {
  type: string;
  target: string;
}

/** The stock processor that fills the source in comes with the default of 20. */
const AFTER_STOCK_PROCESSORS = 100;

/**
 * Takes annotations from an entity that lead the portal to a repository other
 * than the one it was read from, and names them in an annotation of its own. Where
 * another repository chose what was read, it notes the branch that counts there.
 * What was read by an address of two meanings is no entity.
 *
 * @remarks Stock plugins read files and folders by these annotations, with
 * credentials that open every repository. `location` is what the catalog itself
 * read, so it is compared with that.
 */
export class OriginProcessor implements CatalogProcessor {
  readonly #options: OriginProcessorOptions;

  constructor(options: OriginProcessorOptions) {
    this.#options = options;
  }

  static fromConfig(
    config: RootConfigService,
    options: Pick<OriginProcessorOptions, 'defaultBranches'>,
  ): OriginProcessor {
    return new OriginProcessor({
      ...options,
      integrations: ScmIntegrations.fromConfig(config),
      origins: EntityOrigins.fromConfig(config),
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
    location: Location,
    ...[, root, cache]: [CatalogProcessorEmit, Location, CatalogProcessorCache]
  ): Promise<Entity> {
    const { defaultBranches, integrations, origins } = this.#options;
    if (
      location.type === 'url' &&
      !isPlainAddress(location.target, integrations)
    ) {
      // Nobody can say which file this entity stands in.
      throw new InputError(
        `'${location.target}' has a part by which its host could be asked for something else: write the address of the file as its host shows it`,
      );
    }
    const annotations = { ...entity.metadata.annotations };
    // These two are the catalog's to say.
    delete annotations[DEFAULT_BRANCH_ANNOTATION];
    delete annotations[REFUSED_ANNOTATIONS_ANNOTATION];
    const refused =
      // What the operator's own files say is the operator's business.
      location.type === 'url'
        ? findForeignAnnotations(annotations, {
            file: location.target,
            integrations,
          })
        : [];
    for (const name of refused) {
      delete annotations[name];
    }
    if (refused.includes(ANNOTATION_SOURCE_LOCATION)) {
      annotations[ANNOTATION_SOURCE_LOCATION] = stringifyLocationRef({
        type: 'url',
        target: integrations.resolveUrl({
          url: './',
          base: location.target,
        }),
      });
    }
    if (refused.length > 0) {
      annotations[REFUSED_ANNOTATIONS_ANNOTATION] = refused.join(', ');
    }
    if (
      location.type === 'url' &&
      origins.isChosenElsewhere(location.target, root.target)
    ) {
      annotations[DEFAULT_BRANCH_ANNOTATION] =
        (await defaultBranches.find(location.target, cache)) ?? '';
    }
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  }
}
