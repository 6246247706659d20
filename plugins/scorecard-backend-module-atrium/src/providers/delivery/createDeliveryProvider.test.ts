import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createDeliveryProvider } from './createDeliveryProvider';

const measured = (value: number) => ({
  status: 'measured',
  value,
  sampleSize: 9,
  excluded: [],
  trend: [],
});
const none = { status: 'not-measured', sampleSize: 0, excluded: [], trend: [] };

describe('createDeliveryProvider', () => {
  beforeAll(() => freezeTime('2026-11-28T12:00:00Z'));
  afterAll(() => {
    jest.useRealTimers();
  });

  it('tells runs, deployments and metrics, and nothing of what is unknown', async () => {
    const delivery = {
      getSummaries: jest.fn().mockResolvedValue({
        items: [
          {
            entityRef: 'component:default/shop',
            status: 'incident',
            openIncidents: 1,
            finishedRuns: 40,
            failedRuns: 3,
            lastSuccess: {
              at: '2026-11-26T11:00:00.000Z',
              url: 'https://ci.acme.example/runs/7',
            },
            lastProductionDeployment: {
              version: '2.14.0',
              at: '2026-11-18T12:00:00.000Z',
            },
          },
          {
            entityRef: 'component:default/idle',
            status: 'passed',
            openIncidents: 0,
            finishedRuns: 0,
            failedRuns: 0,
            lastSuccess: { at: '2026-09-01T00:00:00.000Z' },
          },
          {
            entityRef: 'component:default/twins',
            status: 'passed',
            openIncidents: 0,
            finishedRuns: 0,
            failedRuns: 0,
            lastProductionDeployment: {
              service: 'worker',
              version: '7.1.0',
              at: '2026-11-18T12:00:00.000Z',
            },
            productionDeployments: [
              { service: 'api', version: '2.0.0' },
              { service: 'worker', version: '7.1.0' },
            ],
          },
          {
            entityRef: 'component:default/unheard',
            status: 'unknown',
            openIncidents: 0,
            finishedRuns: 0,
            failedRuns: 0,
          },
        ],
      }),
      compareDora: jest.fn().mockResolvedValue({
        items: [
          {
            entityRef: 'component:default/shop',
            metrics: {
              deploymentFrequency: measured(0.6667),
              leadTime: measured(5_400),
              changeFailureRate: measured(0.125),
              timeToRestore: none,
            },
          },
        ],
      }),
    };
    const provider = createDeliveryProvider({
      auth: mockServices.auth(),
      delivery,
    });
    const facts = await collectFacts(
      provider,
      ['shop', 'idle', 'twins', 'unheard'].map(name => sampleComponent(name)),
    );
    expect(facts.get('component:default/shop')).toMatchObject({
      values: {
        lastSuccessAt: '2026-11-26T11:00:00.000Z',
        daysSinceSuccess: 2,
        runs: 40,
        failedRunsPercent: 7.5,
        deploymentsPerDay: 0.67,
        leadTimeHours: 1.5,
        changeFailurePercent: 12.5,
        lastProductionDeploymentAt: '2026-11-18T12:00:00.000Z',
        daysSinceProductionDeployment: 10,
        productionVersion: '2.14.0',
        openIncidents: 1,
      },
      urls: {
        lastSuccessAt: 'https://ci.acme.example/runs/7',
        leadTimeHours: '/catalog/default/component/shop/delivery-metrics',
      },
    });
    expect(facts.get('component:default/shop')?.values).not.toHaveProperty(
      'restoreHours',
    );
    expect(facts.get('component:default/idle')?.values).toEqual({
      lastSuccessAt: '2026-09-01T00:00:00.000Z',
      daysSinceSuccess: 88,
      runs: 0,
      openIncidents: 0,
    });
    expect(facts.get('component:default/twins')?.values).toMatchObject({
      daysSinceProductionDeployment: 10,
      productionVersion: 'api 2.0.0, worker 7.1.0',
    });
    expect(facts.has('component:default/unheard')).toBe(false);
    expect(delivery.getSummaries).toHaveBeenCalledWith(
      expect.arrayContaining(['component:default/shop']),
      { from: '2026-10-29T12:00:00.000Z', to: '2026-11-28T12:00:00.000Z' },
      expect.anything(),
    );
    expect(delivery.compareDora).toHaveBeenCalledWith(
      ['shop', 'idle', 'twins'].map(name => `component:default/${name}`),
      expect.anything(),
      expect.anything(),
    );
  });
});
