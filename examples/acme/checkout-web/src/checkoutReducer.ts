import type { Checkout, CheckoutProblem, PlacedOrder } from './CheckoutApi';

export type CheckoutState =
  | { step: 'loading' }
  | { step: 'delivery'; checkout: Checkout }
  | { step: 'payment'; checkout: Checkout; message?: string }
  | { step: 'done'; order: PlacedOrder; currency: string }
  | { step: 'failed'; title: string; message: string };

export type CheckoutAction =
  | { type: 'started'; checkout: Checkout }
  | { type: 'deliverySet'; checkout: Checkout }
  | { type: 'placed'; order: PlacedOrder }
  | { type: 'refused'; problem: CheckoutProblem }
  | { type: 'broken' };

const DECLINE_MESSAGES: Record<string, string> = {
  insufficient_funds: 'There is not enough money on this account.',
  expired_card: 'This card has expired.',
};

/** What a refusal means for the shopper: go on in place, or start again. */
function afterRefusal(
  state: CheckoutState,
  problem: CheckoutProblem,
): CheckoutState {
  if (state.step === 'payment' && problem.code === 'price-changed') {
    return {
      step: 'payment',
      checkout: {
        ...state.checkout,
        totalMinor: Number(problem.details.totalMinor),
      },
      message: 'The total has changed. Please look at it again.',
    };
  }
  if (state.step === 'payment' && problem.code === 'payment-declined') {
    return {
      step: 'payment',
      checkout: { ...state.checkout, token: String(problem.details.token) },
      message:
        DECLINE_MESSAGES[String(problem.details.declineCode)] ??
        'Your bank declined the payment. Please try another way to pay.',
    };
  }
  return {
    step: 'failed',
    title: 'Please start again from your basket',
    message: problem.message,
  };
}

export function checkoutReducer(
  state: CheckoutState,
  action: CheckoutAction,
): CheckoutState {
  switch (action.type) {
    case 'started':
      return { step: 'delivery', checkout: action.checkout };
    case 'deliverySet':
      return { step: 'payment', checkout: action.checkout };
    case 'placed':
      return state.step === 'payment'
        ? {
            step: 'done',
            order: action.order,
            currency: state.checkout.currency,
          }
        : state;
    case 'refused':
      return afterRefusal(state, action.problem);
    case 'broken':
      return {
        step: 'failed',
        title: 'Something went wrong on our side',
        message: 'No money was taken. Your basket is still there.',
      };
  }
}
