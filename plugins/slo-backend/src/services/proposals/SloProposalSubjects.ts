import {
  entityNotFound,
  type EntityOrigins,
  findProposalFiles,
  type ProposalSubject,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  type OpenSloDocument,
  type OpenSloProblem,
  SLO_ANNOTATION,
  SLO_YAML,
  sloDefinitionProposePermission,
} from '@atrium/plugin-slo-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { slosOf } from '../../routes/slosOf';
import { checkFiles } from '../definitions/checkFiles';
import { describeSources, type QuerySource } from '../definitions/QuerySource';

interface SloProposalSubjectsOptions {
  catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'>;
  origins: Pick<EntityOrigins, 'get' | 'resolveFile'>;
  sharedDocuments: OpenSloDocument[];
  sources: ReadonlyMap<string, QuerySource>;
}

/** Where an entity gets its first SLOs from. */
const FIRST_PATH = './slo.yaml';

/** The SLOs of entities, as they are written in the portal. */
export class SloProposalSubjects {
  readonly #options: SloProposalSubjectsOptions;

  constructor(options: SloProposalSubjectsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity does not exist or is hidden. */
  async find(
    { entityRef }: { entityRef: string },
    options: ScopeOptions,
  ): Promise<ProposalSubject<OpenSloProblem>> {
    const { catalog, sharedDocuments, sources } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    return {
      access: slosOf(entityRef, sloDefinitionProposePermission, {
        ...options,
        catalog,
      }),
      meta: { entityRef },
      findTarget: () => ({
        ...this.#findFiles(entity),
        yaml: SLO_YAML,
        check: (file, content) =>
          checkFiles([{ ...file, content }], {
            entityRef: stringifyEntityRef(entity),
            sharedDocuments,
            sources,
            readAt: new Date(),
          }).files.flatMap(({ problems }) => problems),
      }),
      describe: () => ({
        entityRef: stringifyEntityRef(entity),
        annotates: this.#findFiles(entity).catalogUrl,
        sharedDocuments: sharedDocuments.map(withoutConnection),
        sources: describeSources(sources),
      }),
    };
  }

  #findFiles(entity: Entity) {
    const { origins } = this.#options;
    return findProposalFiles(entity, {
      origins,
      annotation: SLO_ANNOTATION,
      firstPath: FIRST_PATH,
    });
  }
}

function withoutConnection(document: OpenSloDocument): OpenSloDocument {
  return document.kind === 'DataSource'
    ? { ...document, spec: { ...document.spec, connectionDetails: {} } }
    : document;
}
