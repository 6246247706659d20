import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createSloProvider } from './createSloProvider';

describe('createSloProvider', () => {
  it('tells how SLOs stand, and of none that there is none', async () => {
    const getStatuses = jest.fn().mockResolvedValue([
      {
        entityRef: 'component:default/shop',
        slos: 3,
        state: 'breached',
        states: { breached: 1, 'at-risk': 1, ok: 1 },
        budgetRemaining: -0.1234,
        lowestCoverage: 0.98765,
        slosWithAlerts: 2,
        firingAlerts: 1,
        fileProblems: 0,
      },
      {
        entityRef: 'component:default/bare',
        slos: 0,
        state: 'no-data',
        states: {},
        slosWithAlerts: 0,
        firingAlerts: 0,
        fileProblems: 1,
      },
    ]);
    const provider = createSloProvider({
      auth: mockServices.auth(),
      slo: { getStatuses },
    });
    const facts = await collectFacts(provider, [
      sampleComponent('shop'),
      sampleComponent('bare'),
    ]);
    expect(facts.get('component:default/shop')).toMatchObject({
      values: {
        count: 3,
        breached: 1,
        atRisk: 1,
        withoutData: 0,
        lowestBudgetPercent: -12.34,
        hasAlerting: false,
        firingAlerts: 1,
        coveragePercent: 98.77,
        fileProblems: 0,
      },
      urls: { breached: '/catalog/default/component/shop/slos' },
    });
    // A file with a problem is not nothing.
    expect([...facts.values()].filter(({ isEmpty }) => isEmpty)).toEqual([]);
    expect(facts.get('component:default/bare')?.values).toEqual({
      count: 0,
      breached: 0,
      atRisk: 0,
      withoutData: 0,
      firingAlerts: 0,
      fileProblems: 1,
    });
    expect(getStatuses).toHaveBeenCalledTimes(1);
  });
});
