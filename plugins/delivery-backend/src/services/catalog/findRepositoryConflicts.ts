import type { ClaimConflict } from '@atrium/backend-common';
import {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  type UnprovenClaim,
} from '@atrium/plugin-delivery-common';
import type { ComponentFolder } from './findTouched';
import { withoutHost } from './RepositoryClaims';

/** A component of a repository that is proven to be its own. */
export interface RepositoryComponent extends ComponentFolder {
  repository: string;
}

/** A component that claims a repository which belongs to those of others. */
export interface RepositoryConflict extends ClaimConflict {
  repository: string;
  /** By what the claimant says so. */
  annotations: string[];
  /** All components that the repository belongs to, of the same owners. */
  holderRefs: string[];
}

interface FindRepositoryConflictsOptions {
  /** By the ref of the component that makes them. */
  unproven: Map<string, UnprovenClaim[]>;
  /** Refs of the owners of each component, sorted. */
  owners: Map<string, string[]>;
  /** The components of a repository, by its name with or without the host. */
  componentsOf(repository: string): RepositoryComponent[];
}

/**
 * Finds the claims to repositories that are proven to belong to components of
 * other owners. One conflict for each claimant, repository and side that holds
 * it, however many components that side has there.
 */
export function findRepositoryConflicts(
  options: FindRepositoryConflictsOptions,
): RepositoryConflict[] {
  const { unproven, owners, componentsOf } = options;
  const ownersOf = (entityRef: string) =>
    (owners.get(entityRef) ?? []).join(' ');
  const found = new Map<string, RepositoryConflict>();
  for (const [claimantRef, claims] of unproven) {
    for (const { annotation, repository: claimed } of claims) {
      for (const { entityRef, repository } of holdersOf(annotation, claimed)) {
        const owner = ownersOf(entityRef);
        if (owner !== '' && owner === ownersOf(claimantRef)) {
          continue;
        }
        const subject = `${repository} ${owner}`.trimEnd();
        const key = `${claimantRef} ${subject}`;
        const conflict = found.get(key) ?? {
          claimantRef,
          subject,
          repository,
          holderRef: entityRef,
          holderRefs: [],
          annotations: [],
        };
        addNew(conflict.annotations, annotation);
        addNew(conflict.holderRefs, entityRef);
        found.set(key, conflict);
      }
    }
  }
  return [...found.values()];

  function holdersOf(annotation: string, repository: string) {
    const exact = componentsOf(repository);
    // The annotation names no host, so it may mean that of any.
    return exact.length === 0 && annotation === GITHUB_PROJECT_SLUG_ANNOTATION
      ? componentsOf(withoutHost(repository))
      : exact;
  }
}

function addNew(list: string[], item: string): void {
  if (!list.includes(item)) {
    list.push(item);
  }
}
