import { ALL_COST_REF, COST_SIGNAL_CHANNEL } from '@atrium/plugin-cost-common';
import { mockServices } from '@backstage/backend-test-utils';
import { listenToSignals } from './listenToSignals';

const CART = 'component:default/cart-service';

describe('listenToSignals', () => {
  it.each([
    ['one entity', [CART], ['anomaly'], [[CART]]],
    ['other sums', [ALL_COST_REF], ['charges'], ['all']],
    ['other rules', [ALL_COST_REF], ['import', 'allocation'], ['all']],
    ['how far a bill is', [ALL_COST_REF], ['import'], []],
  ])('refreshes what changes by %s', async (_what, refs, subjects, asked) => {
    const events = mockServices.events.mock();
    const refresh = jest.fn();
    await listenToSignals({ events, refresher: { refresh } });
    const [{ onEvent }] = events.subscribe.mock.calls[0];
    await onEvent({
      topic: 'signals',
      eventPayload: {
        channel: COST_SIGNAL_CHANNEL,
        recipients: { type: 'broadcast' },
        message: { entityRefs: refs, subjects },
      },
    });
    expect(refresh.mock.calls).toEqual(asked.map(one => [one]));
  });
});
