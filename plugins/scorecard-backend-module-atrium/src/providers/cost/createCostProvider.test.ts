import type { CostTotals } from '@atrium/plugin-cost-node';
import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createCostProvider } from './createCostProvider';

function createProvider(costTotals: CostTotals) {
  const getSummaries = jest.fn().mockResolvedValue({
    currency: 'EUR',
    metric: 'effective',
    period: { from: '2026-11-01', to: '2026-11-28' },
    freshness: { rates: [], silentSources: [], unconverted: [] },
    items: [
      {
        entityRef: 'component:default/shop',
        monthToDate: '112.5',
        sameDaysLastMonth: '90',
        budget: '150',
        budgetState: 'at-risk',
        taggedRatio: 0.5833,
      },
      { entityRef: 'component:default/bare', monthToDate: '3' },
      {
        entityRef: 'component:default/credited',
        monthToDate: '-331.18',
        sameDaysLastMonth: '2',
      },
    ],
  });
  const provider = createCostProvider({
    auth: mockServices.auth(),
    cost: { getSummaries },
    costTotals,
  });
  return { getSummaries, provider };
}

describe('createCostProvider', () => {
  it('tells what things cost, and nothing of those without charges', async () => {
    const { getSummaries, provider } = createProvider('everyone');
    const facts = await collectFacts(provider, [
      sampleComponent('shop'),
      sampleComponent('bare'),
      sampleComponent('credited'),
      sampleComponent('free'),
    ]);
    expect(facts.get('component:default/shop')).toMatchObject({
      values: {
        monthToDate: 112.5,
        changePercent: 25,
        hasBudget: true,
        isWithinBudget: true,
        isExpectedWithinBudget: false,
        taggedPercent: 58.33,
      },
      urls: { monthToDate: '/catalog/default/component/shop/cost' },
    });
    expect(facts.get('component:default/bare')?.values).toEqual({
      monthToDate: 3,
      hasBudget: false,
    });
    // That a cost became a credit is no change by some per cent.
    expect(facts.get('component:default/credited')?.values).toEqual({
      monthToDate: -331.18,
      hasBudget: false,
    });
    expect(facts.has('component:default/free')).toBe(false);
    expect(getSummaries.mock.calls).toEqual([
      [expect.any(Array), expect.objectContaining({ withTagged: true })],
    ]);
  });

  it('tells no amounts where only owners may read them', async () => {
    const { provider } = createProvider('owners');
    const facts = await collectFacts(provider, [
      sampleComponent('shop'),
      sampleComponent('bare'),
    ]);
    const told = [
      'hasBudget',
      'isWithinBudget',
      'isExpectedWithinBudget',
      'taggedPercent',
    ];
    expect(Object.keys(provider.description.facts)).toEqual(told);
    expect(facts.get('component:default/shop')).toEqual({
      values: {
        hasBudget: true,
        isWithinBudget: true,
        isExpectedWithinBudget: false,
        taggedPercent: 58.33,
      },
      urls: Object.fromEntries(
        told.map(name => [name, '/catalog/default/component/shop/cost']),
      ),
    });
    expect(facts.get('component:default/bare')?.values).toEqual({
      hasBudget: false,
    });
  });
});
