import { freezeTime } from '@atrium/backend-common/testUtils';
import type { ApiSummary } from '@atrium/plugin-api-history-common';
import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createApiProvider } from './createApiProvider';

function summary(
  name: string,
  broken: [previousVersion?: string, version?: string][] = [],
  change: Partial<ApiSummary['latest']> = {},
): ApiSummary {
  return {
    entityRef: `api:default/${name}`,
    latest: {
      id: 'v',
      entityRef: `api:default/${name}`,
      number: 3,
      version: '2.0.0',
      type: 'openapi',
      createdAt: '2026-11-12T12:00:00.000Z',
      sizeBytes: 10,
      hasDefinition: true,
      isValid: true,
      ...change,
    },
    broken: broken.map(([previousVersion, version], index) => ({
      number: index,
      createdAt: '2026-11-01T00:00:00.000Z',
      version,
      previousVersion,
    })),
  };
}

const api = (name: string) => ({ ...sampleComponent(name), kind: 'API' });

describe('createApiProvider', () => {
  beforeAll(() => freezeTime('2026-11-28T12:00:00Z'));
  afterAll(() => {
    jest.useRealTimers();
  });

  const collect = async (summaries: ApiSummary[]) => {
    const getSummaries = jest.fn(async () => summaries);
    const provider = createApiProvider({
      auth: mockServices.auth(),
      apiHistory: { getSummaries },
    });
    const shop = sampleComponent('shop', {
      relations: [
        ['providesApi', 'api:default/shop'],
        ['providesApi', 'api:default/cart'],
        ['consumesApi', 'api:default/other'],
      ],
    });
    const facts = await collectFacts(provider, [
      api('shop'),
      shop,
      sampleComponent('bare'),
    ]);
    expect(getSummaries).toHaveBeenCalledTimes(1);
    return facts;
  };

  it('tells of an API, and of all that a component provides', async () => {
    const facts = await collect([
      summary('shop', [['1.4.0', '2.0.0']]),
      summary('cart', [['1.0.0', '1.1.0']], {
        isValid: false,
        createdAt: '2026-11-20T12:00:00.000Z',
      }),
    ]);
    expect(facts.get('api:default/shop')?.values).toEqual({
      version: '2.0.0',
      isValid: true,
      lastChangedAt: '2026-11-12T12:00:00.000Z',
      daysSinceChange: 16,
      breakingChanges: 1,
      breakingWithoutMajor: 0,
    });
    expect(facts.get('component:default/shop')).toMatchObject({
      values: {
        isValid: false,
        lastChangedAt: '2026-11-20T12:00:00.000Z',
        daysSinceChange: 8,
        breakingChanges: 2,
        breakingWithoutMajor: 1,
      },
      urls: { isValid: '/catalog/default/api/cart/history' },
    });
    expect(facts.has('component:default/bare')).toBe(false);
  });

  it.each([
    ['1.0.0', '1.0.0', 1],
    ['1.2.0', '1.3.0', 1],
    ['1.9.0', '2.0.0', 0],
    ['v1', 'v2', 0],
    ['2', '2', 1],
    ['2.0.0', '1.0.0', 1],
    ['0.4.1', '0.5.0', 0],
    ['0.4.1', '0.4.2', 1],
    ['0.9.0', '1.0.0', 0],
    [undefined, '1.0.0', 0],
    ['2026-01', 'next', 0],
  ])('counts %s to %s as %d', async (previous, version, expected) => {
    const facts = await collect([summary('shop', [[previous, version]])]);
    expect(facts.get('api:default/shop')?.values).toMatchObject({
      breakingChanges: 1,
      breakingWithoutMajor: expected,
    });
  });
});
