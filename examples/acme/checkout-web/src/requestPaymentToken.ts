import type { Checkout } from './CheckoutApi';

const PROVIDER_ORIGIN = 'https://pay.paybridge.example';

/**
 * Opens the provider's form in its own window, so that card data never touches
 * this page. Answers undefined when the shopper closes it.
 */
export function requestPaymentToken(
  checkout: Checkout,
): Promise<string | undefined> {
  const query = new URLSearchParams({
    merchant: 'acme',
    amount: String(checkout.totalMinor),
    currency: checkout.currency,
  });
  const form = window.open(`${PROVIDER_ORIGIN}/form?${query}`, 'payment');

  return new Promise(resolve => {
    const finish = (token: string | undefined) => {
      window.removeEventListener('message', onMessage);
      window.clearInterval(timer);
      resolve(token);
    };
    const onMessage = (event: MessageEvent) => {
      if (event.origin === PROVIDER_ORIGIN && event.data?.paymentToken) {
        finish(String(event.data.paymentToken));
      }
    };
    const timer = window.setInterval(() => {
      if (!form || form.closed) {
        finish(undefined);
      }
    }, 300);
    window.addEventListener('message', onMessage);
  });
}
