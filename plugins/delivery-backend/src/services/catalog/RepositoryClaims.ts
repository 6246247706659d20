import type { EntityOrigins } from '@atrium/backend-common';
import {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  hasHost,
  normalizeRepository,
  SOURCE_LOCATION_ANNOTATION,
  type UnprovenClaim,
} from '@atrium/plugin-delivery-common';
import type { Entity } from '@backstage/catalog-model';
import type { RepositoryRule } from '../../config/readRepositoryRules';

/** A repository whose events belong to an entity. */
export interface ProvenRepository {
  /** `host/owner/name`, as `normalizeRepository` writes it. */
  repository: string;
  /** The part of it that is the entity's, without slashes around; '' for all. */
  folder: string;
  /** The catalog file of the entity lies in it, rather than a rule giving it. */
  isOwn: boolean;
}

/** What the annotations of an entity come to. */
interface EntityClaims {
  proven: ProvenRepository[];
  unproven: UnprovenClaim[];
}

interface RepositoryClaimsOptions {
  origins: EntityOrigins;
  rules: RepositoryRule[];
}

interface Claim {
  annotation: string;
  repository: string;
  /** The annotation names owner and name only. */
  isHostless: boolean;
}

/**
 * Tells which repositories are an entity's.
 *
 * @remarks Whoever writes a catalog file writes its annotations, so these only
 * choose among what is proven: the repository that the file itself lies in, and
 * those that the configuration lets the entities of that repository claim.
 */
export class RepositoryClaims {
  readonly #options: RepositoryClaimsOptions;

  constructor(options: RepositoryClaimsOptions) {
    this.#options = options;
  }

  read(entity: Entity): EntityClaims {
    const { origins, rules } = this.#options;
    const origin = origins.find(entity);
    const own = origin && normalizeRepository(origin.repositoryUrl);
    const ownName =
      origin && `${origin.owner}/${origin.name}`.toLocaleLowerCase('en-US');
    const proven = new Map<string, ProvenRepository>();
    const unproven: UnprovenClaim[] = [];
    for (const { annotation, repository, isHostless } of readClaims(entity)) {
      const isOwn =
        repository === own ||
        (isHostless && ownName === withoutHost(repository));
      if (own && isOwn) {
        const folder = origins.getFolder(entity);
        proven.set(own, { repository: own, folder, isOwn });
      } else if (own && rules.some(rule => allows(rule, own, repository))) {
        const folder = this.#folderIn(entity, repository);
        proven.set(repository, { repository, folder, isOwn: false });
      } else {
        unproven.push({ annotation, repository, origin: own });
      }
    }
    return { proven: [...proven.values()], unproven };
  }

  /** The folder of a repository that the entity calls its source. */
  #folderIn(entity: Entity, repository: string): string {
    const url = readSourceUrl(entity) ?? '';
    // The address of a repository as a whole has no folder.
    const address = this.#options.origins.findAddress(url);
    return address && normalizeRepository(address.repositoryUrl) === repository
      ? address.path
      : '';
  }
}

function readClaims(entity: Entity): Claim[] {
  const slug = entity.metadata.annotations?.[GITHUB_PROJECT_SLUG_ANNOTATION];
  const claims: Claim[] = [];
  const add = (annotation: string, value: string, isHostless: boolean) => {
    const repository = normalizeRepository(value);
    if (repository) {
      claims.push({ annotation, repository, isHostless });
    }
  };
  if (slug) {
    add(GITHUB_PROJECT_SLUG_ANNOTATION, `github.com/${slug}`, true);
  }
  const sourceUrl = readSourceUrl(entity);
  if (sourceUrl) {
    add(SOURCE_LOCATION_ANNOTATION, sourceUrl, false);
  }
  return claims;
}

function readSourceUrl(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[SOURCE_LOCATION_ANNOTATION];
  return location?.startsWith('url:') ? location.slice(4) : undefined;
}

function allows(rule: RepositoryRule, own: string, claimed: string): boolean {
  return (
    rule.from === own &&
    rule.repositories.some(pattern =>
      pattern.endsWith('/*')
        ? claimed.startsWith(pattern.slice(0, -1))
        : claimed === pattern,
    )
  );
}

/** `owner/name` of `host/owner/name`. */
export function withoutHost(repository: string): string {
  return repository.slice(repository.indexOf('/') + 1);
}

/** Whether a service is called as a repository, with or without the host. */
export function isNameOf(service: string, repository: string): boolean {
  const [one, other] = [service, repository].map(name => {
    const normalized = name.toLocaleLowerCase('en-US');
    return hasHost(normalized) ? withoutHost(normalized) : normalized;
  });
  return one === other;
}

/**
 * What emitters that know one host only call `host/owner/name`. Undefined where
 * that would be the full name of another: groups of GitLab nest, so that
 * `gitlab.example/github.com/acme/payments` may be a project there.
 */
export function toHostlessName(repository: string): string | undefined {
  const name = withoutHost(repository);
  return hasHost(name) ? undefined : name;
}
