import { ENTITIES_CHANGED_TOPIC } from '@atrium/backend-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { ChangedEntities } from './ChangedEntities';

/** What the catalog keeps for a processor and an entity, from run to run. */
function createCache(): CatalogProcessorCache {
  const values = new Map<string, string>();
  return {
    // As the catalog does, which keeps JSON.
    get: async key => JSON.parse(values.get(key) ?? 'null') ?? undefined,
    set: async (key, value) => {
      values.set(key, JSON.stringify(value));
    },
  };
}

const component = (name: string, description?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', description },
});

describe('ChangedEntities', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function start() {
    const events = mockServices.events.mock();
    const lifecycle = mockServices.lifecycle.mock();
    const logger = mockServices.logger.mock();
    const processor = new ChangedEntities({ events, lifecycle, logger });
    return {
      events,
      logger,
      process: (
        entity: ReturnType<typeof component>,
        cache: CatalogProcessorCache,
      ) =>
        processor.postProcessEntity(
          entity,
          { type: 'url', target: 'https://git.acme.example' },
          jest.fn(),
          cache,
        ),
      stop: () => lifecycle.addShutdownHook.mock.calls[0][0](),
    };
  }

  it('tells of new and changed entities together, and not of the same again', async () => {
    const { events, process } = start();
    const shop = createCache();
    await process(component('shop'), shop);
    await process(component('cart'), createCache());
    await jest.advanceTimersByTimeAsync(500);
    expect(events.publish).toHaveBeenCalledWith({
      topic: ENTITIES_CHANGED_TOPIC,
      eventPayload: {
        entityRefs: ['component:default/shop', 'component:default/cart'],
      },
    });
    await process(component('shop'), shop);
    await jest.advanceTimersByTimeAsync(500);
    expect(events.publish).toHaveBeenCalledTimes(1);
    await process(component('shop', 'Sells'), shop);
    await jest.advanceTimersByTimeAsync(500);
    expect(events.publish).toHaveBeenLastCalledWith({
      topic: ENTITIES_CHANGED_TOPIC,
      eventPayload: { entityRefs: ['component:default/shop'] },
    });
  });

  it('tells of the rest before it stops, and survives that nobody takes it', async () => {
    const { events, logger, process, stop } = start();
    await process(component('shop'), createCache());
    events.publish.mockRejectedValueOnce(new Error('away'));
    await stop();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await process(component('cart'), createCache());
    await stop();
    expect(events.publish).toHaveBeenCalledTimes(2);
  });
});
