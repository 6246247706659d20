import { hasPermission, type Ownership } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type EntityProblemCounts,
  type Problem,
  problemReadAllPermission,
  type ProblemQuery,
  type ProblemSubject,
} from '@atrium/plugin-catalog-health-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ProblemStore } from '../database/ProblemStore';

interface ProblemReadsOptions {
  catalog: CatalogService;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  permissions: PermissionsService;
  problems: Pick<ProblemStore, 'count' | 'list'>;
}

/** Whoever asks. */
interface ReadOptions {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/** Answers people what is wrong: their teams' own, the platform team all. */
export class ProblemReads {
  readonly #options: ProblemReadsOptions;

  constructor(options: ProblemReadsOptions) {
    this.#options = options;
  }

  async list(
    query: ProblemQuery,
    options: ReadOptions,
  ): Promise<Page<Problem>> {
    return this.#options.problems.list({
      ...query,
      ownerRefs: await this.#ownersFor(options),
      url: query.entityRef && (await this.#fileOf(query.entityRef, options)),
    });
  }

  /** How many problems entities have, whoever may see them. */
  async count(subjects: ProblemSubject[]): Promise<EntityProblemCounts[]> {
    return this.#options.problems.count(subjects);
  }

  /** Whose problems they may see; `undefined` for everybody's. */
  async #ownersFor({
    credentials,
  }: ReadOptions): Promise<string[] | undefined> {
    const { ownership, permissions } = this.#options;
    const request = { permission: problemReadAllPermission };
    if (await hasPermission(permissions, request, { credentials })) {
      return undefined;
    }
    return ownership.getOwnerRefs({ credentials });
  }

  /** The file of an entity, whose problems are its own as well. */
  async #fileOf(
    entityRef: string,
    options: ReadOptions,
  ): Promise<string | undefined> {
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    return entity?.metadata.annotations?.[ANNOTATION_LOCATION]?.replace(
      /^url:/,
      '',
    );
  }
}
