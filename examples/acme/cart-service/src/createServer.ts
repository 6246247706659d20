import { randomUUID } from 'node:crypto';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { type Cart, merge, setQuantity } from './cart.js';
import { CartError } from './CartError.js';
import type { CartStore } from './CartStore.js';
import type { ProductClient } from './ProductClient.js';

const PROBLEMS = 'https://api.acme.example/problems';

export interface ServerOptions {
  store: CartStore;
  products: Pick<ProductClient, 'find'>;
  now?: () => Date;
  isLogging?: boolean;
}

export function createServer(options: ServerOptions): FastifyInstance {
  const { store, products, now = () => new Date() } = options;
  const server = fastify({ logger: options.isLogging ?? false });
  collectDefaultMetrics({ register });

  /** The stored cart with today's names and prices. */
  async function present(cart: Cart) {
    const infos = await products.find(cart.lines.map(line => line.sku));
    return {
      ...cart,
      lines: cart.lines.map(line => ({
        ...line,
        product: infos.get(line.sku),
      })),
    };
  }

  server.setErrorHandler<FastifyError | CartError>((error, _request, reply) => {
    const status =
      error instanceof CartError ? error.status : error.statusCode ?? 500;
    const code = error instanceof CartError ? error.code : 'unexpected';
    void reply
      .status(status)
      .type('application/problem+json')
      .send({
        type: `${PROBLEMS}/${code}`,
        title: code,
        status,
        detail: status < 500 ? error.message : undefined,
      });
  });

  server.get('/health/live', async () => ({ status: 'up' }));
  server.get('/health/ready', async (_request, reply) =>
    reply.status((await store.isReady()) ? 200 : 503).send(),
  );
  server.get('/metrics', async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );

  server.post<{ Body: { market: string } }>(
    '/v1/carts',
    {
      schema: {
        body: {
          type: 'object',
          required: ['market'],
          properties: { market: { type: 'string', pattern: '^[A-Z]{2}$' } },
        },
      },
    },
    async (request, reply) => {
      const empty: Cart = {
        id: randomUUID(),
        market: request.body.market,
        lines: [],
        version: 0,
        updatedAt: now().toISOString(),
      };
      return reply.status(201).send(await store.save(empty, now()));
    },
  );

  server.get<{ Params: { cartId: string } }>(
    '/v1/carts/:cartId',
    async request => present(await store.get(request.params.cartId)),
  );

  server.put<{
    Params: { cartId: string; sku: string };
    Body: { quantity: number; version: number };
  }>(
    '/v1/carts/:cartId/lines/:sku',
    {
      schema: {
        body: {
          type: 'object',
          required: ['quantity', 'version'],
          properties: {
            quantity: { type: 'integer' },
            version: { type: 'integer' },
          },
        },
      },
    },
    async request => {
      const { cartId, sku } = request.params;
      const { quantity, version } = request.body;
      const known = await products.find([sku]);
      if (quantity > 0 && !known.has(sku)) {
        throw new CartError('unknown-article', `There is no article '${sku}'`);
      }
      const cart = await store.get(cartId);
      return present(
        await store.save(
          setQuantity({ ...cart, version }, sku, quantity),
          now(),
        ),
      );
    },
  );

  server.post<{ Params: { cartId: string }; Body: { customerId: string } }>(
    '/v1/carts/:cartId/sign-in',
    async request => {
      const { customerId } = request.body;
      const guest = await store.get(request.params.cartId);
      const earlierId = await store.findIdOfCustomer(customerId);
      if (!earlierId || earlierId === guest.id) {
        await store.assignToCustomer(customerId, guest.id);
        return present(await store.save({ ...guest, customerId }, now()));
      }
      const merged = merge(await store.get(earlierId), guest);
      const saved = await store.save(merged, now());
      await store.delete(guest.id);
      return present(saved);
    },
  );

  server.delete<{ Params: { cartId: string } }>(
    '/v1/carts/:cartId',
    async (request, reply) => {
      await store.delete(request.params.cartId);
      return reply.status(204).send();
    },
  );

  return server;
}
