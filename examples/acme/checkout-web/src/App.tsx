import { Notice, Price } from '@acme/design-system';
import { useEffect, useReducer } from 'react';
import { type CheckoutApi, CheckoutProblem } from './CheckoutApi';
import { checkoutReducer } from './checkoutReducer';
import { DeliveryStep } from './steps/DeliveryStep';
import { PaymentStep } from './steps/PaymentStep';

export interface AppProps {
  api: CheckoutApi;
  cartId: string;
}

export function App({ api, cartId }: AppProps) {
  const [state, dispatch] = useReducer(checkoutReducer, { step: 'loading' });

  function fail(error: unknown) {
    dispatch(
      error instanceof CheckoutProblem
        ? { type: 'refused', problem: error }
        : { type: 'broken' },
    );
  }

  useEffect(() => {
    api
      .start(cartId, [])
      .then(checkout => dispatch({ type: 'started', checkout }), fail);
  }, [api, cartId]);

  switch (state.step) {
    case 'loading':
      return <p aria-busy="true">Preparing your order…</p>;
    case 'delivery':
      return (
        <DeliveryStep
          onSubmit={(address, optionId) =>
            api
              .setDelivery(state.checkout, address, optionId)
              .then(
                checkout => dispatch({ type: 'deliverySet', checkout }),
                fail,
              )
          }
        />
      );
    case 'payment':
      return (
        <PaymentStep
          checkout={state.checkout}
          message={state.message}
          onSubmit={paymentToken =>
            api
              .complete(state.checkout, paymentToken)
              .then(order => dispatch({ type: 'placed', order }), fail)
          }
        />
      );
    case 'done':
      return (
        <Notice tone="good" title="Thank you for your order">
          Order {state.order.orderNumber},{' '}
          <Price
            amount={(state.order.totalMinor / 100).toFixed(2)}
            currency={state.currency}
          />
          . We have sent you a confirmation by e-mail.
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" title={state.title}>
          {state.message} <a href="/basket">Back to the basket</a>
        </Notice>
      );
  }
}
