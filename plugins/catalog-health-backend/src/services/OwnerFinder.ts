import { readEntitiesByRef } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { minimatch } from 'minimatch';
import type { FoundProblem, OwnedProblem, ProblemPlace } from './FoundProblem';
import type { PusherFinder } from './PusherFinder';
import type { RepositoryEntities } from './RepositoryEntities';
import { toStrictEntityRef } from './toStrictEntityRef';

/** Which team a repository belongs to that has nothing in the catalog yet. */
export interface RepositoryOwner {
  /** A glob over `owner/name`. */
  repository: string;
  ownerRef: string;
}

/** Who is told, the owner first. */
type Recipients = Pick<OwnedProblem, 'ownerRef' | 'otherRecipientRefs'>;

interface OwnerFinderOptions {
  auth: AuthService;
  catalog: CatalogService;
  entities: Pick<RepositoryEntities, 'list'>;
  pushers: Pick<PusherFinder, 'find'>;
  repositoryOwners: RepositoryOwner[];
  /** Who is told of what belongs to nobody. */
  platformTeamRef: string;
}

/** Finds the team that a problem is told to. */
export class OwnerFinder {
  readonly #options: OwnerFinderOptions;

  constructor(options: OwnerFinderOptions) {
    this.#options = options;
  }

  /**
   * The owner that the file states, where it exists; else who owns what else
   * comes from the repository; else whom the configuration names; else the
   * teams of whoever pushed it, and the platform team.
   */
  async find(problems: FoundProblem[]): Promise<OwnedProblem[]> {
    // A team hears of its file, whoever may see what is in it.
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    const refs = problems
      .map(({ statedOwner }) => toRef(statedOwner))
      .filter(ref => ref !== undefined);
    const stated = await this.#findExisting(refs, credentials);
    const byRepository = new Map<string, Promise<Recipients>>();
    return Promise.all(
      problems.map(async problem => {
        const { place } = problem;
        const key = place.repositoryUrl ?? place.repository;
        const ofRepository =
          byRepository.get(key) ?? this.#ownerOf(place, credentials);
        byRepository.set(key, ofRepository);
        const ref = toRef(problem.statedOwner);
        return {
          ...problem,
          ...(ref && stated.has(ref)
            ? { ownerRef: ref, otherRecipientRefs: [] }
            : await ofRepository),
        };
      }),
    );
  }

  async #findExisting(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, unknown>> {
    const { catalog } = this.#options;
    const fields = ['kind', 'metadata'];
    return readEntitiesByRef(entityRefs, { catalog, credentials, fields });
  }

  async #ownerOf(
    place: ProblemPlace,
    credentials: BackstageCredentials,
  ): Promise<Recipients> {
    const { pushers, repositoryOwners, platformTeamRef } = this.#options;
    const named = repositoryOwners.find(({ repository }) =>
      minimatch(place.repository, repository, { nocase: true }),
    );
    const known =
      (await this.#mostFrequentOwner(place, credentials)) ?? named?.ownerRef;
    const [ownerRef, ...otherRecipientRefs] = known
      ? [known]
      : new Set([...(await pushers.find(place)), platformTeamRef]);
    return { ownerRef, otherRecipientRefs };
  }

  async #mostFrequentOwner(
    { repositoryUrl }: ProblemPlace,
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    if (!repositoryUrl) {
      return undefined;
    }
    const items = await this.#options.entities.list(repositoryUrl);
    const counts = new Map<string, number>();
    for (const owner of items.flatMap(item =>
      relationTargets(item, RELATION_OWNED_BY),
    )) {
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const owners = [...counts]
      .sort(
        ([oneRef, one], [otherRef, other]) =>
          other - one || oneRef.localeCompare(otherRef),
      )
      .map(([ref]) => ref);
    const existing = await this.#findExisting(owners, credentials);
    return owners.find(ref => existing.has(ref));
  }
}

function toRef(owner: string | undefined): string | undefined {
  return owner ? toStrictEntityRef(owner, { defaultKind: 'group' }) : undefined;
}
