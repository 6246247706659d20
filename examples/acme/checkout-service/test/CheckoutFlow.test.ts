import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckoutFlow } from '../src/CheckoutFlow.js';

const lines = [{ sku: 'DRL-18V-2', quantity: 1 }];
const price = {
  currency: 'EUR',
  grossMinor: 12100,
  discountMinor: 0,
  vatMinor: 2100,
  lines: [],
};
const address = {
  recipient: 'Ana Lima',
  lines: ['Coolsingel 42'],
  postalCode: '3011 AD',
  city: 'Rotterdam',
  country: 'NL',
};

const carts = { get: vi.fn(), delete: vi.fn() };
const pricing = { price: vi.fn() };
const inventory = { reserve: vi.fn(), release: vi.fn() };
const payments = { authorise: vi.fn(), cancel: vi.fn() };
const orders = { nextNumber: vi.fn(), place: vi.fn() };
const flow = new CheckoutFlow({ carts, pricing, inventory, payments, orders });

beforeEach(() => {
  vi.resetAllMocks();
  carts.get.mockResolvedValue({ id: 'c1', market: 'NL', lines });
  pricing.price.mockResolvedValue(price);
  inventory.reserve.mockResolvedValue({ id: 'r1', missing: [] });
  payments.authorise.mockResolvedValue({ id: 'p1', status: 'authorised' });
  orders.nextNumber.mockResolvedValue('AC-20418833');
});

async function ready() {
  const session = await flow.start('c1', []);
  return flow.setDelivery(session, address, 'home-standard');
}

const input = { paymentToken: 'tok_test', acceptedTotalMinor: 12100 };

describe('CheckoutFlow', () => {
  it('places an order and empties the basket', async () => {
    const session = await ready();
    await expect(flow.complete(session, input)).resolves.toEqual({
      orderNumber: 'AC-20418833',
      totalMinor: 12100,
    });
    expect(payments.authorise.mock.calls[0]?.[1]).toBe(
      `${session.id}/attempt-0`,
    );
    expect(carts.delete).toHaveBeenCalledWith('c1');
  });

  it('takes no money when the price changed after the customer saw it', async () => {
    const session = await ready();
    pricing.price.mockResolvedValue({ ...price, grossMinor: 13100 });

    await expect(flow.complete(session, input)).rejects.toMatchObject({
      code: 'price-changed',
      details: { totalMinor: 13100 },
    });
    expect(payments.authorise).not.toHaveBeenCalled();
  });

  it('gives money and stock back when the order cannot be placed', async () => {
    const session = await ready();
    orders.place.mockRejectedValue(new Error('order-service is down'));

    await expect(flow.complete(session, input)).rejects.toThrow('is down');
    expect(payments.cancel).toHaveBeenCalledWith('p1');
    expect(inventory.release).toHaveBeenCalledWith('r1');
    expect(carts.delete).not.toHaveBeenCalled();
  });

  it('keeps the basket when the bank declines', async () => {
    payments.authorise.mockResolvedValue({
      id: 'p1',
      status: 'declined',
      declineCode: 'insufficient_funds',
    });
    await expect(flow.complete(await ready(), input)).rejects.toMatchObject({
      code: 'payment-declined',
      details: { declineCode: 'insufficient_funds' },
    });
    expect(orders.place).not.toHaveBeenCalled();
  });

  it('names what is sold out', async () => {
    const missing = [{ sku: 'DRL-18V-2', available: 0 }];
    inventory.reserve.mockResolvedValue({ id: '', missing });
    await expect(flow.start('c1', [])).rejects.toMatchObject({
      code: 'out-of-stock',
      details: { missing },
    });
  });
});
