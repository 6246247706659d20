import { relationTargets } from '@atrium/common';
import {
  DELIVERY_SERVICE_ANNOTATION,
  type LostService,
  type UnprovenClaim,
} from '@atrium/plugin-delivery-common';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { digestToUuid } from '../../model/digestToUuid';
import {
  findRepositoryConflicts,
  type RepositoryComponent,
  type RepositoryConflict,
} from './findRepositoryConflicts';
import { findNamed, findTouched } from './findTouched';
import {
  isNameOf,
  type RepositoryClaims,
  toHostlessName,
} from './RepositoryClaims';

/** What an event says about where it belongs. */
export interface EventPlace {
  repository?: string;
  service?: string;
}

/** Where a run or change belongs, which several components may share. */
export interface SharedPlace extends EventPlace {
  /** What it changed or builds, from the root of the repository. */
  paths?: string[];
  pipeline?: string;
}

type NoMatch = { entityRef?: undefined; reason: 'unknown' | 'ambiguous' };

/** The entity of an event, or why there is none. */
export type EntityMatch = { entityRef: string } | NoMatch;

/** Finds the entities that repositories and services belong to. */
export interface EntityIndex {
  /** Stands for all claims: another one means that something may have moved. */
  version: string;
  /** The components that the catalog has, with their lifecycles. */
  lifecycles: ReadonlyMap<string, string | undefined>;
  /**
   * The repository of each component that claims the one its file lies in, as
   * `host/owner/name`. What a rule gives is none.
   */
  ownRepositories: ReadonlyMap<string, string>;
  /** The one entity of what cannot be shared. */
  find(place: EventPlace): EntityMatch;
  /** The entities of a run or change, in order; empty where there is none. */
  findAll(place: SharedPlace): string[];
  /** Whether several components have a repository. */
  isShared(repository: string): boolean;
  /** Whether a repository is proven to be an entity's. */
  isProven(entityRef: string, repository: string): boolean;
  /** Claims to what belongs to components of other owners. */
  conflicts: RepositoryConflict[];
  /** What the annotations of an entity name without its getting it. */
  getRefusedClaims(entityRef: string): {
    repositories: UnprovenClaim[];
    services: LostService[];
  };
}

/**
 * More than these have one repository only where it holds nothing but catalog
 * files, whose runs are nobody's.
 */
const MAX_SHARING = 50;

/** Reads from components which repositories and services are theirs. */
export function buildEntityIndex(
  components: Entity[],
  claims: Pick<RepositoryClaims, 'read'>,
): EntityIndex {
  const services = new Map<string, string[]>();
  const repositories = new Map<string, RepositoryComponent[]>();
  const hostless = new Map<string, RepositoryComponent[]>();
  const names = new Map<string, string>();
  const unproven = new Map<string, UnprovenClaim[]>();
  const owners = new Map<string, string[]>();
  const known = new Map<string, string>();
  const lifecycles = new Map<string, string | undefined>();
  const ownRepositories = new Map<string, string>();
  for (const component of components) {
    const entityRef = stringifyEntityRef(component);
    const { annotations = {}, namespace = DEFAULT_NAMESPACE } =
      component.metadata;
    owners.set(entityRef, relationTargets(component, RELATION_OWNED_BY).sort());
    for (const service of split(annotations[DELIVERY_SERVICE_ANNOTATION])) {
      add(services, service, entityRef);
    }
    const lifecycle = component.spec?.lifecycle;
    lifecycles.set(
      entityRef,
      typeof lifecycle === 'string' ? lifecycle : undefined,
    );
    const read = claims.read(component);
    const service = annotations[DELIVERY_SERVICE_ANNOTATION];
    known.set(entityRef, JSON.stringify([service, read.proven]));
    for (const { repository, folder, isOwn } of read.proven) {
      if (isOwn) {
        ownRepositories.set(entityRef, repository);
      }
      const item = { entityRef, repository, folder };
      add(repositories, repository, item);
      const name = toHostlessName(repository);
      if (name) {
        add(hostless, name, item);
      }
    }
    if (read.unproven.length > 0) {
      unproven.set(entityRef, read.unproven);
    }
    if (namespace === DEFAULT_NAMESPACE) {
      names.set(normalize(component.metadata.name), entityRef);
    }
  }

  /** The components of all repositories that are called so, fully or without a host. */
  function calledSo(repository: string): RepositoryComponent[] | undefined {
    const key = normalize(repository);
    return repositories.get(key) ?? hostless.get(key);
  }

  /** The components of a repository, unless two hosts have one of that name. */
  function componentsOf(repository = ''): RepositoryComponent[] {
    const found = calledSo(repository) ?? [];
    return found.every(one => one.repository === found[0].repository)
      ? found
      : [];
  }

  /**
   * Who may claim a service. One that is called as a repository stands for it, as
   * deployments of GitHub do: only its components may.
   */
  function claimingOf(service: string): string[] {
    const claiming = services.get(normalize(service)) ?? [];
    const ofRepository = calledSo(service);
    return ofRepository
      ? claiming.filter(entityRef =>
          ofRepository.some(one => one.entityRef === entityRef),
        )
      : claiming;
  }

  /**
   * The component that is called as a service, or as its last part. Where the service
   * is called as the repository, only one of that repository: a fork has the same last
   * part. Whoever claims all of `owner/name` comes before one that is called as its end.
   */
  function namedBy({ service, repository }: EventPlace): string | undefined {
    const named = service && names.get(lastPart(service));
    if (!named) {
      return undefined;
    }
    const ofRepository = calledSo(repository ?? '') ?? [];
    if (ofRepository.some(({ entityRef }) => entityRef === named)) {
      return named;
    }
    if (repository && isNameOf(service, repository)) {
      return undefined;
    }
    const claiming = service.includes('/') ? claimingOf(service) : [];
    return claiming.length === 0 || claiming.includes(named)
      ? named
      : undefined;
  }

  /** Who of those that claim a service has it. */
  function ownerOf(service: string, repository?: string): string | undefined {
    const claiming = claimingOf(service);
    const proven = claiming.filter(entityRef =>
      componentsOf(repository).some(one => one.entityRef === entityRef),
    );
    if (proven.length === 1) {
      return proven[0];
    }
    const named = namedBy({ service, repository });
    if (claiming.length > 0 && named) {
      return named;
    }
    return claiming.length === 1 ? claiming[0] : undefined;
  }

  function find({ repository, service }: EventPlace): EntityMatch {
    const owner = service && ownerOf(service, repository);
    if (owner) {
      return { entityRef: owner };
    }
    const found = componentsOf(repository);
    if (found.length === 1) {
      return { entityRef: found[0].entityRef };
    }
    const named = namedBy({ service, repository });
    if (named) {
      return { entityRef: named };
    }
    const isClaimed =
      calledSo(repository ?? '') !== undefined ||
      services.has(normalize(service ?? ''));
    return { reason: isClaimed ? 'ambiguous' : 'unknown' };
  }

  return {
    version: digestToUuid(JSON.stringify([...known].sort())),
    lifecycles,
    ownRepositories,
    find,
    findAll({ paths, pipeline, ...place }) {
      const { entityRef } = find(place);
      if (entityRef) {
        return [entityRef];
      }
      const found = componentsOf(place.repository);
      const touched = paths
        ? findTouched(found, paths)
        : findNamed(found, pipeline ?? '');
      return touched.length > MAX_SHARING
        ? []
        : touched.map(one => one.entityRef).sort();
    },
    isShared: repository => componentsOf(repository).length > 1,
    isProven: (entityRef, repository) =>
      componentsOf(repository).some(one => one.entityRef === entityRef),
    conflicts: findRepositoryConflicts({ unproven, owners, componentsOf }),
    getRefusedClaims(entityRef) {
      const lost = [...services].flatMap(([service, claiming]) => {
        const repository = calledSo(service) && service;
        const wonBy = find({ service, repository }).entityRef;
        return claiming.includes(entityRef) && wonBy !== entityRef
          ? [{ service, wonBy }]
          : [];
      });
      return { repositories: unproven.get(entityRef) ?? [], services: lost };
    },
  };
}

function split(list = ''): string[] {
  return list
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}

function lastPart(service: string): string {
  return normalize(service.slice(service.lastIndexOf('/') + 1));
}

function add<T>(index: Map<string, T[]>, key: string, item: T) {
  const normalized = normalize(key);
  const items = index.get(normalized);
  if (items) {
    items.push(item);
  } else {
    index.set(normalized, [item]);
  }
}

function normalize(key: string): string {
  return key.toLocaleLowerCase('en-US');
}
