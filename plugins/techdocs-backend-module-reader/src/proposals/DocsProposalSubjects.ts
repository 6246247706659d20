import type {
  CompanionChange,
  EntityOrigins,
  ProposalSubject,
  ScopeOptions,
  TargetFile,
} from '@atrium/backend-common';
import {
  docsPageProposePermission,
  docsSiteProposePermission,
  type DocsProposalDraft,
  type DocsProposalSubject,
  TECHDOCS_REF_ANNOTATION,
} from '@atrium/plugin-techdocs-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { PublishedSites } from '../published/PublishedSites';
import { checkPage } from './checkPage';
import { firstPage, firstSettings, FIRST_PAGE, SETTINGS } from './firstSite';
import { locatePage } from './locatePage';
import { nameDocs } from './nameDocs';
import type { SiteFolders } from './SiteFolders';

interface DocsProposalSubjectsOptions {
  origins: Pick<EntityOrigins, 'get' | 'isInOrigin' | 'resolveFile'>;
  sites: Pick<PublishedSites, 'getPage' | 'requireEntity'>;
  folders: Pick<SiteFolders, 'find'>;
}

type Described = Omit<
  DocsProposalDraft,
  'files' | 'repositoryUrl' | 'branch' | 'handover'
>;

const DOCS_ENTITY_ANNOTATION = 'backstage.io/techdocs-entity';

/** Pages of documentation, as they are written in the portal. */
export class DocsProposalSubjects {
  readonly #options: DocsProposalSubjectsOptions;

  constructor(options: DocsProposalSubjectsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity or page is not there for the caller. */
  async find(
    { entityRef, page }: DocsProposalSubject,
    options: ScopeOptions,
  ): Promise<ProposalSubject> {
    const entity = await this.#options.sites.requireEntity(entityRef, options);
    return page === undefined
      ? this.#findFirstSite(entity)
      : this.#findPage(entity, page, options);
  }

  /**
   * Anybody who can read a page may propose a change of it: the repository
   * decides who may commit, and everybody else's change waits for a review.
   */
  #findPage(
    entity: Entity,
    page: string,
    options: ScopeOptions,
  ): ProposalSubject {
    const entityRef = stringifyEntityRef(entity);
    // Only what is published is read with the rights of the portal.
    const findFacts = () =>
      this.#options.sites.getPage({ entityRef, page }, options);
    return {
      access: {
        permissions: [{ permission: docsPageProposePermission }],
        refusal: () => 'You may not propose changes of documentation',
      },
      meta: { entityRef, page },
      findTarget: async () => {
        await findFacts();
        return {
          files: [locatePage(entity, page, this.#options)],
          isPlainText: true,
          check: (_file, content) => checkPage(content),
        };
      },
      describe: async (): Promise<Described> => {
        const { title, path } = await findFacts();
        return { entityRef, title, path, alsoChanges: [] };
      },
    };
  }

  #findFirstSite(entity: Entity): ProposalSubject {
    const { origins, folders } = this.#options;
    const resourceRef = stringifyEntityRef(entity);
    return {
      access: {
        permissions: [{ permission: docsSiteProposePermission, resourceRef }],
        refusal: () =>
          `You may not start the documentation of '${resourceRef}': ask its owners`,
      },
      meta: { entityRef: resourceRef },
      findTarget: async () => {
        requireNoDocs(entity);
        const folder = await folders.find(entity);
        return {
          files: [this.#fileOf(entity, `${folder}${FIRST_PAGE}`, '.md')],
          isPlainText: true,
          check: (_file, content) => checkPage(content),
          companions: (): CompanionChange[] => [
            {
              url: this.#fileOf(entity, `${folder}${SETTINGS}`, '.yml').url,
              edit: content => content || firstSettings(entity),
            },
            {
              url: origins.get(entity).url,
              edit: content => nameDocs(content, { entity, folder }),
            },
          ],
        };
      },
      describe: async (): Promise<Described> => ({
        entityRef: resourceRef,
        title: entity.metadata.title ?? entity.metadata.name,
        suggestion: firstPage(entity),
        alsoChanges: [
          `${await folders.find(entity)}${SETTINGS}`,
          origins.get(entity).path,
        ],
      }),
    };
  }

  #fileOf(entity: Entity, path: string, suffix: string): TargetFile {
    const { url } = this.#options.origins.resolveFile(entity, path, {
      suffixes: [suffix],
    });
    return { path, url };
  }
}

function requireNoDocs(entity: Entity): void {
  const annotations = entity.metadata.annotations ?? {};
  if (
    annotations[TECHDOCS_REF_ANNOTATION] !== undefined ||
    annotations[DOCS_ENTITY_ANNOTATION] !== undefined
  ) {
    throw new ConflictError(
      `'${stringifyEntityRef(entity)}' has documentation already`,
    );
  }
}
