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
import { isMet, type RuleCondition, RuleIndex } from './RuleIndex';
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
  conditions: RuleCondition[];
  isProvisioned: boolean;
  findTarget(
    key: ReadableChargeKey,
    world: AllocationWorld,
  ): { kind: 'entity' | 'pool'; ref: string } | undefined;
}

/** What one field of a match is compared with. */
const KEY_FIELDS = [
  ['source', ['source']],
  ['provider', ['provider']],
  ['billingAccount', ['billingAccountId']],
  ['subAccount', ['subAccountId', 'subAccountName']],
  ['service', ['serviceName']],
  ['serviceCategory', ['serviceCategory']],
  ['region', ['region']],
  ['resourceId', ['resourceId']],
  ['resourceName', ['resourceName']],
  ['resourceType', ['resourceType']],
] as const;

/** Rules that are ready to be asked about many charges. */
export class CompiledAllocation {
  readonly #rules: CompiledRule[];
  readonly #index: RuleIndex;

  constructor({ spec }: Pick<CostAllocationDefinition, 'spec'>) {
    this.#rules = spec.rules.map(({ match, name, to }) => ({
      name,
      conditions: compileMatch(match),
      isProvisioned: match.provisioned === true,
      findTarget: compileDestination(to),
    }));
    this.#index = new RuleIndex(
      this.#rules.map(({ conditions }) => conditions),
    );
  }

  /** Where a charge goes: by the first rule that matches it and finds its target. */
  decide(key: ChargeKey, world: AllocationWorld): ChargeDestination {
    const readable = new ReadableChargeKey(key);
    for (const index of this.#index.find(readable)) {
      const rule = this.#rules[index];
      const target = matches(rule, readable, world)
        ? rule.findTarget(readable, world)
        : undefined;
      if (target) {
        return { ...target, rule: rule.name };
      }
    }
    return { kind: 'unallocated' };
  }
}

function matches(
  { conditions, isProvisioned }: CompiledRule,
  key: ReadableChargeKey,
  world: AllocationWorld,
): boolean {
  return (
    conditions.every(condition => isMet(condition, key)) &&
    (!isProvisioned || world.findProvisioned(key.key) !== undefined)
  );
}

function compileMatch(match: ChargeMatch): RuleCondition[] {
  const conditions: RuleCondition[] = [];
  for (const [name, fields] of KEY_FIELDS) {
    const patterns = match[name];
    if (patterns !== undefined) {
      conditions.push({ fields, patterns: compilePatterns(patterns) });
    }
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
      conditions.push({
        tag: foldCase(name),
        patterns: compilePatterns(patterns),
      });
    }
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
