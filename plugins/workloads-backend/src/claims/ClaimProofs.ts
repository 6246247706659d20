import { matchesPattern } from '@atrium/backend-common';
import {
  type ClusterObject,
  KUBERNETES_ID_ANNOTATION,
} from '@atrium/plugin-workloads-common';
import {
  type ClaimRule,
  ID_PLACEHOLDER,
  NAMESPACE_PLACEHOLDER,
} from '../config/readClaimRules';
import type { ClaimingEntity } from './ClaimingEntity';

interface ClaimProofsOptions {
  rules: ClaimRule[];
  /** The groups right above each group. */
  parents: Map<string, string[]>;
}

/** As Kubernetes takes them; nothing else may become part of a pattern. */
const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

/** Tells by the rules of the configuration which claims are proven. */
export class ClaimProofs {
  readonly #options: ClaimProofsOptions;

  constructor(options: ClaimProofsOptions) {
    this.#options = options;
  }

  isProven(entity: ClaimingEntity, object: ClusterObject): boolean {
    return this.#options.rules.some(
      rule =>
        covers(rule, object) &&
        this.#isOwned(rule, entity) &&
        comesFrom(rule, entity, object),
    );
  }

  /** All owners, as each of them would gain the rights. */
  #isOwned({ owners }: ClaimRule, { ownerRefs }: ClaimingEntity): boolean {
    return (
      owners.length === 0 ||
      (ownerRefs.length > 0 &&
        ownerRefs.every(ref =>
          [...this.#withParents(ref)].some(one => owners.includes(one)),
        ))
    );
  }

  /** A group and all groups above it. */
  #withParents(ref: string): Set<string> {
    const refs = new Set([ref]);
    for (const one of refs) {
      for (const parent of this.#options.parents.get(one) ?? []) {
        refs.add(parent);
      }
    }
    return refs;
  }
}

function covers(rule: ClaimRule, object: ClusterObject): boolean {
  return (
    rule.namespaces.some(one => matchesPattern(one, object.namespace)) &&
    rule.clusters.some(one => matchesPattern(one, object.cluster)) &&
    Object.entries(rule.labels).every(
      ([name, value]) => object.labels[name] === value,
    )
  );
}

function comesFrom(
  { repositories }: ClaimRule,
  { repository }: ClaimingEntity,
  object: ClusterObject,
): boolean {
  return (
    repositories.length === 0 ||
    (repository !== undefined &&
      repositories.some(pattern => {
        const filled = fill(pattern, object);
        return filled !== undefined && matchesPattern(filled, repository);
      }))
  );
}

/** Undefined where an object lacks what the pattern asks for. */
function fill(pattern: string, object: ClusterObject): string | undefined {
  const id = object.labels[KUBERNETES_ID_ANNOTATION] ?? '';
  if (
    (pattern.includes(ID_PLACEHOLDER) && !LABEL_VALUE.test(id)) ||
    (pattern.includes(NAMESPACE_PLACEHOLDER) &&
      !LABEL_VALUE.test(object.namespace))
  ) {
    return undefined;
  }
  return pattern
    .replaceAll(ID_PLACEHOLDER, id.toLocaleLowerCase('en-US'))
    .replaceAll(NAMESPACE_PLACEHOLDER, object.namespace);
}
