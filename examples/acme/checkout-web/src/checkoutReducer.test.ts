import { describe, expect, it } from 'vitest';
import { CheckoutProblem } from './CheckoutApi';
import { checkoutReducer, type CheckoutState } from './checkoutReducer';

const checkout = {
  id: 'k1',
  lines: [{ sku: 'DRL-18V-2', quantity: 1 }],
  currency: 'EUR',
  totalMinor: 12100,
  token: 'first',
};
const paying: CheckoutState = { step: 'payment', checkout };

function refuse(state: CheckoutState, body: Record<string, unknown>) {
  return checkoutReducer(state, {
    type: 'refused',
    problem: new CheckoutProblem(body),
  });
}

describe('checkoutReducer', () => {
  it('shows the new total before any money is taken', () => {
    const next = refuse(paying, { title: 'price-changed', totalMinor: 13100 });
    expect(next).toMatchObject({
      step: 'payment',
      checkout: { totalMinor: 13100, token: 'first' },
    });
  });

  it('takes the token for the next card after a decline', () => {
    const next = refuse(paying, {
      title: 'payment-declined',
      declineCode: 'expired_card',
      token: 'second',
    });
    expect(next).toMatchObject({
      step: 'payment',
      checkout: { token: 'second' },
      message: 'This card has expired.',
    });
  });

  it('sends shoppers back to the basket when the checkout has expired', () => {
    expect(
      refuse(paying, { title: 'session-expired', detail: 'Took too long' }),
    ).toMatchObject({ step: 'failed', message: 'Took too long' });
  });
});
