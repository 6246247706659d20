import type { MessageDescriptor } from '@atrium/common';
import { isSameValue } from '@atrium/common/yaml';
import type {
  AllocationRule,
  CostAllocationDefinition,
} from '@atrium/plugin-cost-common';
import { words } from '../../costWords';

const MAX_CHANGES = 100;

/** What is different about the rules. */
export function describeAllocationChanges(
  before: CostAllocationDefinition | undefined,
  { spec }: CostAllocationDefinition,
): MessageDescriptor[] {
  if (!before) {
    return [words.describe('cost.rules.first')];
  }
  const changes = [
    ...describeStart(before.spec.appliesFrom, spec.appliesFrom),
    ...describeItems('rule', before.spec.rules, spec.rules),
    ...describeOrder(before.spec.rules, spec.rules),
    ...describeItems('pool', before.spec.pools, spec.pools),
  ];
  return changes.length > 0
    ? changes.slice(0, MAX_CHANGES)
    : [words.describe('cost.rules.description')];
}

function describeStart(
  before: string | undefined,
  after: string | undefined,
): MessageDescriptor[] {
  const beginning = words.describe('cost.rules.beginning');
  return before === after
    ? []
    : [
        words.describe('cost.rules.appliesFrom', {
          before: before ?? beginning,
          after: after ?? beginning,
        }),
      ];
}

function describeItems<Item extends { name: string }>(
  kind: 'rule' | 'pool',
  before: readonly Item[],
  after: readonly Item[],
): MessageDescriptor[] {
  const known = new Map(before.map(item => [item.name, item]));
  const names = new Set(after.map(({ name }) => name));
  return [
    ...before
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => words.describe(`cost.rules.${kind}Removed`, { name })),
    ...after.flatMap(item => {
      const { name } = item;
      const earlier = known.get(name);
      if (!earlier) {
        return [words.describe(`cost.rules.${kind}Added`, { name })];
      }
      return isSameValue(earlier, item)
        ? []
        : [words.describe(`cost.rules.${kind}Changed`, { name })];
    }),
  ];
}

function describeOrder(
  before: readonly AllocationRule[],
  after: readonly AllocationRule[],
): MessageDescriptor[] {
  const kept = (rules: readonly AllocationRule[], others: typeof rules) => {
    const names = new Set(others.map(({ name }) => name));
    return rules.map(({ name }) => name).filter(name => names.has(name));
  };
  return isSameValue(kept(before, after), kept(after, before))
    ? []
    : [words.describe('cost.rules.order')];
}
