import type { DeliveryAddress } from './session.js';

export interface CartAnswer {
  id: string;
  customerId?: string;
  market: string;
  lines: Array<{ sku: string; quantity: number }>;
}

export interface PriceRequest {
  country: string;
  currency: string;
  vouchers: string[];
  isMember: boolean;
  lines: Array<{ sku: string; quantity: number }>;
}

export interface Price {
  currency: string;
  grossMinor: number;
  discountMinor: number;
  vatMinor: number;
  lines: Array<{
    sku: string;
    quantity: number;
    grossMinor: number;
    vatBasisPoints: number;
    vatMinor: number;
  }>;
}

export interface PlaceOrder {
  orderNumber: string;
  checkoutId: string;
  customerId?: string;
  paymentId: string;
  reservationId: string;
  market: string;
  price: Price;
  delivery: { address: DeliveryAddress; optionId: string };
}

const TIMEOUT_MS = 3000;

async function send<T>(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    throw new Error(`${method} ${url} answered ${response.status}`);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export class CartClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async get(id: string): Promise<CartAnswer> {
    return send('GET', `${this.#url}/carts/${encodeURIComponent(id)}`);
  }

  async delete(id: string): Promise<void> {
    await send('DELETE', `${this.#url}/carts/${encodeURIComponent(id)}`);
  }
}

export class PricingClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async price(request: PriceRequest): Promise<Price> {
    return send('POST', `${this.#url}/v1/prices`, request);
  }
}

export class OrderClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The same checkout always gets the same number, however often it asks. */
  async nextNumber(checkoutId: string): Promise<string> {
    const { orderNumber } = await send<{ orderNumber: string }>(
      'POST',
      `${this.#url}/order-numbers`,
      { checkoutId },
    );
    return orderNumber;
  }

  async place(order: PlaceOrder): Promise<void> {
    await send('POST', `${this.#url}/orders`, order);
  }
}
