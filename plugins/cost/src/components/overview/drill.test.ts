import type { CostDimension } from '@atrium/plugin-cost-common';
import { drillInto } from './drill';

const item = { key: 'Storage', label: 'Storage', amount: '1' };

const drilled = (
  address: string,
  part: typeof item & { entityRef?: string },
  by: CostDimension,
) => drillInto(new URLSearchParams(address), part, by)?.toString();

it('narrows to a value, and takes that apart', () => {
  expect(
    drilled(
      'period=90d&by=serviceCategory&sort=-change',
      item,
      'serviceCategory',
    ),
  ).toBe('period=90d&by=service&serviceCategory=Storage');
});

it('goes from a team to its systems, and keeps the filters', () => {
  expect(
    drilled(
      'region=eu',
      { ...item, entityRef: 'group:default/search' },
      'team',
    ),
  ).toBe('region=eu&scope=group%3Adefault%2Fsearch&by=system');
});

it('takes a service of one entity apart by regions', () => {
  expect(drilled('scope=component:default/cart', item, 'service')).toBe(
    'scope=component%3Adefault%2Fcart&service=Storage&by=region',
  );
});

it('leads nowhere where there is nothing to take apart', () => {
  expect(drilled('', { ...item, key: 'unallocated' }, 'team')).toBeUndefined();
  expect(drilled('', { ...item, key: 'none' }, 'team')).toBeUndefined();
  expect(drilled('', item, 'pricingCategory')).toBeUndefined();
});
