import { PaymentsError } from './PaymentsError.js';
import { retry } from './retry.js';
import type { CreatePayment, Payment, RefundReason } from './types.js';

export interface PaymentsClientOptions {
  /** Base URL with version, for example `http://payment-service.billing/v1`. */
  baseUrl: string;
  /** Name of the calling component; idempotency keys are unique per client. */
  client: string;
  /** Returns a fresh service token, called for every request. */
  getToken: () => Promise<string>;
  /** Milliseconds until an attempt is given up, 6000 by default. */
  timeoutMs?: number;
  /** Attempts in all, 3 by default. */
  maxAttempts?: number;
  fetch?: typeof fetch;
}

interface RequestOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  isRetryable: boolean;
}

export class PaymentsClient {
  readonly #options: PaymentsClientOptions;

  constructor(options: PaymentsClientOptions) {
    this.#options = options;
  }

  /**
   * Authorises a payment. A declined payment is a result with the status
   * `declined`, not an error.
   *
   * @param idempotencyKey - Derive it from stored data, so that it survives a
   * restart: the same key never takes money twice.
   */
  async authorise(
    payment: CreatePayment,
    idempotencyKey: string,
  ): Promise<Payment> {
    return this.#request('/payments', {
      method: 'POST',
      body: payment,
      headers: { 'Idempotency-Key': idempotencyKey },
      isRetryable: true,
    });
  }

  async get(paymentId: string): Promise<Payment> {
    return this.#request(`/payments/${encodeURIComponent(paymentId)}`, {
      isRetryable: true,
    });
  }

  async listByOrder(orderNumber: string): Promise<Payment[]> {
    const query = new URLSearchParams({ orderNumber });
    const { items } = await this.#request<{ items: Payment[] }>(
      `/payments?${query}`,
      { isRetryable: true },
    );
    return items;
  }

  async capture(paymentId: string): Promise<Payment> {
    return this.#action(paymentId, 'capture');
  }

  async cancel(paymentId: string): Promise<Payment> {
    return this.#action(paymentId, 'cancel');
  }

  /** Not retried: the API has no idempotency key for refunds. */
  async refund(
    paymentId: string,
    minorUnits: number,
    reason: RefundReason,
  ): Promise<Payment> {
    return this.#request(`/payments/${encodeURIComponent(paymentId)}/refunds`, {
      method: 'POST',
      body: { minorUnits, reason },
      isRetryable: false,
    });
  }

  async #action(paymentId: string, action: string): Promise<Payment> {
    return this.#request(
      `/payments/${encodeURIComponent(paymentId)}/${action}`,
      { method: 'POST', isRetryable: true },
    );
  }

  async #request<T = Payment>(path: string, options: RequestOptions) {
    const {
      baseUrl,
      client,
      getToken,
      timeoutMs = 6000,
      maxAttempts = 3,
    } = this.#options;
    const send = this.#options.fetch ?? fetch;

    return retry(
      async () => {
        const response = await send(`${baseUrl}${path}`, {
          method: options.method ?? 'GET',
          headers: {
            ...options.headers,
            accept: 'application/json, application/problem+json',
            authorization: `Bearer ${await getToken()}`,
            'x-acme-client': client,
            ...(options.body === undefined
              ? {}
              : { 'content-type': 'application/json' }),
          },
          body:
            options.body === undefined
              ? undefined
              : JSON.stringify(options.body),
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!response.ok) {
          throw await PaymentsError.fromResponse(response);
        }
        return (await response.json()) as T;
      },
      { maxAttempts: options.isRetryable ? maxAttempts : 1 },
    );
  }
}
