import { describe, expect, it, vi } from 'vitest';
import { PaymentsClient, PaymentsError, money } from '../src/index.js';

const payment = {
  id: '0b7f7c0e-2b0e-4f0c-8a55-1d7d3e8f7b10',
  orderNumber: 'AC-20418833',
  status: 'authorised',
  amount: { minorUnits: 4999, currency: 'EUR' },
  refunded: { minorUnits: 0, currency: 'EUR' },
  createdAt: '2026-03-01T12:04:11Z',
};

function problem(status: number, code: string) {
  return new Response(
    JSON.stringify({
      type: `https://api.acme.example/problems/${code}`,
      title: code,
      status,
    }),
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

function setup(...responses: Response[]) {
  const fetch = vi.fn<typeof globalThis.fetch>();
  for (const response of responses) {
    fetch.mockResolvedValueOnce(response);
  }
  const client = new PaymentsClient({
    baseUrl: 'http://payments.test/v1',
    client: 'checkout-service',
    getToken: async () => 'token',
    fetch,
  });
  return { client, fetch };
}

describe('PaymentsClient', () => {
  it('repeats an authorisation with the same idempotency key', async () => {
    const { client, fetch } = setup(
      problem(502, 'provider-unavailable'),
      Response.json(payment, { status: 201 }),
    );

    const result = await client.authorise(
      {
        orderNumber: 'AC-20418833',
        amount: money('49.99', 'EUR'),
        paymentToken: 'tok_test',
      },
      'session-1/attempt-1',
    );

    expect(result.status).toBe('authorised');
    const keys = fetch.mock.calls.map(([, init]) =>
      new Headers(init?.headers).get('idempotency-key'),
    );
    expect(keys).toEqual(['session-1/attempt-1', 'session-1/attempt-1']);
  });

  it('never repeats a refund', async () => {
    const { client, fetch } = setup(problem(502, 'provider-unavailable'));

    await expect(client.refund(payment.id, 1000, 'returned')).rejects.toThrow(
      PaymentsError,
    );
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('gives up at once on a conflict and tells its code', async () => {
    const { client, fetch } = setup(problem(409, 'wrong-status'));

    await expect(client.capture(payment.id)).rejects.toMatchObject({
      status: 409,
      code: 'wrong-status',
    });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('money', () => {
  it.each([
    ['49.99', 4999],
    ['5', 500],
    ['0.1', 10],
  ])('reads %s as %i', (amount, minorUnits) => {
    expect(money(amount, 'EUR').minorUnits).toBe(minorUnits);
  });

  it.each(['1.234', '-1', '1,50', ''])('refuses %s', amount => {
    expect(() => money(amount, 'EUR')).toThrow(RangeError);
  });
});
