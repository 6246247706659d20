import { ALL_COST_REF, COST_SIGNAL_CHANNEL } from '@atrium/plugin-cost-common';
import { mockServices } from '@backstage/backend-test-utils';
import { listenToSignals } from './listenToSignals';

const CART = 'component:default/cart-service';

describe('listenToSignals', () => {
  it.each([
    ['one entity', [CART], ['anomaly'], [[[CART]]], 0],
    ['other sums', [ALL_COST_REF], ['charges'], [], 1],
    ['other rules', [ALL_COST_REF], ['import', 'allocation'], [], 1],
    ['how far a bill is', [ALL_COST_REF], ['import'], [], 0],
  ])(
    'refreshes what changes by %s',
    async (_what, refs, subjects, asked, all) => {
      const events = mockServices.events.mock();
      const refresher = { refresh: jest.fn(), refreshCosts: jest.fn() };
      await listenToSignals({ events, refresher });
      const [{ onEvent }] = events.subscribe.mock.calls[0];
      await onEvent({
        topic: 'signals',
        eventPayload: {
          channel: COST_SIGNAL_CHANNEL,
          recipients: { type: 'broadcast' },
          message: { entityRefs: refs, subjects },
        },
      });
      expect(refresher.refresh.mock.calls).toEqual(asked);
      expect(refresher.refreshCosts).toHaveBeenCalledTimes(all);
    },
  );
});
