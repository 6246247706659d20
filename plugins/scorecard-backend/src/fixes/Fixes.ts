import { words } from '../scorecardWords';
import {
  entityNotFound,
  type EntityOrigins,
  type FileProposals,
  type ProposalTarget,
  readOwnerNames,
  type RequiredPermissions,
  type ScopeOptions,
  toAnnotationChange,
} from '@atrium/backend-common';
import { toRepositoryUrl } from '@atrium/git-hosts';
import {
  type CheckDefinition,
  type CreateFix,
  type FixDraft,
  type HandedOverFix,
  scorecardFixProposePermission,
} from '@atrium/plugin-scorecard-common';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { FixTexts } from './FixTexts';
import type { RatedCheckStore } from '../reads/RatedCheckStore';

/** Which check, of which entity. */
export type FixSubject = Omit<CreateFix, 'content'>;

/** A file that mends a check of an entity. */
export interface FoundFix extends FixSubject {
  entity: Entity;
  definition: CheckDefinition;
  file: NonNullable<NonNullable<CheckDefinition['fix']>['file']>;
}

interface FixesOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntityByRef'>;
  checks: Pick<RatedCheckStore, 'find'>;
  origins: Pick<EntityOrigins, 'get'>;
  proposals: FileProposals;
  texts: Pick<FixTexts, 'renderFile'>;
  /** Has the facts of an entity collected again: a webhook may not be set up. */
  refresh(entityRef: string): Promise<void>;
}

/** Hands files that mend checks over to the repositories of entities. */
export class Fixes {
  readonly #options: FixesOptions;

  constructor(options: FixesOptions) {
    this.#options = options;
  }

  /**
   * Finds the file that mends a check.
   *
   * @throws NotFoundError when the entity is hidden, is not rated by the check,
   * or the check has no such file
   */
  async find(
    { check, entityRef, scorecard }: FixSubject,
    options: ScopeOptions,
  ): Promise<FoundFix> {
    const { catalog, checks } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const rated = await checks.find({ check, entityRef, scorecard });
    const file = rated?.definition.fix?.file;
    if (!rated || !file) {
      throw words.error(
        NotFoundError,
        rated
          ? words.describe('scorecard.refusal.noFile', {
              check: rated.definition.title,
            })
          : words.describe('scorecard.refusal.notRated', {
              scorecard,
              entityRef,
              check,
            }),
      );
    }
    const { definition } = rated;
    return { check, entityRef, scorecard, entity, definition, file };
  }

  /** What whoever proposes files for an entity needs. */
  requireProposer(
    entityRef: string,
    { credentials }: ScopeOptions,
  ): Omit<RequiredPermissions, 'credentials'> {
    const { catalog } = this.#options;
    return {
      permissions: [
        { permission: scorecardFixProposePermission, resourceRef: entityRef },
      ],
      refusal: async refs =>
        words.error(
          NotAllowedError,
          words.describe(
            'scorecard.refusal.proposeFile',
            await readOwnerNames(refs, { catalog, credentials }),
          ),
        ),
    };
  }

  /** What would be handed over, and how. */
  async getDraft(fix: FoundFix): Promise<FixDraft> {
    const { proposals, texts } = this.#options;
    const [draft, content] = await Promise.all([
      proposals.getDraft(this.#findTarget(fix)),
      texts.renderFile(fix.entityRef, fix.file.content),
    ]);
    const [{ path, base }] = draft.files;
    return {
      path,
      content,
      repositoryUrl: draft.repositoryUrl,
      handover: draft.handover,
      annotation: missingAnnotation(fix),
      isThere: base !== undefined,
    };
  }

  /**
   * Hands a file over in the name of a person.
   *
   * @throws ConflictError when the repository has the file; NotAllowedError when
   * it takes no pull requests and does not let that person write; InputError when
   * the entity comes from no repository that the portal can write to
   */
  async propose(
    fix: FoundFix,
    content: string,
    { credentials }: ScopeOptions<BackstageUserPrincipal>,
  ): Promise<HandedOverFix> {
    const { proposals, refresh } = this.#options;
    const target = this.#findTarget(fix);
    const { files } = await proposals.getDraft(target);
    const [{ path, base }] = files;
    if (base !== undefined) {
      throw words.error(
        ConflictError,
        words.describe('scorecard.refusal.fileIsThere', { path }),
      );
    }
    const proposal = await proposals.propose(
      target,
      { path, content, message: `Add ${path}: ${fix.definition.title}` },
      { credentials, userEntityRef: credentials.principal.userEntityRef },
    );
    await refresh(fix.entityRef);
    const { handover, url, fileUrl } = proposal;
    return { handover, url, fileUrl };
  }

  /** Nothing but the repository that the entity provably comes from. */
  #findTarget(fix: FoundFix): ProposalTarget {
    const { origins } = this.#options;
    const { entity, file } = fix;
    const { path } = file;
    const annotation = missingAnnotation(fix);
    return {
      files: [{ path, url: toRepositoryUrl({ ...origins.get(entity), path }) }],
      check: () => [],
      isPlainText: true,
      companions: () =>
        annotation
          ? [
              toAnnotationChange(entity, {
                origins,
                annotation: annotation.name,
                value: annotation.value,
              }),
            ]
          : [],
    };
  }
}

/** An annotation that the entity has already is left as it is. */
function missingAnnotation({ entity, file: { annotation } }: FoundFix) {
  return annotation &&
    entity.metadata.annotations?.[annotation.name] === undefined
    ? annotation
    : undefined;
}
