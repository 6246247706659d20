import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { register } from 'prom-client';
import { CheckoutError } from './CheckoutError.js';
import type { CheckoutFlow, CompleteInput } from './CheckoutFlow.js';
import type { DeliveryAddress, Session, SessionSigner } from './session.js';

const PROBLEMS = 'https://api.acme.example/problems';
const TOKEN_HEADER = 'checkout-token';

export interface ServerOptions {
  flow: CheckoutFlow;
  signer: SessionSigner;
  isLogging?: boolean;
}

export function createServer(options: ServerOptions): FastifyInstance {
  const { flow, signer } = options;
  const server = fastify({ logger: options.isLogging ?? false });

  async function present(session: Session) {
    return {
      id: session.id,
      lines: session.lines,
      currency: session.currency,
      totalMinor: session.totalMinor,
      delivery: session.delivery,
      token: await signer.sign(session),
    };
  }

  async function read(id: string, token: unknown): Promise<Session> {
    return signer.verify(id, typeof token === 'string' ? token : '');
  }

  server.setErrorHandler<FastifyError | CheckoutError>(
    async (error, _request, reply) => {
      const isExpected = error instanceof CheckoutError;
      const status = isExpected ? error.status : error.statusCode ?? 500;
      const code = isExpected ? error.code : 'unexpected';
      return reply
        .status(status)
        .type('application/problem+json')
        .send({
          type: `${PROBLEMS}/${code}`,
          title: code,
          status,
          detail: status < 500 ? error.message : undefined,
          ...(isExpected ? error.details : {}),
        });
    },
  );

  server.get('/health/live', async () => ({ status: 'up' }));
  server.get('/health/ready', async () => ({ status: 'up' }));
  server.get('/metrics', async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );

  server.post<{ Body: { cartId: string; vouchers?: string[] } }>(
    '/v1/checkouts',
    async (request, reply) => {
      const { cartId, vouchers = [] } = request.body;
      const session = await flow.start(cartId, vouchers);
      return reply.status(201).send(await present(session));
    },
  );

  server.put<{
    Params: { id: string };
    Body: { address: DeliveryAddress; optionId: string };
  }>('/v1/checkouts/:id/delivery', async request => {
    const session = await read(
      request.params.id,
      request.headers[TOKEN_HEADER],
    );
    const { address, optionId } = request.body;
    return present(flow.setDelivery(session, address, optionId));
  });

  server.post<{ Params: { id: string }; Body: CompleteInput }>(
    '/v1/checkouts/:id/complete',
    async (request, reply) => {
      const session = await read(
        request.params.id,
        request.headers[TOKEN_HEADER],
      );
      try {
        return reply
          .status(201)
          .send(await flow.complete(session, request.body));
      } catch (error) {
        if (
          error instanceof CheckoutError &&
          error.code === 'payment-declined'
        ) {
          // A second card is a second attempt and needs its own key.
          const next = { ...session, attempt: session.attempt + 1 };
          error.details.token = await signer.sign(next);
        }
        throw error;
      }
    },
  );

  return server;
}
