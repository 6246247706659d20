import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import {
  ENTITIES_CHANGED_TOPIC,
  onEntitiesChanged,
  type OnEntitiesChangedOptions,
} from './onEntitiesChanged';

describe('onEntitiesChanged', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function listen(options: Partial<OnEntitiesChangedOptions> = {}) {
    const handled: string[][] = [];
    const hooks: (() => void | Promise<void>)[] = [];
    const events = mockServices.events.mock();
    await onEntitiesChanged({
      id: 'reader',
      events,
      lifecycle: { addShutdownHook: hook => hooks.push(hook) },
      logger: mockServices.logger.mock(),
      async handle(refs) {
        handled.push(refs);
      },
      ...options,
    });
    const [subscriber] = events.subscribe.mock.calls[0];
    return {
      handled,
      subscriber,
      stop: () => Promise.all(hooks.map(hook => hook())),
      tell: (entityRefs: string[]) =>
        subscriber.onEvent({
          topic: ENTITIES_CHANGED_TOPIC,
          eventPayload: { entityRefs },
        } satisfies EventParams),
    };
  }

  it('reads what changed soon, together, and once more later', async () => {
    const { handled, subscriber, tell } = await listen();
    expect(subscriber.topics).toEqual([ENTITIES_CHANGED_TOPIC]);
    await tell(['component:default/a']);
    await jest.advanceTimersByTimeAsync(1_000);
    await tell(['component:default/a', 'group:default/b']);
    await jest.advanceTimersByTimeAsync(999);
    expect(handled).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    const both = ['component:default/a', 'group:default/b'];
    expect(handled).toEqual([both]);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(handled).toEqual([both, both]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(handled).toHaveLength(2);
  });

  it('leaves out other kinds, and hands over 200 at a time', async () => {
    const { handled, tell } = await listen({ kinds: ['component'] });
    await tell([
      'group:default/b',
      ...Array.from(
        { length: 201 },
        (_, index) => `component:default/${index}`,
      ),
    ]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(handled.map(({ length }) => length)).toEqual([200, 1]);
  });

  it('goes on after a failure, and ends with the plugin', async () => {
    const logger = mockServices.logger.mock();
    const handle = jest.fn().mockRejectedValueOnce(new Error('away'));
    const { stop, tell } = await listen({ handle, logger });
    await tell(['component:default/a']);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(handle).toHaveBeenCalledTimes(2);
    await tell(['component:default/a']);
    await stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(handle).toHaveBeenCalledTimes(2);
  });
});
