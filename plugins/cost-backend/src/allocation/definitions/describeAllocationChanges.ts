import { isSameValue } from '@atrium/common/yaml';
import type {
  AllocationRule,
  CostAllocationDefinition,
} from '@atrium/plugin-cost-common';

const MAX_CHANGES = 100;

/** What is different about the rules, in words. */
export function describeAllocationChanges(
  before: CostAllocationDefinition | undefined,
  { spec }: CostAllocationDefinition,
): string[] {
  if (!before) {
    return ['Published for the first time'];
  }
  const changes = [
    ...describeField('Applies from', before.spec.appliesFrom, spec.appliesFrom),
    ...describeItems('Rule', before.spec.rules, spec.rules),
    ...describeOrder(before.spec.rules, spec.rules),
    ...describeItems('Pool', before.spec.pools, spec.pools),
  ];
  return (changes.length > 0 ? changes : ['Description changed']).slice(
    0,
    MAX_CHANGES,
  );
}

function describeField(
  title: string,
  before: string | undefined,
  after: string | undefined,
): string[] {
  return before === after
    ? []
    : [`${title} ${before ?? 'the beginning'} to ${after ?? 'the beginning'}`];
}

function describeItems<Item extends { name: string }>(
  noun: string,
  before: readonly Item[],
  after: readonly Item[],
): string[] {
  const known = new Map(before.map(item => [item.name, item]));
  const names = new Set(after.map(({ name }) => name));
  return [
    ...before
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => `${noun} "${name}" removed`),
    ...after.flatMap(item => {
      const earlier = known.get(item.name);
      if (!earlier) {
        return [`${noun} "${item.name}" added`];
      }
      return isSameValue(earlier, item)
        ? []
        : [`${noun} "${item.name}" changed`];
    }),
  ];
}

function describeOrder(
  before: readonly AllocationRule[],
  after: readonly AllocationRule[],
): string[] {
  const kept = (rules: readonly AllocationRule[], others: typeof rules) => {
    const names = new Set(others.map(({ name }) => name));
    return rules.map(({ name }) => name).filter(name => names.has(name));
  };
  return isSameValue(kept(before, after), kept(after, before))
    ? []
    : ['Order of rules changed'];
}
