import {
  type ChargeKey,
  KUBERNETES_LABEL_TAG,
  ReadableChargeKey,
} from './chargeKey';
import type {
  ChargeMatch,
  ChargeTarget,
  CostAllocationDefinition,
  Patterns,
} from './costAllocationDefinition';
import { compilePatterns, foldCase } from './patterns';
import { compileTarget } from './targetTemplate';

/** Where a charge goes. */
export type ChargeDestination =
  | { kind: 'entity' | 'pool'; ref: string; rule: string }
  | { kind: 'unallocated' };

/** What rules ask beyond the charge. */
export interface AllocationWorld {
  hasEntity(entityRef: string): boolean;
  /** The entity of the resource that the portal made, where it made this one. */
  findProvisioned(key: ChargeKey): string | undefined;
}

interface CompiledRule {
  name: string;
  matches(key: ReadableChargeKey, world: AllocationWorld): boolean;
  findTarget(
    key: ReadableChargeKey,
    world: AllocationWorld,
  ): { kind: 'entity' | 'pool'; ref: string } | undefined;
}

type Condition = CompiledRule['matches'];

/** What one field of a match is compared with. */
const KEY_FIELDS = [
  ['source', 'source'],
  ['provider', 'provider'],
  ['billingAccount', 'billingAccountId'],
  ['service', 'serviceName'],
  ['serviceCategory', 'serviceCategory'],
  ['region', 'region'],
  ['resourceId', 'resourceId'],
  ['resourceName', 'resourceName'],
  ['resourceType', 'resourceType'],
] as const;

/** Rules that are ready to be asked about many charges. */
export class CompiledAllocation {
  readonly #rules: CompiledRule[];

  constructor({ spec }: Pick<CostAllocationDefinition, 'spec'>) {
    this.#rules = spec.rules.map(({ match, name, to }) => {
      const conditions = compileMatch(match);
      return {
        name,
        matches: (key, world) =>
          conditions.every(condition => condition(key, world)),
        findTarget: compileDestination(to),
      };
    });
  }

  /** Where a charge goes: by the first rule that matches it and finds its target. */
  decide(key: ChargeKey, world: AllocationWorld): ChargeDestination {
    const readable = new ReadableChargeKey(key);
    for (const { findTarget, matches, name } of this.#rules) {
      const target = matches(readable, world)
        ? findTarget(readable, world)
        : undefined;
      if (target) {
        return { ...target, rule: name };
      }
    }
    return { kind: 'unallocated' };
  }
}

function compileMatch(match: ChargeMatch): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, field] of KEY_FIELDS) {
    const patterns = match[name];
    if (patterns !== undefined) {
      const isLike = compilePatterns(patterns);
      conditions.push(({ key }) => isLike(key[field]));
    }
  }
  if (match.subAccount !== undefined) {
    const isLike = compilePatterns(match.subAccount);
    conditions.push(
      ({ key }) => isLike(key.subAccountId) || isLike(key.subAccountName),
    );
  }
  const { cluster, labels = {}, namespace } = match.kubernetes ?? {};
  const tags: Record<string, Patterns | undefined> = {
    ...match.tags,
    'kubernetes.cluster': cluster,
    'kubernetes.namespace': namespace,
  };
  for (const [name, patterns] of Object.entries(labels)) {
    tags[`${KUBERNETES_LABEL_TAG}${name}`] = patterns;
  }
  for (const [name, patterns] of Object.entries(tags)) {
    if (patterns !== undefined) {
      const isLike = compilePatterns(patterns);
      const foldedName = foldCase(name);
      conditions.push(key => isLike(key.tag(foldedName)));
    }
  }
  if (match.provisioned) {
    conditions.push(
      ({ key }, world) => world.findProvisioned(key) !== undefined,
    );
  }
  return conditions;
}

function compileDestination(to: ChargeTarget): CompiledRule['findTarget'] {
  const { entity, pool } = to;
  if (pool !== undefined) {
    return () => ({ kind: 'pool', ref: pool });
  }
  const template = entity === undefined ? undefined : compileTarget(entity);
  return (key, world) => {
    const ref = template
      ? template.resolve(key)
      : world.findProvisioned(key.key);
    return ref !== undefined && world.hasEntity(ref)
      ? { kind: 'entity', ref }
      : undefined;
  };
}
