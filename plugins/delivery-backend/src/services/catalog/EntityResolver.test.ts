import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityResolver } from './EntityResolver';

const HOUR_MS = 3_600_000;

const component = (name: string, lifecycle: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { lifecycle },
});

describe('EntityResolver', () => {
  let entities: Entity[];
  let changes: string;
  const reads = jest.fn<void, []>();

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2027-03-16T10:00:00.000Z') });
    entities = [component('shop', 'production')];
    changes = '0';
    reads.mockReset();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const current = () => catalogServiceMock({ entities });

  function createResolver() {
    return new EntityResolver({
      auth: mockServices.auth(),
      catalog: {
        queryEntities: (query, options) =>
          current().queryEntities(query, options),
        streamEntities(query, options) {
          reads();
          return current().streamEntities(query, options);
        },
      },
      changes: { count: async () => changes },
      claims: { read: () => ({ proven: [], unproven: [] }) },
      logger: mockServices.logger.mock(),
    });
  }

  it('reads the catalog again only when it changed', async () => {
    const resolver = createResolver();
    await resolver.refresh();
    const first = await resolver.getIndex();
    await resolver.refresh();
    expect(await resolver.getIndex()).toBe(first);
    expect(reads).toHaveBeenCalledTimes(1);

    entities = [component('shop', 'deprecated')];
    changes = '1';
    await resolver.refresh();
    const { lifecycles } = await resolver.getIndex();
    expect([...lifecycles]).toEqual([['component:default/shop', 'deprecated']]);
  });

  it('reads it again when there is another number of components', async () => {
    const resolver = createResolver();
    await resolver.refresh();
    entities = [];
    await resolver.refresh();
    expect((await resolver.getIndex()).lifecycles.size).toBe(0);
  });

  it('reads it again after an hour', async () => {
    const resolver = createResolver();
    await resolver.refresh();
    jest.setSystemTime(Date.now() + HOUR_MS - 1);
    await resolver.refresh();
    expect(reads).toHaveBeenCalledTimes(1);
    jest.setSystemTime(Date.now() + 1);
    await resolver.refresh();
    expect(reads).toHaveBeenCalledTimes(2);
  });
});
