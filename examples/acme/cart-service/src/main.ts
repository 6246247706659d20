import { Redis } from 'ioredis';
import { CartStore } from './CartStore.js';
import { createServer } from './createServer.js';
import { ProductClient } from './ProductClient.js';

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is missing`);
  }
  return value;
}

const redis = new Redis(required('CARTS_CACHE_URL'));
const server = createServer({
  store: new CartStore(redis, { ttlDays: Number(required('CART_TTL_DAYS')) }),
  products: new ProductClient({
    url: required('PRODUCT_API_URL'),
    cacheSeconds: Number(required('PRODUCT_CACHE_SECONDS')),
  }),
  isLogging: true,
});

process.once('SIGTERM', async () => {
  await server.close();
  await redis.quit();
});

await server.listen({ host: '0.0.0.0', port: Number(required('PORT')) });
