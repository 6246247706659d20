import { Button, Card, Notice, Price } from '@acme/design-system';
import { useState } from 'react';
import type { Checkout } from '../CheckoutApi';
import { requestPaymentToken } from '../requestPaymentToken';

export interface PaymentStepProps {
  checkout: Checkout;
  message?: string;
  onSubmit: (paymentToken: string) => Promise<void>;
  /** Opens the provider's form; replaced in tests. */
  getToken?: (checkout: Checkout) => Promise<string | undefined>;
}

export function PaymentStep(props: PaymentStepProps) {
  const { checkout, message, onSubmit, getToken = requestPaymentToken } = props;
  const [isBusy, setBusy] = useState(false);

  async function pay() {
    setBusy(true);
    // Undefined when the shopper closed the form: that is no error.
    const token = await getToken(checkout);
    if (token) {
      await onSubmit(token);
    }
    setBusy(false);
  }

  return (
    <Card title="Payment">
      {message && <Notice tone="warning" title={message} />}
      <p>
        To pay:{' '}
        <Price
          amount={(checkout.totalMinor / 100).toFixed(2)}
          currency={checkout.currency}
        />
        , VAT included
      </p>
      <Button variant="primary" onClick={pay} isBusy={isBusy}>
        Order and pay
      </Button>
    </Card>
  );
}
