import { Redis } from 'ioredis';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CartStore } from '../src/CartStore.js';
import { createServer } from '../src/createServer.js';

const redis = new Redis(
  process.env.CARTS_CACHE_URL ?? 'redis://localhost:6379',
);
const drill = {
  sku: 'DRL-18V-2',
  name: 'Cordless drill 18 V',
  unitMinor: 12100,
  currency: 'EUR',
  isAvailable: true,
};
const server = createServer({
  store: new CartStore(redis, { ttlDays: 30 }),
  products: {
    find: async skus =>
      new Map(skus.includes(drill.sku) ? [[drill.sku, drill]] : []),
  },
});

beforeEach(() => redis.flushdb());
afterAll(async () => {
  await server.close();
  await redis.quit();
});

async function createCart() {
  const response = await server.inject({
    method: 'POST',
    url: '/v1/carts',
    payload: { market: 'NL' },
  });
  expect(response.statusCode).toBe(201);
  return response.json() as { id: string; version: number };
}

describe('cart API', () => {
  it('answers a line with the present product data', async () => {
    const { id, version } = await createCart();
    const response = await server.inject({
      method: 'PUT',
      url: `/v1/carts/${id}/lines/DRL-18V-2`,
      payload: { quantity: 2, version },
    });
    expect(response.json()).toMatchObject({
      version: version + 1,
      lines: [{ sku: 'DRL-18V-2', quantity: 2, product: drill }],
    });
  });

  it('refuses a change that is based on an old version', async () => {
    const { id, version } = await createCart();
    const change = (quantity: number) =>
      server.inject({
        method: 'PUT',
        url: `/v1/carts/${id}/lines/DRL-18V-2`,
        payload: { quantity, version },
      });
    expect((await change(1)).statusCode).toBe(200);

    const late = await change(5);
    expect(late.statusCode).toBe(409);
    expect(late.headers['content-type']).toContain('application/problem+json');
  });

  it('refuses articles that the catalogue does not know', async () => {
    const { id, version } = await createCart();
    const response = await server.inject({
      method: 'PUT',
      url: `/v1/carts/${id}/lines/NOPE`,
      payload: { quantity: 1, version },
    });
    expect(response.statusCode).toBe(422);
  });
});
