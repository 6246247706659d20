import fastify, { type FastifyInstance } from 'fastify';
import { register } from 'prom-client';
import type { Address, Carrier, LabelRequest } from './Carrier.js';
import { CarrierError } from './CarrierError.js';

export interface ServerOptions {
  carriers: Carrier[];
  isLogging?: boolean;
}

interface BookingParams {
  carrier: string;
  reference: string;
}

export function createServer(options: ServerOptions): FastifyInstance {
  const server = fastify({ logger: options.isLogging ?? false });
  const byName = new Map<string, Carrier>(
    options.carriers.map(carrier => [carrier.name, carrier]),
  );

  function carrierOf(name: string): Carrier {
    const carrier = byName.get(name);
    if (!carrier) {
      throw new CarrierError(name, 'unknown carrier', false);
    }
    return carrier;
  }

  server.setErrorHandler((error, _request, reply) => {
    const isCarrier = error instanceof CarrierError;
    // 422 tells the caller that repeating is useless.
    const status = isCarrier ? (error.isTemporary ? 502 : 422) : 500;
    void reply
      .status(status)
      .type('application/problem+json')
      .send({
        type: `https://api.acme.example/problems/${
          isCarrier ? 'carrier' : 'unexpected'
        }`,
        title: isCarrier ? 'Carrier problem' : 'Unexpected problem',
        status,
        detail: isCarrier ? error.message : undefined,
      });
  });

  server.get('/health/live', async () => ({ status: 'up' }));
  server.get('/health/ready', async () => ({ status: 'up' }));
  server.get('/metrics', async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );

  server.put<{
    Params: BookingParams;
    Body: { service: string; address: Address };
  }>('/bookings/:carrier/:reference', async request => {
    const { carrier, reference } = request.params;
    return carrierOf(carrier).book({ reference, ...request.body });
  });

  // Nobody remembers who has the parcel, so all carriers are asked at once.
  server.get<{ Params: { reference: string } }>(
    '/bookings/:reference',
    async (request, reply) => {
      const answers = await Promise.allSettled(
        options.carriers.map(carrier => carrier.find(request.params.reference)),
      );
      for (const answer of answers) {
        if (answer.status === 'fulfilled' && answer.value) {
          return answer.value;
        }
      }
      // "Not found" is only true when every carrier has answered.
      const failed = answers.find(answer => answer.status === 'rejected');
      if (failed) {
        throw failed.reason;
      }
      return reply.status(404).send();
    },
  );

  server.post<{ Params: BookingParams; Body: LabelRequest }>(
    '/bookings/:carrier/:reference/label',
    async (request, reply) => {
      const { carrier, reference } = request.params;
      const label = await carrierOf(carrier).label(reference, request.body);
      return reply.type('application/octet-stream').send(Buffer.from(label));
    },
  );

  server.delete<{ Params: BookingParams }>(
    '/bookings/:carrier/:reference',
    async (request, reply) => {
      const { carrier, reference } = request.params;
      await carrierOf(carrier).cancel(reference);
      return reply.status(204).send();
    },
  );

  server.get<{ Params: { carrier: string; trackingNumber: string } }>(
    '/tracking/:carrier/:trackingNumber',
    async request => {
      const { carrier, trackingNumber } = request.params;
      const events = await carrierOf(carrier).track(trackingNumber);
      return events.sort((a, b) => b.at.localeCompare(a.at));
    },
  );

  return server;
}
