export interface Address {
  recipient: string;
  lines: string[];
  postalCode: string;
  city: string;
  country: string;
}

export interface Checkout {
  id: string;
  lines: Array<{ sku: string; quantity: number }>;
  currency: string;
  totalMinor: number;
  token: string;
}

export interface PlacedOrder {
  orderNumber: string;
  totalMinor: number;
}

/** A refusal that the page can explain. Decide on `code`. */
export class CheckoutProblem extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(body: Record<string, unknown>) {
    super(String(body.detail ?? body.title));
    this.name = 'CheckoutProblem';
    this.code = String(body.title);
    this.details = body;
  }
}

export class CheckoutApi {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  start(cartId: string, vouchers: string[]): Promise<Checkout> {
    return this.#send('POST', '/checkouts', { cartId, vouchers });
  }

  setDelivery(
    checkout: Checkout,
    address: Address,
    optionId: string,
  ): Promise<Checkout> {
    return this.#send(
      'PUT',
      `/checkouts/${checkout.id}/delivery`,
      { address, optionId },
      checkout.token,
    );
  }

  async complete(checkout: Checkout, paymentToken: string) {
    const send = () =>
      this.#send<PlacedOrder>(
        'POST',
        `/checkouts/${checkout.id}/complete`,
        { paymentToken, acceptedTotalMinor: checkout.totalMinor },
        checkout.token,
      );
    try {
      return await send();
    } catch (error) {
      // The answer got lost, the order may be placed: asking again is safe.
      if (error instanceof TypeError) {
        return send();
      }
      throw error;
    }
  }

  async #send<T>(
    method: string,
    path: string,
    body: unknown,
    token?: string,
  ): Promise<T> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { 'checkout-token': token } : {}),
      },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new CheckoutProblem(answer);
    }
    return answer;
  }
}
