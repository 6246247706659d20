import { mockServices } from '@backstage/backend-test-utils';
import { onEntitySignals, type ReceivedEntitySignal } from './onEntitySignals';

describe('onEntitySignals', () => {
  it('hands on what is told of entities on some channels', async () => {
    const events = mockServices.events.mock();
    const handled: ReceivedEntitySignal[] = [];
    await onEntitySignals({
      events,
      id: 'reader',
      channels: ['slo', 'delivery'],
      async handle(signal) {
        handled.push(signal);
      },
    });
    const [subscriber] = events.subscribe.mock.calls[0];
    expect(subscriber).toMatchObject({ id: 'reader', topics: ['signals'] });

    const entityRefs = ['component:default/a'];
    for (const eventPayload of [
      { channel: 'slo', message: { entityRefs, subjects: ['status'] } },
      { channel: 'cost', message: { entityRefs, subjects: ['charges'] } },
      { channel: 'delivery', message: { entityRefs } },
      { channel: 'slo', message: { text: 'Not about entities' } },
      { channel: 'slo' },
      undefined,
    ]) {
      await subscriber.onEvent({ topic: 'signals', eventPayload });
    }
    expect(handled).toEqual([
      { channel: 'slo', entityRefs, subjects: ['status'] },
      { channel: 'delivery', entityRefs, subjects: [] },
    ]);
  });
});
