import { hashJson } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type { EntityOrigins } from '@atrium/backend-common';
import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
} from '@atrium/plugin-workloads-common';
import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** An entity that claims objects of clusters. */
export interface ClaimingEntity {
  entityRef: string;
  name: string;
  title?: string;
  ownerRef?: string;
  ownerRefs: string[];
  /** `host/owner/name` of the repository that its file lies in. */
  repository?: string;
  annotations: Record<string, string>;
}

/** By what an entity claims an object. */
export type ClaimKind = 'id' | 'selector';

const CLAIM_ANNOTATIONS: Record<ClaimKind, string> = {
  id: KUBERNETES_ID_ANNOTATION,
  selector: KUBERNETES_LABEL_SELECTOR_ANNOTATION,
};

/** What decides about the claims of an entity. */
export function toClaimingEntity(
  entity: Entity,
  origins: EntityOrigins,
): ClaimingEntity {
  const { metadata } = entity;
  const ownerRefs = relationTargets(entity, RELATION_OWNED_BY).sort();
  return {
    entityRef: stringifyEntityRef(entity),
    name: metadata.name,
    title: metadata.title,
    ownerRef: ownerRefs.at(0),
    ownerRefs,
    repository: origins.find(entity)?.repository,
    annotations: metadata.annotations ?? {},
  };
}

/**
 * Stands for a claim of an entity: another owner or another id makes it another
 * claim. Undefined when it makes none of the kind.
 */
export function digestClaim(
  { entityRef, ownerRefs, annotations }: ClaimingEntity,
  kind: ClaimKind,
): string | undefined {
  const value = annotations[CLAIM_ANNOTATIONS[kind]];
  return value ? hashJson([kind, value, entityRef, ownerRefs]) : undefined;
}
