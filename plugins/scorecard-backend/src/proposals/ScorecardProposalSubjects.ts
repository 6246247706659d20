import { words } from '../scorecardWords';
import {
  entityNotFound,
  type EntityOrigins,
  findEntityFiles,
  findProposalFiles,
  type ProposalSubject,
  readOwnerNames,
  type ScopeOptions,
} from '@atrium/backend-common';
import { relationTargets, type TextProblem } from '@atrium/common';
import {
  scorecardProposePermission,
  type ScorecardProposalSubject,
  SCORECARDS_ANNOTATION,
} from '@atrium/plugin-scorecard-common';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScorecardConfig } from '../config/readScorecardConfig';
import type { ScorecardStore } from '../database/ScorecardStore';
import { readScorecardFile } from '../definitions/readScorecardFile';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';

interface ScorecardProposalSubjectsOptions {
  catalog: Pick<
    CatalogService,
    'getEntities' | 'getEntitiesByRefs' | 'getEntityByRef'
  >;
  config: Pick<ScorecardConfig, 'definitions'>;
  expressions: () => ScorecardExpressions;
  origins: Pick<EntityOrigins, 'find' | 'get' | 'resolveFile'>;
  scorecards: Pick<ScorecardStore, 'find'>;
}

/** Where an entity gets its first scorecard from. */
const FIRST_PATH = './scorecards.yaml';

/** Scorecards as they are written in the portal. */
export class ScorecardProposalSubjects {
  readonly #options: ScorecardProposalSubjectsOptions;

  constructor(options: ScorecardProposalSubjectsOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the scorecard or the entity is not there for the
   * caller, InputError when it is not written in a repository.
   */
  async find(
    subject: ScorecardProposalSubject,
    options: ScopeOptions,
  ): Promise<ProposalSubject<TextProblem>> {
    const { config, expressions, origins } = this.#options;
    const entity = await this.#findEntity(subject, options);
    const entityRef = stringifyEntityRef(entity);
    const ownerRefs = relationTargets(entity, RELATION_OWNED_BY);
    const repository = origins.find(entity)?.repository;
    const reach =
      repository !== undefined && config.definitions.ratesEverything(repository)
        ? 'everything'
        : 'owned';
    const findFiles = () =>
      findProposalFiles(entity, {
        origins,
        annotation: SCORECARDS_ANNOTATION,
        firstPath: FIRST_PATH,
      });
    return {
      access: {
        permissions: [
          {
            permission: scorecardProposePermission,
            resourceRef: entityRef,
          },
        ],
        refusal: async () =>
          words.error(
            NotAllowedError,
            words.describe(
              'scorecard.refusal.proposeScorecard',
              await readOwnerNames([entityRef], {
                catalog: this.#options.catalog,
                credentials: options.credentials,
              }),
            ),
          ),
      },
      meta: { entityRef },
      findTarget: () => ({
        ...findFiles(),
        check: (file, content) =>
          content === ''
            ? []
            : readScorecardFile(
                { source: file.url, reach, ownerRefs, content },
                expressions(),
              ).problems,
      }),
      describe: () => ({
        entityRef,
        ownerRef: ownerRefs[0],
        reach,
        annotates: findFiles().catalogUrl,
      }),
    };
  }

  async #findEntity(
    { scorecard, entityRef }: ScorecardProposalSubject,
    options: ScopeOptions,
  ): Promise<Entity> {
    if (scorecard !== undefined) {
      return this.#findNaming(scorecard, options);
    }
    const entity =
      entityRef === undefined
        ? undefined
        : await this.#options.catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw entityNotFound(String(entityRef));
    }
    return entity;
  }

  /** Who names the file that a scorecard is written in. */
  async #findNaming(name: string, options: ScopeOptions): Promise<Entity> {
    const { catalog, origins, scorecards } = this.#options;
    const stored = await scorecards.find(name);
    if (!stored) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.notFound', { scorecard: name }),
      );
    }
    if (!URL.canParse(stored.source)) {
      throw words.error(
        InputError,
        words.describe('scorecard.refusal.notInRepository', {
          scorecard: name,
          source: stored.source,
        }),
      );
    }
    const { items } = await catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${SCORECARDS_ANNOTATION}`]:
            CATALOG_FILTER_EXISTS,
        },
      },
      options,
    );
    const naming = items.find(entity =>
      findEntityFiles(
        entity,
        entity.metadata.annotations?.[SCORECARDS_ANNOTATION] ?? '',
        { origins },
      ).some(({ url }) => url === stored.source),
    );
    if (!naming) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.notNamed', { scorecard: name }),
      );
    }
    return naming;
  }
}
