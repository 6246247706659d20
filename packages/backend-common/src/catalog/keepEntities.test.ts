import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityPasses } from './EntityPasses';
import { keepEntities } from './keepEntities';
import { ENTITIES_CHANGED_TOPIC } from './onEntitiesChanged';

const HOUR_MS = 3_600_000;
const START = '2027-03-16T10:00:00.000Z';

const entity = (kind: string, name: string, targetRefs: string[] = []) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title: name.toUpperCase() },
  relations: targetRefs.map(targetRef => ({ type: 'consumesApi', targetRef })),
});

describe('keepEntities', () => {
  let catalog: Map<string, Entity>;
  let kept: Map<string, Entity>;
  let onRead: () => Promise<void>;
  const reads = jest.fn<void, [string[] | 'all']>();

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(START) });
    catalog = new Map();
    kept = new Map();
    onRead = async () => {};
    reads.mockReset();
    put(entity('Component', 'shop'), entity('API', 'orders'));
    put(entity('User', 'ada'));
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function put(...entities: Entity[]) {
    entities.forEach(one => catalog.set(stringifyEntityRef(one), one));
  }

  const current = () => catalogServiceMock({ entities: [...catalog.values()] });

  async function start({ afterPass = async () => {} } = {}) {
    const events = mockServices.events.mock();
    const scheduler = mockServices.scheduler.mock();
    await keepEntities({
      id: 'copy',
      entityPasses: new EntityPasses({ gatherMs: 0 }),
      auth: mockServices.auth(),
      catalog: {
        async *streamEntities(query, options) {
          reads('all');
          const pages = current().streamEntities(query, options);
          await onRead();
          yield* pages;
        },
        async getEntitiesByRefs(query, options) {
          reads(query.entityRefs);
          return current().getEntitiesByRefs(query, options);
        },
        queryEntities: (query, options) =>
          current().queryEntities(query, options),
      },
      events,
      lifecycle: mockServices.lifecycle.mock(),
      logger: mockServices.logger.mock(),
      scheduler,
      kinds: ['component', 'api'],
      fields: ['metadata.title', 'relations'],
      count: async () => kept.size,
      async save(entities) {
        entities.forEach(one => kept.set(stringifyEntityRef(one), one));
      },
      async removeOthers(refs) {
        for (const ref of kept.keys()) {
          if (!refs.includes(ref)) {
            kept.delete(ref);
          }
        }
        await afterPass();
      },
    });
    const [task] = scheduler.scheduleTask.mock.calls[0];
    const [subscriber] = events.subscribe.mock.calls[0];
    return {
      async run() {
        await Promise.all([
          task.fn(new AbortController().signal),
          jest.advanceTimersByTimeAsync(0),
        ]);
      },
      async tell(...entityRefs: string[]) {
        await subscriber.onEvent({
          topic: ENTITIES_CHANGED_TOPIC,
          eventPayload: { entityRefs },
        });
        await jest.advanceTimersByTimeAsync(2_000);
      },
    };
  }

  it('reads everything at first, and again once an hour', async () => {
    const { run } = await start();
    await run();
    expect([...kept.keys()]).toEqual([
      'component:default/shop',
      'api:default/orders',
    ]);
    put(entity('API', 'refunds'));
    catalog.delete('component:default/shop');
    await jest.advanceTimersByTimeAsync(HOUR_MS - 1);
    await run();
    expect(reads).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    await run();
    expect([...kept.keys()]).toEqual([
      'api:default/orders',
      'api:default/refunds',
    ]);
  });

  it('reads everything where another number of entities is there', async () => {
    const { run } = await start();
    await run();
    catalog.delete('api:default/orders');
    catalog.delete('user:default/ada');
    await run();
    expect([...kept.keys()]).toEqual(['component:default/shop']);
    await run();
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it.each([
    [
      'fails',
      async () => {
        throw new Error('There is no catalog');
      },
    ],
    [
      'does not help',
      async () => {
        kept.set('api:default/unknown', entity('API', 'unknown'));
      },
    ],
  ])('reads everything ever less often while that %s', async (_, spoil) => {
    const { run } = await start({ afterPass: spoil });
    const readAt: number[] = [];
    for (let minute = 0; minute <= 45; minute++) {
      const before = reads.mock.calls.length;
      await run().catch(() => {});
      if (reads.mock.calls.length > before) {
        readAt.push(minute);
      }
      await jest.advanceTimersByTimeAsync(60_000);
    }
    expect(readAt).toEqual([0, 1, 2, 5, 12, 27, 42]);
  });

  it('reads what changed, and what that has to do with', async () => {
    const { run, tell } = await start();
    await run();
    reads.mockReset();
    put(
      entity('Component', 'shop', [
        'api:default/orders',
        'group:default/payments',
      ]),
    );
    await tell('component:default/shop', 'user:default/ada');
    expect(reads.mock.calls).toEqual([
      [['component:default/shop']],
      [['api:default/orders']],
    ]);
    expect(kept.get('component:default/shop')?.relations).toHaveLength(2);
  });

  it('keeps what came while everything was read', async () => {
    const { run, tell } = await start();
    onRead = async () => {
      put(entity('Component', 'cart'));
      await tell('component:default/cart');
    };
    await run();
    expect([...kept.keys()].sort()).toEqual([
      'api:default/orders',
      'component:default/cart',
      'component:default/shop',
    ]);
  });
});
